import type { Operation } from '../operations/index.js';
import { excerptOf, readMessages } from './messages.js';
import {
  AuthenticationError,
  BadRequestError,
  type BossDeskError,
  ConflictError,
  type ErrorDetails,
  NotFoundError,
  NotImplementedError,
  PermissionError,
  PlanLimitError,
  RateLimitError,
  ServerError,
  UnexpectedResponseError,
  ValidationError,
} from '../errors/index.js';
import { describeTarget } from '../kinds/parameters.js';
import { readRetryAfter } from './retryAfter.js';
import { couldNot, sayCount } from './sentences.js';
import type { HttpResponse } from './transport.js';

type Input = Readonly<Record<string, unknown>>;

/** The typed error for an answer that is no success: what happened, what the API said, what to do next. */
export function errorFromResponse(operation: Operation, input: Input, response: HttpResponse): BossDeskError {
  const { status } = response;
  const said = renameFields(operation, readMessages(response));
  const details: ErrorDetails = { operation: operation.id, status, ...said, ...requestIdOf(response) };
  const failed = couldNot(operation);
  if (status >= 500) return serverError(operation, failed, details);
  if (status >= 300 && status < 400) return redirected(failed, details, response);
  switch (status) {
    case 401:
      return operation.auth === 'basic'
        ? new AuthenticationError('BOSSDesk refused the user name or password', {
            ...details,
            hint: 'Check both; accounts with single sign-on need an API key instead.',
          })
        : new AuthenticationError('BOSSDesk refused the API key', {
            ...details,
            hint: 'Check that the API key is complete and belongs to this account.',
          });
    case 402:
      return new PlanLimitError(
        `${failed}: the account has expired or its plan does not include ${moduleOf(operation)}`,
        {
          ...details,
          hint: 'Ask the account owner about the BOSSDesk subscription.',
        },
      );
    case 403:
      return forbidden(failed, details, response);
    case 404:
      return notFound(operation, input, details);
    case 409:
      return new ConflictError(`${failed}: the record changed since its lock_version was read`, {
        ...details,
        hint: 'Read it again, apply the change to what is there now and send the new lock_version.',
      });
    case 429:
      return rateLimited(operation, failed, details, response);
    default:
      return refused(failed, details);
  }
}

function requestIdOf(response: HttpResponse): { readonly requestId?: string } {
  const requestId = response.headers['x-request-id'];
  return requestId === undefined ? {} : { requestId };
}

/** The API reports on `key` what was sent as `tmp_key` (notes 5.10). */
function renameFields(operation: Operation, said: ReturnType<typeof readMessages>): ReturnType<typeof readMessages> {
  const { key, ...others } = said.fieldErrors ?? {};
  if (operation.id !== 'attachments.create' || key === undefined) return said;
  return {
    messages: said.messages.map((message) => message.replace(/^key /, 'tmp_key ')),
    fieldErrors: { ...others, tmp_key: key },
  };
}

function serverError(operation: Operation, failed: string, details: ErrorDetails): BossDeskError {
  if (details.status === 501) {
    return new NotImplementedError(`${failed}: BOSSDesk has not implemented this`, {
      ...details,
      hint:
        operation.id === 'savedSearches.run'
          ? 'Only saved searches of tickets and CIs can be run (owner_class "ticket" or "ci").'
          : 'There is no other way in this API.',
    });
  }
  const hint =
    operation.change === undefined ? 'Try again later.' : 'Look whether the change was made before sending it again.';
  return new ServerError(`${failed}: BOSSDesk answered ${String(details.status)}`, { ...details, hint });
}

function redirected(failed: string, details: ErrorDetails, response: HttpResponse): BossDeskError {
  const location = response.headers['location'];
  const host = location !== undefined && URL.canParse(location) ? new URL(location).host : 'another address';
  return new UnexpectedResponseError(`${failed}: the host answered with a redirect to ${host}`, {
    ...details,
    hint: 'Use the address it redirects to as the BOSSDesk URL.',
  });
}

