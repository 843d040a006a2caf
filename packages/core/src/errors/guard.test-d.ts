import { expectTypeOf } from 'expect-type';
import {
  type BossDeskError,
  type ConnectionError,
  type ErrorName,
  type FilterIgnoredError,
  type InputIssue,
  type InvalidInputError,
  isBossDeskError,
  type RateLimitError,
  type SortIgnoredError,
  type StorageError,
} from '../index.js';

/** What a caller knows of a caught error behind each guard. */
export function narrow(error: unknown): void {
  if (isBossDeskError(error)) {
    expectTypeOf(error).toEqualTypeOf<BossDeskError>();
  } else {
    expectTypeOf(error).toEqualTypeOf<unknown>();
  }
  // Those that carry more than every failure does.
  if (isBossDeskError(error, 'ConnectionError')) expectTypeOf(error).toEqualTypeOf<ConnectionError>();
  if (isBossDeskError(error, 'FilterIgnoredError')) expectTypeOf(error).toEqualTypeOf<FilterIgnoredError>();
  if (isBossDeskError(error, 'InvalidInputError')) expectTypeOf(error).toEqualTypeOf<InvalidInputError>();
  if (isBossDeskError(error, 'RateLimitError')) expectTypeOf(error).toEqualTypeOf<RateLimitError>();
  if (isBossDeskError(error, 'SortIgnoredError')) expectTypeOf(error).toEqualTypeOf<SortIgnoredError>();
  if (isBossDeskError(error, 'StorageError')) expectTypeOf(error).toEqualTypeOf<StorageError>();
  // Those that do not.
  if (isBossDeskError(error, 'NotFoundError')) expectTypeOf(error).toEqualTypeOf<BossDeskError>();
  if (isBossDeskError(error, 'ConflictError')) expectTypeOf(error).toEqualTypeOf<BossDeskError>();
}

// Names that there are, and no others.
expectTypeOf<'ConflictError'>().toExtend<ErrorName>();
expectTypeOf<string>().not.toExtend<ErrorName>();
expectTypeOf<Parameters<typeof isBossDeskError>>().toEqualTypeOf<[error: unknown, name?: ErrorName | undefined]>();

// What every failure carries, and what some carry besides.
expectTypeOf<BossDeskError['name']>().toEqualTypeOf<ErrorName>();
expectTypeOf<BossDeskError['operation']>().toEqualTypeOf<string>();
expectTypeOf<BossDeskError['status']>().toEqualTypeOf<number | undefined>();
expectTypeOf<BossDeskError['messages']>().toEqualTypeOf<readonly string[]>();
expectTypeOf<BossDeskError['fieldErrors']>().toEqualTypeOf<Readonly<Record<string, readonly string[]>>>();
expectTypeOf<BossDeskError['requestId']>().toEqualTypeOf<string | undefined>();
expectTypeOf<BossDeskError['hint']>().toEqualTypeOf<string | undefined>();
expectTypeOf<ConnectionError['sent']>().toEqualTypeOf<boolean>();
expectTypeOf<FilterIgnoredError['filter']>().toEqualTypeOf<string>();
expectTypeOf<InvalidInputError['issues']>().toEqualTypeOf<readonly InputIssue[]>();
expectTypeOf<InputIssue>().toEqualTypeOf<{
  readonly field: string;
  readonly message: string;
  readonly isSentence?: true;
}>();
expectTypeOf<RateLimitError['retryAfterMs']>().toEqualTypeOf<number | undefined>();
expectTypeOf<SortIgnoredError['sort']>().toEqualTypeOf<string>();
expectTypeOf<StorageError['code']>().toEqualTypeOf<string | undefined>();
