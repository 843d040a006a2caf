import {
  type HttpRequest,
  isCertificateFault,
  isPlainAnswer,
  TransportFailure,
  type TransportFailureDetails,
} from 'bossdesk-client';
import { NodeApiError } from 'n8n-workflow';

/** The HTTP client's own error, which n8n wraps. */
interface ClientError {
  readonly code?: unknown;
  readonly message?: unknown;
  /** The system's error. */
  readonly cause?: SystemError;
  readonly response?: { readonly status: number; readonly headers: Record<string, unknown>; readonly data: unknown };
}

interface SystemError {
  readonly syscall?: unknown;
  /** Where it wanted to connect. */
  readonly hostname?: unknown;
  readonly address?: unknown;
  readonly port?: unknown;
}

export function clientErrorOf(error: unknown): ClientError {
  const wrapped = error instanceof NodeApiError ? error.cause : error;
  return typeof wrapped === 'object' && wrapped !== null ? wrapped : {};
}

/** Errors that are no network's (a missing credential, a login that failed) go up as n8n words them. */
export function rejectUnanswered(
  request: HttpRequest,
  error: unknown,
  { aborted, timedOut }: { readonly aborted: boolean; readonly timedOut: boolean },
): never {
  if (error instanceof TransportFailure) throw error;
  if (aborted) throw new TransportFailure({ reason: 'aborted' }, { cause: error });
  if (timedOut) throw new TransportFailure({ reason: 'timeout' }, { cause: error });
  const { code, cause, message } = clientErrorOf(error);
  if (typeof code !== 'string') throw error instanceof Error ? error : new Error(String(error));
  throw new TransportFailure(describe(request, code, String(message), cause), { cause: error });
}

/** Codes of failures while looking a host up and connecting to it: nothing was sent yet. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** Node's code for a first line that is no answer. */
const NO_HTTP = 'HPE_INVALID_CONSTANT';

function describe(
  request: HttpRequest,
  code: string,
  message: string,
  cause: SystemError | undefined,
): TransportFailureDetails {
  if (code === 'ERR_CANCELED') return { reason: 'aborted' };
  if (isCertificateFault(code)) return { reason: 'certificate', code, words: message };
  if (isPlainAnswer(code, message)) return { reason: 'noTls', code };
  if (cause?.syscall === 'connect' || neverConnected.has(code))
    return { reason: 'unreachable', code, proxy: findProxy(request, cause) };
  if (code === NO_HTTP) return { reason: 'notHttp', code };
  const isTimeout = code === 'ETIMEDOUT' || (code === 'ECONNABORTED' && message.startsWith('timeout'));
  return isTimeout ? { reason: 'timeout', code } : { reason: 'interrupted', code };
}

/** n8n connects elsewhere than the request says where it has a proxy, which it tells nobody. */
function findProxy({ url }: HttpRequest, { hostname, address, port }: SystemError = {}): string | undefined {
  const target = new URL(url);
  if (typeof hostname === 'string') return hostname === bare(target.hostname) ? undefined : hostname;
  if (typeof address !== 'string' || typeof port !== 'number') return undefined;
  const targetPort = target.port === '' ? defaultPorts[target.protocol] : Number(target.port);
  return port === targetPort ? undefined : `${address}:${port}`;
}

const defaultPorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');
