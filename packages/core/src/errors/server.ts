import { BossDeskError } from './bossDeskError.js';

/** 5xx: BOSSDesk failed. */
export class ServerError extends BossDeskError {
  override readonly name = 'ServerError';
}
