import { BossDeskError } from './bossDeskError.js';

/** 422, or any refusal that carries validation messages (doc L28); see `fieldErrors`. */
export class ValidationError extends BossDeskError {
  override readonly name = 'ValidationError';
}
