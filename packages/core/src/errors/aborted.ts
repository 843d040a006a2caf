import { BossDeskError, type ErrorDetails } from './bossDeskError.js';

/** The caller gave up before an answer came. */
export class AbortedError extends BossDeskError {
  override readonly name = 'AbortedError';
  /** Whether the request may have arrived: a write may then have happened. */
  readonly sent: boolean;

  constructor(message: string, details: ErrorDetails & { readonly sent?: boolean }, options?: ErrorOptions) {
    super(message, details, options);
    this.sent = details.sent ?? true;
  }
}
