import { BossDeskError } from './bossDeskError.js';

/** 409: the record changed since its `lock_version` was read (doc L27). */
export class ConflictError extends BossDeskError {
  override readonly name = 'ConflictError';
}
