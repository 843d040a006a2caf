import { BossDeskError } from './bossDeskError.js';

/** 403: this user may not do that (doc L25). */
export class PermissionError extends BossDeskError {
  override readonly name = 'PermissionError';
}
