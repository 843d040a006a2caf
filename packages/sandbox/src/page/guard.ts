import type { IncomingHttpHeaders } from 'node:http';
import { isLoopbackHost, isPrivateHost } from 'bossdesk-client';

interface Incoming {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/**
 * Whether a request comes from a browser on this machine that went to this machine by name. The page asks for no key, so
 * other machines do not get it; nor does a name of somebody's that leads here (DNS rebinding).
 */
export function isFromHere({ headers, socket }: Incoming): boolean {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const isLocal = address === '::1' || address.startsWith('127.');
  return isLocal && isLoopbackHost(hostOf(headers.host));
}

/**
 * Whether the page itself sent it: a browser says where a request comes from, and no other page can make it say
 * otherwise. What is no browser says nothing, and has the API.
 */
export function isFromPage({ method, headers }: Incoming): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return method === 'GET' || headers.origin === `http://${headers.host ?? ''}`;
}

/**
 * Whether another page made a browser send it, or may have: by a name that only leads here (DNS rebinding), where a
 * browser says no more than other programs do. Containers and networks of one's own have other names and addresses.
 */
export function isFromOtherPage({ headers }: Pick<Incoming, 'headers'>): boolean {
  const { origin, host = '' } = headers;
  const name = hostOf(host);
  const isAddress = /^(?:\[.*\]|[\d.]+)$/.test(name);
  if (!isAddress && !isPrivateHost(name)) return true;
  const site = headers['sec-fetch-site'];
  const isOther = site !== undefined && site !== 'same-origin' && site !== 'none';
  return isOther || (origin !== undefined && origin !== `http://${host}`);
}

function hostOf(host: string | undefined): string {
  if (host === undefined) return '';
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return '';
  }
}
