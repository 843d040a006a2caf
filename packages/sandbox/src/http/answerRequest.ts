import type { AnyOperation } from 'bossdesk-client';
import { handlers } from '../handlers/index.js';
import type { Handler } from '../handlers/handler.js';
import { HttpFailure } from '../rails/failures.js';
import { permitBody } from '../rails/permitBody.js';
import { parseRackQuery } from '../rails/rackQuery.js';
import type { ApiKey } from '../kinds/apiKeys.js';
import type { World } from '../world.js';
import { acceptedFormat } from './acceptedFormat.js';
import { type Answer, emptyAnswer, failureAnswer, jsonAnswer, statusPage, unauthorizedAnswer } from './answer.js';
import { findKeyByLogin, findKeyByToken } from './authenticate.js';
import { authorize } from './authorize.js';
import { readBodyParameters } from './readBodyParameters.js';

/** A request on its way to an operation. */
export interface ApiRequest {
  readonly operation: AnyOperation;
  readonly params: Readonly<Record<string, string>>;
  /** What Rails took for a format at the end of the path. */
  readonly extension: string | undefined;
  readonly query: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer | undefined;
  /** Which of the orders is meant that a list can have where its sorts leave records equal. */
  readonly tieOrder: number;
}

/** Answers as Rails does, in its order: body and query, Accept, key, plan, permission, record (notes 4). */
export function answerRequest(world: World, request: ApiRequest): Answer {
  const { operation, headers } = request;
  const accepted = acceptedFormat(headerText(headers['accept']), request.extension);
  const format = accepted ?? 'html';
  try {
    const query = parseRackQuery(request.query);
    const { value: body, isJson } = readBodyParameters(request.body, headerText(headers['content-type']));
    if (accepted === null) return statusPage(406, format);

    const isLogin = 'auth' in operation;
    const authorization = headerText(headers['authorization']);
    const key = (isLogin ? findKeyByLogin : findKeyByToken)(world.state.keys, authorization);
    if (key === undefined) return unauthorizedAnswer(isLogin ? 'Basic' : 'Token');
    authorize(key, operation);

    const now = world.now();
    const context = {
      ...world,
      key,
      user: findUserOf(world, key),
      params: request.params,
      query,
      tieOrder: request.tieOrder,
      now: new Date(now).toISOString(),
      storage: world.storage.linksFor(headerText(headers['host'])),
    };
    // The table pairs each operation with its own handler; seen as one type, that pairing is lost.
    const handler = handlers[operation.id] as Handler<never>;
    const value: unknown = handler(context, () => permitBody(operation, { query, body, isJson }, now) as never);
    return operation.success.body === 'none'
      ? emptyAnswer(operation.success.status)
      : jsonAnswer(operation.success.status, value);
  } catch (error) {
    return failureAnswer(error, format);
  }
}

function findUserOf({ state }: World, { username }: ApiKey) {
  const user = state.users.all.find((candidate) => candidate.username === username);
  if (user === undefined) throw new HttpFailure(500, `No user ${username}`);
  return user;
}

const headerText = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(', ') : value;
