import { TransportFailure } from '../wire/transport.js';

/** System calls that come before the first byte is sent. Their codes alone say less: an open connection has them too. */
const connectingCalls = new Set<unknown>(['connect', 'getaddrinfo']);

/** Failures before the first byte that name no system call: the time to connect, the certificate. */
const notConnected = new Set<unknown>([
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Tells what a failure of undici's means for the request; what it does not know may have been sent. */
export function toTransportFailure(
  error: unknown,
  { timedOut, aborted }: { timedOut: boolean; aborted: boolean },
): TransportFailure {
  const code = codeOf(error);
  const details = code === undefined ? {} : { code };
  // A connection that was never made is told as such, even when the time limit or the caller came first.
  if (isUnsent(error)) return new TransportFailure({ reason: 'unreachable', ...details }, { cause: error });
  if (aborted) return new TransportFailure({ reason: 'aborted' }, { cause: error });
  if (timedOut) return new TransportFailure({ reason: 'timeout' }, { cause: error });
  return new TransportFailure({ reason: 'interrupted', ...details }, { cause: error });
}

/** What errors have; read by shape, since realms have their own `Error`. */
interface SystemError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  /** One for each address of the host that was tried. */
  readonly errors?: unknown;
  readonly cause?: unknown;
}

const shapeOf = (error: unknown): SystemError => (typeof error === 'object' && error !== null ? error : {});

function isUnsent(error: unknown): boolean {
  const { code, syscall, errors, cause } = shapeOf(error);
  if (connectingCalls.has(syscall) || notConnected.has(code)) return true;
  if (Array.isArray(errors)) return errors.every(isUnsent);
  return cause !== undefined && isUnsent(cause);
}

/** The system's code, which some failures carry in their cause. */
function codeOf(error: unknown): string | undefined {
  const { code, cause } = shapeOf(error);
  if (typeof code === 'string') return code;
  return cause === undefined ? undefined : codeOf(cause);
}
