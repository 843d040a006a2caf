import { BossDeskError, type ErrorDetails } from './bossDeskError.js';

/**
 * Why there is no answer: `unreachable`, a `certificate` that is not trusted, a port without TLS (`noTls`) or for TLS
 * alone (`onlyTls`), a `proxy` that lets nothing through, a connection that was `interrupted`, an answer that is `notHttp`.
 */
export type ConnectionFault = 'unreachable' | 'certificate' | 'noTls' | 'onlyTls' | 'proxy' | 'interrupted' | 'notHttp';

/** No answer: the host was not reached, or the connection broke. */
export class ConnectionError extends BossDeskError {
  override readonly name = 'ConnectionError';
  /** Whether the request may have arrived: a write may then have happened. */
  readonly sent: boolean;
  readonly fault: ConnectionFault;

  constructor(
    message: string,
    details: ErrorDetails & { readonly sent: boolean; readonly fault?: ConnectionFault },
    options?: ErrorOptions,
  ) {
    super(message, details, options);
    this.sent = details.sent;
    this.fault = details.fault ?? (details.sent ? 'interrupted' : 'unreachable');
  }
}
