import { BossDeskError } from './bossDeskError.js';

/** The server answered a page that it had already given; going on would never end. */
export class RepeatedPageError extends BossDeskError {
  override readonly name = 'RepeatedPageError';
}