function forbidden(failed: string, details: ErrorDetails, response: HttpResponse): BossDeskError {
  // A firewall in front of the application answers in plain text; that says nothing about permissions (notes 3).
  const isBlocked = (response.headers['content-type'] ?? '').startsWith('text/plain');
  return isBlocked
    ? new PermissionError(`${failed}: the request was blocked before it reached BOSSDesk`, {
        ...details,
        hint: 'Ask the administrator whether this address is blocked.',
      })
    : new PermissionError(`${failed}: this user has no permission`, {
        ...details,
        hint: 'Ask a BOSSDesk administrator for the permission, or use the key of a user who has it.',
      });
}

function notFound(operation: Operation, input: Input, details: ErrorDetails): BossDeskError {
  const target = describeTarget(operation, input);
  if (target === '') {
    return new NotFoundError(
      `${couldNot(operation)}: BOSSDesk does not know the address or a record that the request names`,
      {
        ...details,
        hint: 'Check the BOSSDesk URL, and that every id in the request exists.',
      },
    );
  }
  const numbers = operation.path.includes(':friendly_id')
    ? 'A number is the one people see (friendly_id), an id is the API’s own (id): they are different. '
    : '';
  const named = operation.envelope === undefined ? '' : 'Records named by id in the fields must exist too. ';
  return new NotFoundError(`${couldNot(operation)}: there is no ${target}, or this user may not see it`, {
    ...details,
    hint: `${numbers}${named}Check what was given.`,
  });
}

function rateLimited(
  operation: Operation,
  failed: string,
  details: ErrorDetails,
  response: HttpResponse,
): BossDeskError {
  const retryAfterMs = readRetryAfter(response);
  const wait = retryAfterMs === undefined ? 'a minute' : sayCount(Math.ceil(retryAfterMs / 1000), 'second');
  const harmless = operation.change === undefined ? '' : ' Nothing was changed.';
  return new RateLimitError(`${failed}: too many requests`, {
    ...details,
    retryAfterMs,
    hint: `Try again in ${wait}.${harmless}`,
  });
}

function refused(failed: string, details: ErrorDetails): BossDeskError {
  const said = details.messages?.join('; ') ?? '';
  const message =
    said === '' ? `${failed}: BOSSDesk refused the request (${String(details.status)})` : `${failed}: ${said}`;
  return details.fieldErrors === undefined
    ? new BadRequestError(message, { ...details, hint: 'Check the fields that were sent.' })
    : new ValidationError(message, { ...details, hint: hintOf(details.fieldErrors) });
}

/** Rails says "must exist" of a record that an id names: often because a number was given in its place. */
function hintOf(fieldErrors: NonNullable<ErrorDetails['fieldErrors']>): string {
  const again = 'Correct the fields named and send it again.';
  if (!Object.values(fieldErrors).flat().includes('must exist')) return again;
  return `What must exist is named by its id, which is not the number that people see (friendly_id). ${again}`;
}

/** Which part of the plan a refused operation belongs to (notes 5.60). */
function moduleOf(operation: Operation): string {
  return operation.path.startsWith('/ci') || operation.path.startsWith('/manufacturers') ? 'the CMDB' : 'API access';
}

/** The error for a success status whose body is not what the API documents. */
export function unexpectedBody(
  operation: Operation,
  response: HttpResponse,
  expected: string,
): UnexpectedResponseError {
  const excerpt = excerptOf(response.body);
  return new UnexpectedResponseError(`${couldNot(operation)}: the answer is not ${expected}`, {
    operation: operation.id,
    status: response.status,
    messages: excerpt === '' ? [] : [excerpt],
    ...requestIdOf(response),
    hint: `Check that the BOSSDesk URL is the address of the service desk itself.${operation.change === undefined ? '' : ' The change may have been made: look before sending it again.'}`,
  });
}
