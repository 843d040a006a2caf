import type { End } from './limit.js';
import { isCertificateFault, isPlainAnswer } from '../wire/tlsFaults.js';
import { TransportFailure, type TransportFailureDetails } from '../wire/transport.js';

/** How far a request came. */
export interface Progress {
  /** Why it ended before its answer. */
  readonly end?: End | undefined;
  /** Whether it began to be sent; before, there was no connection. */
  readonly began: boolean;
  /** The proxy on its way, without its password. */
  readonly proxy?: string | undefined;
}

/** Tells what a failure of undici's means for the request; once it began to be sent, it may have arrived. */
export function toTransportFailure(error: unknown, progress: Progress): TransportFailure {
  const options = { cause: error };
  if (progress.end === 'aborted') return new TransportFailure({ reason: 'aborted', sent: progress.began }, options);
  if (!progress.began) return new TransportFailure(describeUnmade(error, progress), options);
  if (progress.end === 'timedOut') return new TransportFailure({ reason: 'timeout' }, options);
  const { code } = read(error);
  return new TransportFailure(
    isNoHttp(error) ? { reason: 'notHttp', code: NO_HTTP } : { reason: 'interrupted', code },
    options,
  );
}

/** Of a connection that was never made. */
function describeUnmade(error: unknown, { end, proxy }: Progress): TransportFailureDetails {
  if (end === 'timedOut') return { reason: 'unreachable', code: 'ETIMEDOUT', proxy };
  const { code, words } = read(error);
  if (code !== undefined && isCertificateFault(code)) return { reason: 'certificate', code, words };
  if (code !== undefined && isPlainAnswer(code, words)) return { reason: 'noTls', code };
  const proxyStatus = /^Proxy response \((\d{3})\)/.exec(words)?.[1];
  if (proxyStatus !== undefined) return { reason: 'proxy', proxy, proxyStatus: Number(proxyStatus) };
  return { reason: 'unreachable', code, proxy };
}

/** What errors have; read by shape, since realms have their own `Error`. */
interface SystemError {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
}

const shapeOf = (error: unknown): SystemError => (typeof error === 'object' && error !== null ? error : {});

/** Of a first line that is no answer, undici tells no code; Node's own parser calls it so. */
const NO_HTTP = 'HPE_INVALID_CONSTANT';

function isNoHttp(error: unknown): boolean {
  const { name, code } = shapeOf(error);
  return code === NO_HTTP || (name === 'HTTPParserError' && code === undefined);
}

/** The system's code and words, which some failures carry in their cause. */
function read(error: unknown): { readonly code: string | undefined; readonly words: string } {
  const { code, message, cause } = shapeOf(error);
  if (typeof code === 'string') return { code, words: typeof message === 'string' ? message : '' };
  return cause === undefined ? { code: undefined, words: '' } : read(cause);
}
