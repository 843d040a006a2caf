import { BlockList, isIP } from 'node:net';
import { InvalidUrlError } from '../errors/index.js';
import { isLoopbackHost } from '../wire/privateHost.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy of a request by the environment, as curl reads it: `HTTPS_PROXY` or `HTTP_PROXY` by the scheme, else
 * `ALL_PROXY`, unless `NO_PROXY` names the host; in small letters they come first. This machine is reached without one.
 * (undici's own agent for the environment does not tell which proxy it takes.)
 *
 * @throws InvalidUrlError for a proxy whose address cannot be read.
 */
export function proxyFromEnvironment(url: string, environment: Environment): string | undefined {
  const target = new URL(url);
  if (isLoopbackHost(target.hostname)) return undefined;
  const names = [`${target.protocol.slice(0, -1)}_proxy`, 'all_proxy'];
  for (const name of names) {
    const proxy = readVariable(environment, name);
    if (proxy !== '')
      return isExempt(target, readVariable(environment, 'no_proxy')) ? undefined : readProxy(proxy, name);
  }
  return undefined;
}

/**
 * The proxy of a request as messages name it.
 *
 * @param given a proxy for all requests, in place of those of the environment
 */
export function findProxy(url: string, given: string | undefined): string | undefined {
  const proxy = given ?? proxyFromEnvironment(url, process.env);
  return proxy === undefined ? undefined : nameProxy(proxy);
}

function readVariable(environment: Environment, name: string): string {
  return (environment[name] ?? environment[name.toUpperCase()] ?? '').trim();
}

const PROXY_FORM = 'give http://host:port or http://user:password@host:port';

/** The address with its scheme. What was given may hold a password, and is never repeated. */
export function readProxy(text: string, name: string): string {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const isProxy = URL.canParse(url) && proxySchemes.has(new URL(url).protocol) && hasReadableLogin(new URL(url));
  if (!isProxy) throw new InvalidUrlError(`${name.toUpperCase()} is not the address of a proxy: ${PROXY_FORM}`);
  return url;
}

const proxySchemes = new Set(['http:', 'https:', 'socks5:']);

function hasReadableLogin({ username, password }: URL): boolean {
  try {
    decodeURIComponent(`${username}${password}`);
    return true;
  } catch {
    return false;
  }
}

/** A proxy as messages name it: without its password. */
export function nameProxy(proxy: string): string {
  const { protocol, host } = new URL(proxy);
  return `${protocol}//${host}`;
}

const defaultPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** Entries are hosts, with those below them, of one port or all; networks (`10.0.0.0/8`); or `*`. */
function isExempt({ hostname, port, protocol }: URL, exemptions: string): boolean {
  const host = hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();
  const targetPort = port === '' ? (defaultPorts[protocol] ?? '') : port;
  return exemptions.split(/[,\s]+/).some((entry) => {
    if (entry === '') return false;
    if (entry === '*') return true;
    if (entry.includes('/')) return isInNetwork(host, entry);
    const [, name = '', onlyPort] = /^(.*?)(?::(\d+))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? [];
    if (onlyPort !== undefined && onlyPort !== targetPort) return false;
    const suffix = name.replace(/^\[|\]$|^\*?\./g, '').toLowerCase();
    return host === suffix || host.endsWith(`.${suffix}`);
  });
}

function isInNetwork(host: string, network: string): boolean {
  const [address = '', length = ''] = network.split('/');
  const version = isIP(address);
  if (version === 0 || version !== isIP(host) || !/^\d{1,3}$/.test(length)) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (Number(length) > (version === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  list.addSubnet(address, Number(length), family);
  return list.check(host, family);
}
