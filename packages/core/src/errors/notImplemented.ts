import { BossDeskError } from './bossDeskError.js';

/** 501: the API does not do this for such a record (doc L1086). */
export class NotImplementedError extends BossDeskError {
  override readonly name = 'NotImplementedError';
}
