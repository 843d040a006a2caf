/** An S3 error: its document says more than its status (notes 2). */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const accessDenied = (message: string): StorageError => new StorageError(403, 'AccessDenied', message);
