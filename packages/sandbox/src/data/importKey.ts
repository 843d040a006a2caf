import type { ApiKey, Throttle } from '../state/records.js';
import { isJson, type Json, numberIn, recordIn, textIn } from './fields.js';

/** A key out of what is said of it, the rest as another has it. */
export function importKey(json: Json, defaults: ApiKey): ApiKey {
  const plan = recordIn(json, 'plan') ?? {};
  const permissions = recordIn(json, 'permissions');
  return {
    token: textIn(json, 'token') ?? defaults.token,
    username: textIn(json, 'username') ?? defaults.username,
    password: textIn(json, 'password') ?? defaults.password,
    permissions: permissions === null ? defaults.permissions : readPermissions(permissions),
    plan: { ...defaults.plan, ...readFlags(plan) },
    throttle: json['throttle'] === undefined ? defaults.throttle : readThrottle(json['throttle']),
  };
}

const readFlags = (json: Json): Record<string, boolean> =>
  Object.fromEntries(Object.entries(json).map(([name, value]) => [name, value !== false]));

const readPermissions = (json: Json): ApiKey['permissions'] =>
  Object.fromEntries(
    Object.entries(json).map(([resource, verbs]) => [resource, Array.isArray(verbs) ? verbs.map(String) : []]),
  );

function readThrottle(value: unknown): Throttle | null {
  if (!isJson(value)) return null;
  const limit = numberIn(value, 'limit');
  if (limit === null) return null;
  return { limit, period: numberIn(value, 'period') ?? 60, retry_after: value['retry_after'] === true };
}
