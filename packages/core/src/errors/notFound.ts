import { BossDeskError } from './bossDeskError.js';

/** 404: no such record, or none that this user may see (doc L26). */
export class NotFoundError extends BossDeskError {
  override readonly name = 'NotFoundError';
}
