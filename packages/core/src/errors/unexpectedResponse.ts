import { BossDeskError } from './bossDeskError.js';

/** The answer is not what the API documents: not JSON, another shape, a redirect. */
export class UnexpectedResponseError extends BossDeskError {
  override readonly name = 'UnexpectedResponseError';
}
