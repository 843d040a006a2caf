import { BossDeskError } from './bossDeskError.js';

/** 402: the account has expired or its plan lacks the module (doc L24). */
export class PlanLimitError extends BossDeskError {
  override readonly name = 'PlanLimitError';
}
