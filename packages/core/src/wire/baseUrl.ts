import { InvalidUrlError } from '../errors/index.js';

const FORMS = 'give a subdomain (acme), a host (acme.bossdesk.io) or a full address (https://desk.example.com/support)';
const subdomain = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

/**
 * Turns what people paste into the base URL of an account, without `/api/v1` and without a trailing slash:
 * `acme` and `acme.bossdesk.io` become `https://acme.bossdesk.io` (doc L7); a full URL of an on-premise host keeps its
 * path prefix. Plain http is for loopback hosts only, where it is also the default.
 *
 * @throws InvalidUrlError for credentials, a query or a fragment in the URL, http to a remote host, other schemes.
 */
export function normalizeBaseUrl(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new InvalidUrlError(`The BOSSDesk URL is empty: ${FORMS}`);
  const url = parseUrl(withScheme(trimmed));
  if (url.username !== '' || url.password !== '') {
    throw new InvalidUrlError(
      'The BOSSDesk URL must not contain a user name or password: the credential has its own fields',
    );
  }
  if (trimmed.includes('?')) throw new InvalidUrlError('The BOSSDesk URL must not contain a query (?…)');
  if (trimmed.includes('#')) throw new InvalidUrlError('The BOSSDesk URL must not contain a fragment (#…)');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new InvalidUrlError(`The BOSSDesk URL must start with https://, not ${url.protocol}//`);
  }
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    throw new InvalidUrlError(
      `The BOSSDesk URL must start with https://: plain http to ${url.hostname} would show the API key to the network`,
    );
  }
  const prefix = url.pathname
    .replace(/\/+$/, '')
    .replace(/\/api(?:\/v1(?:\/.*)?)?$/i, '')
    .replace(/\/+$/, '');
  return `${url.protocol}//${url.host}${prefix}`;
}

/** Whether a host name is this machine: the only one that plain http may be sent to. */
function isLoopbackHost(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname)
  );
}

/** Refuses an address that a server named for files unless it is https or on this machine (notes 5.9). */
export function isSafeFileUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
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
