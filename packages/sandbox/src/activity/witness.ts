import { type AnyOperation, nameOfPerson } from 'bossdesk-client';
import { findKeyByLogin, findKeyByToken } from '../http/authenticate.js';
import type { RecordedRequest, RequestLog } from '../http/requestLog.js';
import type { ApiKey } from '../kinds/apiKeys.js';
import type { World } from '../world.js';
import type { ActivityEntry, ActivityLog } from './activity.js';
import { nameFace } from './faces.js';
import { copySubject } from './subject.js';
import { tellDeed } from './words.js';

/** A request to the API, before it is answered. */
export interface Asked {
  readonly world: World;
  readonly recorded: RecordedRequest;
  /** None where there is no such route. */
  readonly operation: AnyOperation | undefined;
  readonly params: Readonly<Record<string, string>>;
  /** The header of that name, which the log does not keep. */
  readonly authorization: string | undefined;
}

/** Looks at a request before it is answered; what it gives is told the answer afterwards. */
export type Witness = (asked: Asked) => (status: number, answer: string) => void;

/** One that looks at nothing. */
export const noWitness: Witness = () => () => undefined;

/** A witness of the API's requests, who writes them down in words. */
export const createWitness =
  (log: ActivityLog): Witness =>
  ({ world, recorded, operation, params, authorization }) => {
    const { state } = world;
    const isLogin = operation !== undefined && 'auth' in operation;
    const key = (isLogin ? findKeyByLogin : findKeyByToken)(state.keys, authorization);
    const writes = operation !== undefined && 'change' in operation;
    const look = () => (operation === undefined ? undefined : copySubject(state, operation, params));
    const before = writes ? look() : undefined;
    return (status, answer) => {
      const deed =
        operation === undefined
          ? `asked for ${recorded.method} ${recorded.path}, which is no route`
          : tellDeed(state, { operation, params, before, after: writes ? look() : undefined, answer, status });
      log.add({ ...describeSender(world, recorded, key), status, writes, words: `${nameOf(world, key)} ${deed}` });
    };
  };

/** The log as the file storage writes it: those requests are told too. */
export const witnessStorage = (log: RequestLog, activity: ActivityLog, world: () => World): RequestLog => ({
  ...log,
  finish(request, status) {
    log.finish(request, status);
    const deed = request.method === 'POST' ? 'uploaded' : 'downloaded';
    const words = status < 400 && status > 0 ? `Somebody ${deed} a file` : `A file could not be ${deed}`;
    activity.add({ ...describeSender(world(), request, undefined), status, writes: false, words });
  },
});

/** Keys shorter than this would be half told by their end. */
const LONG_KEY = 12;

function describeSender(
  world: World,
  { method, path, query, headers }: RecordedRequest,
  key: ApiKey | undefined,
): Pick<ActivityEntry, 'at' | 'who' | 'key' | 'face' | 'agent' | 'method' | 'path'> {
  const agent = headers['user-agent'] ?? '';
  return {
    at: new Date(world.now()).toISOString(),
    who: key === undefined ? null : nameOf(world, key),
    key: key === undefined || key.token.length < LONG_KEY ? null : key.token.slice(-4),
    face: nameFace(agent),
    agent,
    method,
    path: query === '' ? path : `${path}?${query}`,
  };
}

function nameOf({ state }: World, key: ApiKey | undefined): string {
  if (key === undefined) return 'Somebody';
  const user = state.users.all.find(({ username }) => username === key.username);
  return user === undefined ? key.username : (nameOfPerson(user) ?? key.username);
}
