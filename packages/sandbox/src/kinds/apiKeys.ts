import { isJson, type Json, numberIn, recordIn, textIn } from '../data/fields.js';

/** A login: who it is, what it may do and what the account's plan allows. */
export interface ApiKey {
  token: string;
  username: string;
  password: string | null;
  /** Verbs by kind of record, `manage` for all (doc L56-62). */
  permissions: Record<string, string[]>;
  plan: { api: boolean; cmdb: boolean };
  throttle: Throttle | null;
}

/** A fixed window as Rack::Attack has it (notes 3). */
export interface Throttle {
  limit: number;
  /** Seconds. */
  period: number;
  /** Whether a refusal says when to come back. */
  retry_after: boolean;
}

/** Documented: this is no secret. */
export const defaultKey: ApiKey = {
  token: 'c3176bbca97c5b7ee6cee715f3379366e031e0815862',
  username: 'jackpot',
  password: 'sandbox-password',
  permissions: {
    tickets: ['manage'],
    cis: ['manage'],
    users: ['manage'],
    software: ['index', 'show'],
    holiday_calendar: ['manage'],
  },
  plan: { api: true, cmdb: true },
  throttle: null,
};

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
