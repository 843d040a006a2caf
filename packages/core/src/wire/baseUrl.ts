import { InvalidUrlError } from '../errors/index.js';
import { isLoopbackHost, isPrivateHost } from './privateHost.js';

const FORMS = 'give a subdomain (acme), a host (acme.bossdesk.io) or a full address (https://desk.example.com/support)';
const subdomain = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

/**
 * Turns what people paste into the base URL of an account, without `/api/v1` and without a trailing slash:
 * `acme` and `acme.bossdesk.io` become `https://acme.bossdesk.io` (doc L7); a full URL of an on-premise host keeps its
 * path prefix. Plain http is for loopback hosts, where it is also the default, and with a permission for private ones.
 *
 * @throws InvalidUrlError for credentials, a query or a fragment in the URL, http to a remote host, other schemes.
 */
export function normalizeBaseUrl(text: string, permission: HttpPermission = {}): string {
  // What comes along from a document or a file of variables: signs that nobody sees, quotes, angle brackets.
  const trimmed = text
    .replace(/\p{Cf}/gu, '')
    .replace(/^[\s"'`<]+|[\s"'`>]+$/g, '')
    .trim();
  if (trimmed === '') throw new InvalidUrlError(`The BOSSDesk URL is empty: ${FORMS}`);
  const url = parseUrl(withScheme(trimmed));
  if (url.username !== '' || url.password !== '') {
    throw new InvalidUrlError(
      'The BOSSDesk URL must not contain a user name or password: the credential has its own fields',
    );
  }
  if (trimmed.includes('?')) throw new InvalidUrlError('The BOSSDesk URL must not contain a query (?…)');
  if (trimmed.includes('#')) throw new InvalidUrlError('The BOSSDesk URL must not contain a fragment (#…)');
  if (!isHost(url.hostname)) throw new InvalidUrlError(`The BOSSDesk URL is not an address: ${FORMS}`);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new InvalidUrlError(`The BOSSDesk URL must start with https://, not ${url.protocol}//`);
  }
  if (!mayUseScheme(url, permission)) throw new InvalidUrlError(refusePlainHttp(url.hostname, permission));
  const prefix = url.pathname
    .replace(/\/+$/, '')
    .replace(/\/api(?:\/v1(?:\/.*)?)?$/i, '')
    .replace(/\/+$/, '');
  return `${url.protocol}//${url.host}${prefix}`;
}

/** `https//acme` and `https://https://acme` have a host that no network has. */
const isHost = (hostname: string): boolean =>
  /^(?:\[[\da-f:.]+\]|[\w-]+(?:\.[\w-]+)*\.?)$/i.test(hostname) && !/^https?(?:\.bossdesk\.io)?$/.test(hostname);

/** Who knows his network may let plain http go to a private address: a container, a laboratory. */
export interface HttpPermission {
  readonly allowHttp?: boolean | undefined;
  /** What people call the permission where they give it; default `allowHttp`. */
  readonly permission?: string | undefined;
}

function mayUseScheme({ protocol, hostname }: URL, { allowHttp = false }: HttpPermission): boolean {
  return protocol !== 'http:' || isLoopbackHost(hostname) || (allowHttp && isPrivateHost(hostname));
}

function refusePlainHttp(hostname: string, { permission = 'allowHttp' }: HttpPermission): string {
  const why = `The BOSSDesk URL must start with https://: plain http to ${hostname} would show the API key to the network`;
  return isPrivateHost(hostname) ? `${why}. For a private address such as this one, ${permission} allows it` : why;
}

/** Refuses an address that a server named for files unless it is https, on this machine or allowed (notes 5.9). */
export function isSafeFileUrl(text: string, permission: HttpPermission = {}): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === 'https:' || url.protocol === 'http:') && mayUseScheme(url, permission);
}

function withScheme(text: string): string {
  if (/^(?:https?:|[a-z][a-z0-9+.-]*:\/\/)/i.test(text)) return text;
  const host = /^(\[[^\]]*\]|[^/:?#@]*)/.exec(text)?.[0] ?? '';
  if (isLoopbackHost(host.toLowerCase())) return `http://${text}`;
  // A name with a port is a host of one's own.
  if (!subdomain.test(host) || text.startsWith(':', host.length)) return `https://${text}`;
  return `https://${host}.bossdesk.io${text.slice(host.length)}`;
}

function parseUrl(text: string): URL {
  if (!URL.canParse(text)) throw new InvalidUrlError(`The BOSSDesk URL is not an address: ${FORMS}`);
  return new URL(text);
}
