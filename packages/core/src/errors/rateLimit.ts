import { BossDeskError, type ErrorDetails } from './bossDeskError.js';

/** 429: too many requests. A write refused so has not happened. */
export class RateLimitError extends BossDeskError {
  override readonly name = 'RateLimitError';
  /** Milliseconds that the server asks to wait, when it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, details: ErrorDetails & { readonly retryAfterMs: number | undefined }) {
    super(message, details);
    this.retryAfterMs = details.retryAfterMs;
  }
}
