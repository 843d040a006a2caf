import { BossDeskError } from './bossDeskError.js';

/** 400, and other refusals without validation messages (doc L21). */
export class BadRequestError extends BossDeskError {
  override readonly name = 'BadRequestError';
}
