import type { Operation } from '../operations/index.js';
import {
  AbortedError,
  type BossDeskError,
  ConnectionError,
  type ConnectionFault,
  TimeoutError,
  UnexpectedResponseError,
} from '../errors/index.js';
import { couldNot, sayCount } from './sentences.js';
import { certificateRemedy, describeCertificateFault } from './tlsFaults.js';
import type { TransportFailure } from './transport.js';

/** What was tried. */
export interface Attempts {
  readonly host: string;
  /** The limit of each attempt. */
  readonly timeoutMs: number;
  /** The longest answer that is taken. */
  readonly maxBytes: number;
  readonly tries: number;
  /** How long all of them took. */
  readonly tookMs: number;
}

/** The typed error for a request that got no answer; says whether a write may have happened. */
export function errorFromFailure(operation: Operation, failure: TransportFailure, attempts: Attempts): BossDeskError {
  const options = { cause: failure };
  const isWrite = operation.change !== undefined;
  const outcome = !isWrite ? '' : failure.sent ? ` ${MAY_HAVE_HAPPENED}` : ' Nothing was sent.';
  const { host, timeoutMs } = attempts;
  const failed = couldNot(operation);
  const details = (hint: string) => ({ operation: operation.id, hint: `${hint}${outcome}` });
  switch (failure.reason) {
    case 'timeout':
      return new TimeoutError(
        `${failed}: no complete answer from ${host} within ${String(timeoutMs)} ms${sayTries(attempts)}`,
        details('Allow more time or ask for less.'),
        options,
      );
    case 'aborted':
      return new AbortedError(
        `${failed}: it was cancelled`,
        { ...details('Whoever asked for it gave it up.'), sent: failure.sent },
        options,
      );
    case 'tooLarge':
      return new UnexpectedResponseError(
        `${failed}: the answer of ${host} is larger than ${sayMegabytes(attempts.maxBytes)} and was cut off`,
        details('Ask for less, or check that the BOSSDesk URL is the address of the service desk itself.'),
        options,
      );
    default: {
      const [what, hint] = wordFault(failure, host);
      const tried = isTimeToConnect(failure) ? sayTries(attempts) : '';
      const fault: ConnectionFault = failure.reason;
      return new ConnectionError(
        `${failed}: ${what}${tried}`,
        { ...details(hint), sent: failure.sent, fault },
        options,
      );
    }
  }
}

const MAY_HAVE_HAPPENED = 'The change may have been made: look before sending it again.';

/** What happened, and what to do next. */
function wordFault(failure: TransportFailure, host: string): [what: string, hint: string] {
  const { code = '', words, proxy, message } = failure;
  switch (failure.reason) {
    case 'certificate':
      return [
        `${host} answers with a certificate that this machine does not trust (${describeCertificateFault(code, words)})`,
        certificateRemedy(code),
      ];
    case 'noTls':
      return [
        `${host} answers without TLS, though the URL says https (${message})`,
        'Check the port in the BOSSDesk URL.',
      ];
    case 'onlyTls':
      return [`${host} takes TLS alone, though the URL says http`, 'Write https:// in the BOSSDesk URL.'];
    case 'notHttp':
      return [`what answers at ${host} does not speak HTTP (${message})`, 'Check host and port in the BOSSDesk URL.'];
    case 'proxy':
      return wordProxy(failure, host);
    case 'interrupted':
      return [`the connection to ${host} broke (${message})`, 'Try again later.'];
    default:
      return proxy === undefined
        ? [`${host} cannot be reached (${message})`, 'Check the BOSSDesk URL and the network.']
        : [`the proxy ${proxy} cannot be reached (${message})`, CHECK_PROXY];
  }
}

const CHECK_PROXY = 'Check the proxy in HTTPS_PROXY or HTTP_PROXY; hosts in NO_PROXY are reached without it.';

function wordProxy({ proxy = '', proxyStatus, message }: TransportFailure, host: string): [string, string] {
  if (proxyStatus === undefined) return [`the proxy ${proxy} let nothing through (${message})`, CHECK_PROXY];
  const status = String(proxyStatus);
  if (proxyStatus === PROXY_LOGIN) {
    return [`the proxy ${proxy} wants a user name and password (${status})`, PROXY_LOGIN_HINT];
  }
  return proxyStatus >= SERVER_FAULT
    ? [`the proxy ${proxy} cannot reach ${host} (${status})`, `Check the BOSSDesk URL and the network. ${CHECK_PROXY}`]
    : [
        `the proxy ${proxy} refuses the way to ${host} (${status})`,
        `Ask for ${host} to be allowed there. ${CHECK_PROXY}`,
      ];
}

export const PROXY_LOGIN_HINT =
  'Put the right ones into the address of the proxy (HTTPS_PROXY=http://user:password@host:port), with special characters percent-encoded.';

/** Proxy Authentication Required. */
const PROXY_LOGIN = 407;
const SERVER_FAULT = 500;

function isTimeToConnect({ reason, code }: TransportFailure): boolean {
  return reason === 'unreachable' && /^(?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/.test(code ?? '');
}

/** Somebody who waited wants to know that it was not for one attempt. */
function sayTries({ tries, tookMs }: Attempts): string {
  return tries < 2
    ? ''
    : `, tried ${String(tries)} times in ${sayCount(Math.max(1, Math.round(tookMs / 1000)), 'second')}`;
}

function sayMegabytes(bytes: number): string {
  return `${String(Math.ceil(bytes / 2 ** 20))} MB`;
}
