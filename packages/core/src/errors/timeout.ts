import { BossDeskError } from './bossDeskError.js';

/** No complete answer within the time limit; a write may have happened. */
export class TimeoutError extends BossDeskError {
  override readonly name = 'TimeoutError';
}
