import type { Operation } from '../operations/index.js';
import { excerptOf, readMessages } from './messages.js';
import {
  AuthenticationError,
  BadRequestError,
  type BossDeskError,
  ConflictError,
  ConnectionError,
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
import { PROXY_LOGIN_HINT } from './errorFromFailure.js';
import { isOnTheWay, redirected, sayGateway } from './onTheWay.js';
import { describeTarget } from '../kinds/parameters.js';
import { hintOfRefusal } from './refusalHint.js';
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
  if (status >= 500) return serverError(operation, failed, details, response);
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
      return forbidden(operation, failed, details, response);
    case 404:
      return notFound(operation, input, details);
    case 407:
      return new ConnectionError(`${failed}: a proxy on the way to BOSSDesk wants a user name and password (407)`, {
        ...details,
        sent: false,
        fault: 'proxy',
        hint: PROXY_LOGIN_HINT,
      });
    case 409:
      return conflict(operation, input, failed, details);
    case 429:
      return rateLimited(operation, failed, details, response);
    default:
      return refused(operation, failed, details);
  }
}

function requestIdOf(response: HttpResponse): { readonly requestId?: string } {
  const requestId = response.headers['x-request-id'];
  // What a proxy puts there may be anything.
  const id =
    requestId
      ?.replace(/[^\x20-\x7e]/g, '')
      .slice(0, LONGEST_ID)
      .trim() ?? '';
  return id === '' ? {} : { requestId: id };
}

/** A UUID has 36. */
const LONGEST_ID = 80;

/** The API reports on `key` what was sent as `tmp_key` (notes 5.10). */
function renameFields(operation: Operation, said: ReturnType<typeof readMessages>): ReturnType<typeof readMessages> {
  const { key, ...others } = said.fieldErrors ?? {};
  if (operation.id !== 'attachments.create' || key === undefined) return said;
  return {
    messages: said.messages.map((message) => message.replace(/^key /, 'tmp_key ')),
    fieldErrors: { ...others, tmp_key: key },
  };
}

function serverError(
  operation: Operation,
  failed: string,
  details: ErrorDetails,
  response: HttpResponse,
): BossDeskError {
  if (details.status === 501) {
    return new NotImplementedError(`${failed}: BOSSDesk has not implemented this`, {
      ...details,
      hint:
        operation.id === 'savedSearches.run'
          ? 'Only saved searches of tickets and CIs can be run (owner_class "ticket" or "ci").'
          : 'There is no other way in this API.',
    });
  }
  const next =
    operation.change === undefined ? 'Try again later.' : 'Look whether the change was made before sending it again.';
  const hint = `${sayGateway(response)}${next}`;
  return new ServerError(`${failed}: BOSSDesk answered ${String(details.status)}`, { ...details, hint });
}

function conflict(operation: Operation, input: Input, failed: string, details: ErrorDetails): BossDeskError {
  if (operation.change === undefined)
    return new ConflictError(`${failed}: BOSSDesk reports a conflict`, { ...details, hint: 'Try again later.' });
  if (operation.change === 'create') {
    return new ConflictError(`${failed}: it conflicts with a record that exists`, {
      ...details,
      hint: 'Nothing was created. Look whether the record is there already.',
    });
  }
  const { lock } = operation;
  return lock !== undefined && input[lock] !== undefined
    ? new ConflictError(`${failed}: the record changed since its ${lock} was read`, {
        ...details,
        hint: `Read it again, apply the change to what is there now and send the new ${lock}.`,
      })
    : new ConflictError(`${failed}: somebody else changed the record at the same moment`, {
        ...details,
        hint: 'Read it again, and send the change once more if it still fits.',
      });
}

function forbidden(operation: Operation, failed: string, details: ErrorDetails, response: HttpResponse): BossDeskError {
  // A firewall in front of the application answers in plain text; that says nothing about permissions (notes 3).
  if ((response.headers['content-type'] ?? '').startsWith('text/plain')) {
    return new PermissionError(`${failed}: the request was blocked before it reached BOSSDesk`, {
      ...details,
      hint: 'Ask the administrator whether this address is blocked.',
    });
  }
  if (isOnTheWay(response)) {
    return new PermissionError(`${failed}: the request was refused, it seems by something on the way to BOSSDesk`, {
      ...details,
      hint: 'Ask the administrator of the network whether a proxy or firewall blocks this address; if none does, this user has no permission.',
    });
  }
  return operation.auth === 'basic'
    ? new PermissionError(`${failed}: this user may not sign in to the API`, {
        ...details,
        hint: 'Check user name and password, and ask a BOSSDesk administrator whether this user may use the API.',
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
  const wait =
    retryAfterMs === undefined ? 'a minute' : sayCount(Math.max(1, Math.ceil(retryAfterMs / 1000)), 'second');
  const harmless = operation.change === undefined ? '' : ' Nothing was changed.';
  return new RateLimitError(`${failed}: too many requests`, {
    ...details,
    retryAfterMs,
    hint: `Try again in ${wait}.${harmless}`,
  });
}

function refused(operation: Operation, failed: string, details: ErrorDetails): BossDeskError {
  const said = details.messages?.join('; ') ?? '';
  const { status = 0, fieldErrors } = details;
  const message = said === '' ? `${failed}: BOSSDesk refused the request (${String(status)})` : `${failed}: ${said}`;
  const explained = { ...details, hint: hintOfRefusal(operation, status, fieldErrors) };
  return status === UNPROCESSABLE || fieldErrors !== undefined
    ? new ValidationError(message, explained)
    : new BadRequestError(message, explained);
}

/** What Rails answers to a record that is not valid (doc L28). */
const UNPROCESSABLE = 422;

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
  const isSignIn = /<input\b[^<>]*\btype\s*=\s*["']?password/i.test(response.body);
  const advice = isSignIn
    ? 'Something in front of BOSSDesk asks people to sign in: ask its administrator to let requests to /api/v1 through, or check the BOSSDesk URL.'
    : 'Check that the BOSSDesk URL is the address of the service desk itself.';
  const what = isSignIn ? 'a sign-in page' : `not ${expected}`;
  return new UnexpectedResponseError(`${couldNot(operation)}: the answer is ${what}`, {
    operation: operation.id,
    status: response.status,
    messages: excerpt === '' ? [] : [excerpt],
    ...requestIdOf(response),
    hint: `${advice}${operation.change === undefined ? '' : ' The change may have been made: look before sending it again.'}`,
  });
}
