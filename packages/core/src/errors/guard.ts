import type { AbortedError } from './aborted.js';
import type { BossDeskError, ErrorName } from './bossDeskError.js';
import type { ConnectionError } from './connection.js';
import type { FilterIgnoredError } from './filterIgnored.js';
import type { InvalidInputError } from './invalidInput.js';
import type { RateLimitError } from './rateLimit.js';
import type { SortIgnoredError } from './sortIgnored.js';
import type { StorageError } from './storage.js';

interface SpecialErrors {
  AbortedError: AbortedError;
  ConnectionError: ConnectionError;
  FilterIgnoredError: FilterIgnoredError;
  InvalidInputError: InvalidInputError;
  RateLimitError: RateLimitError;
  SortIgnoredError: SortIgnoredError;
  StorageError: StorageError;
}

type ErrorOf<Name extends ErrorName> = Name extends keyof SpecialErrors ? SpecialErrors[Name] : BossDeskError;

/**
 * Whether `error` is ours, and of the given kind. It compares names, not classes: each bundle carries its own copy of
 * the classes.
 */
export function isBossDeskError<Name extends ErrorName = 'BossDeskError'>(
  error: unknown,
  name?: Name,
): error is ErrorOf<Name> {
  if (typeof error !== 'object' || error === null || !('name' in error && 'operation' in error && 'messages' in error))
    return false;
  return name === undefined || name === 'BossDeskError' || error.name === name;
}
