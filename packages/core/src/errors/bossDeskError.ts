import { stripControls } from '../values/controls.js';

/** What every failure carries. `messages` are the API's own words. */
export interface ErrorDetails {
  /** Id of the operation, e.g. `tickets.update`. */
  readonly operation: string;
  readonly status?: number | undefined;
  readonly messages?: readonly string[];
  /** Validation messages by field, `base` for the whole record (doc L170, L637). */
  readonly fieldErrors?: Readonly<Record<string, readonly string[]>>;
  /** `X-Request-Id` of the answer: what BOSSDesk's support can look up. */
  readonly requestId?: string | undefined;
  /** What to do next, in one sentence. */
  readonly hint?: string | undefined;
}

/**
 * Base of all failures of a call. `message` says what happened; `messages` what the API said; `hint` what to do.
 */
export class BossDeskError extends Error {
  override readonly name: ErrorName = 'BossDeskError';
  readonly operation: string;
  readonly status: number | undefined;
  readonly messages: readonly string[];
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  readonly requestId: string | undefined;
  readonly hint: string | undefined;

  constructor(message: string, details: ErrorDetails, options?: ErrorOptions) {
    super(stripControls(message), options);
    this.operation = details.operation;
    this.status = details.status;
    this.messages = (details.messages ?? []).map(stripControls);
    this.fieldErrors = Object.fromEntries(
      Object.entries(details.fieldErrors ?? {}).map(([field, said]) => [stripControls(field), said.map(stripControls)]),
    );
    this.requestId = details.requestId === undefined ? undefined : stripControls(details.requestId);
    this.hint = details.hint === undefined ? undefined : stripControls(details.hint);
  }
}

export type ErrorName =
  | 'BossDeskError'
  | 'AbortedError'
  | 'AuthenticationError'
  | 'BadRequestError'
  | 'ConflictError'
  | 'ConnectionError'
  | 'FilterIgnoredError'
  | 'InvalidInputError'
  | 'NotFoundError'
  | 'NotImplementedError'
  | 'PermissionError'
  | 'PlanLimitError'
  | 'RateLimitError'
  | 'RepeatedPageError'
  | 'ServerError'
  | 'SortIgnoredError'
  | 'StorageError'
  | 'TimeoutError'
  | 'UnexpectedResponseError'
  | 'ValidationError';
