import { TransportFailure } from '../http/transport.js';

/** Failures that come before the first byte is sent: the name, the route, the port, the certificate. */
const UNREACHABLE = new Set([
  'EACCES',
  'EADDRNOTAVAIL',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPROTO',
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
  if (code !== undefined && UNREACHABLE.has(code))
    return new TransportFailure({ reason: 'unreachable', ...details }, { cause: error });
  if (aborted) return new TransportFailure({ reason: 'aborted' }, { cause: error });
  if (timedOut) return new TransportFailure({ reason: 'timeout' }, { cause: error });
  return new TransportFailure({ reason: 'interrupted', ...details }, { cause: error });
}

/** The system's code, which some failures carry in their cause; read by shape, since realms have their own `Error`. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? codeOf(error.cause) : undefined;
}
