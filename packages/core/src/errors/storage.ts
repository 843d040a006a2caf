import { BossDeskError, type ErrorDetails } from './bossDeskError.js';

/** The file storage (S3), not BOSSDesk, refused an upload or a download (notes 2). */
export class StorageError extends BossDeskError {
  override readonly name = 'StorageError';
  /** S3's error code, e.g. `EntityTooLarge`. */
  readonly code: string | undefined;

  constructor(message: string, details: ErrorDetails & { readonly code: string | undefined }) {
    super(message, details);
    this.code = details.code;
  }
}
