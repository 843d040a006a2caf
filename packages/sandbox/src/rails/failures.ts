/** A status that Rails answers with its own page for it (`ActionDispatch::PublicExceptions`). */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Messages by attribute; `base` is about the record as a whole (doc L170, L637). */
export type ValidationErrors = Record<string, string[]>;

/** A record that was not saved: 422 with its messages. */
export class ValidationFailure extends Error {
  override readonly name = 'ValidationFailure';
  readonly errors: ValidationErrors;

  constructor(errors: ValidationErrors) {
    super('Validation failed');
    this.errors = errors;
  }
}

export const notFound = (): HttpFailure => new HttpFailure(404, 'RecordNotFound');

export function refuseIfInvalid(errors: ValidationErrors): void {
  if (Object.keys(errors).length > 0) throw new ValidationFailure(errors);
}
