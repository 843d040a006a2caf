/** One committed file that is derived from the declaration (operations and schemas). */
export interface Generator {
  /** From the repository's root. */
  readonly path: string;
  /** The file's text; the formatter goes over it afterwards. */
  readonly render: () => string | Promise<string>;
}

/** First lines of a generated TypeScript file. */
export const generatedNotice =
  '// Written by `pnpm generate` out of packages/core/src/operations and schemas; edits are lost.';
