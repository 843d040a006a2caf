import { BossDeskError, type ErrorDetails } from './bossDeskError.js';

/** No answer: the host was not reached, or the connection broke. */
export class ConnectionError extends BossDeskError {
  override readonly name = 'ConnectionError';
  /** Whether the request may have arrived: a write may then have happened. */
  readonly sent: boolean;

  constructor(message: string, details: ErrorDetails & { readonly sent: boolean }, options?: ErrorOptions) {
    super(message, details, options);
    this.sent = details.sent;
  }
}
