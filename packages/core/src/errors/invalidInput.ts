import { BossDeskError } from './bossDeskError.js';

/** One thing wrong with one field. */
export interface InputIssue {
  readonly field: string;
  readonly message: string;
  /** It stands by itself, rather than going on after the field's name. */
  readonly isSentence?: true;
}

/** The input was refused before any request left. */
export class InvalidInputError extends BossDeskError {
  override readonly name = 'InvalidInputError';
  readonly issues: readonly InputIssue[];

  constructor(details: { readonly operation: string; readonly issues: readonly InputIssue[]; readonly hint?: string }) {
    super(details.issues.map(({ field, message }) => `${field}: ${message}`).join('; '), {
      operation: details.operation,
      ...(details.hint === undefined ? {} : { hint: details.hint }),
    });
    this.issues = details.issues;
  }
}
