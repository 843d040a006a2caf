import { timingSafeEqual } from 'node:crypto';
import type { ApiKey } from '../kinds/apiKeys.js';

/** The API key in `Token token="KEY"`, `Token KEY` or `Bearer KEY`, read as Rails does (notes 4). */
function readToken(authorization: string | undefined): string | null {
  const scheme = /^(?:Token|Bearer)\s+/.exec(authorization ?? '');
  if (scheme === null || authorization === undefined) return null;
  const [first = ''] = authorization
    .slice(scheme[0].length)
    .split(/\s*[,;\t]\s*/)
    .filter((part) => part !== '');
  return first.replace(/^token=/, '').replace(/^"|"$/g, '');
}

/** User name and password of HTTP Basic. */
function readBasic(authorization: string | undefined): { username: string; password: string } | null {
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon < 0 ? null : { username: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}

export function findKeyByToken(keys: readonly ApiKey[], authorization: string | undefined): ApiKey | undefined {
  const token = readToken(authorization);
  return token === null ? undefined : keys.find((key) => isSame(key.token, token));
}

/** The user name may be `DOMAIN\name` (notes 5.63); upper and lower case differ, as in any `find_by`. */
export function findKeyByLogin(keys: readonly ApiKey[], authorization: string | undefined): ApiKey | undefined {
  const login = readBasic(authorization);
  if (login === null) return undefined;
  const username = login.username.replace(/^[^\\]*\\/, '');
  return keys.find((key) => key.username === username && key.password !== null && isSame(key.password, login.password));
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
