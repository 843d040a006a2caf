import { BossDeskError } from './bossDeskError.js';

/** 401: the key, or the user name and password, were refused (doc L22). */
export class AuthenticationError extends BossDeskError {
  override readonly name = 'AuthenticationError';
}
