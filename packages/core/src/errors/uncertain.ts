import type { BossDeskError, ErrorName } from './bossDeskError.js';
import { isBossDeskError } from './guard.js';

/** Failures after which nobody but BOSSDesk knows whether a change was made. */
const uncertain: readonly ErrorName[] = ['ServerError', 'TimeoutError', 'UnexpectedResponseError'];

/**
 * Whether a write that failed so may have been made all the same: the request left, and what came back, if anything,
 * refuses nothing. Read the record before sending it again.
 */
export function mayHaveHappened(error: BossDeskError): boolean {
  const saysWhether = isBossDeskError(error, 'ConnectionError') || isBossDeskError(error, 'AbortedError');
  return saysWhether ? error.sent : uncertain.includes(error.name);
}
