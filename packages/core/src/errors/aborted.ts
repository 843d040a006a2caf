import { BossDeskError } from './bossDeskError.js';

/** The caller gave up before an answer came; a write may have happened. */
export class AbortedError extends BossDeskError {
  override readonly name = 'AbortedError';
}
