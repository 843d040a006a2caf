/** One committed file that is derived from the declaration (operations and schemas). */
export interface Generator {
  /** From the repository's root. */
  readonly path: string;
  /** The file's text; the formatter goes over it afterwards. */
  readonly render: () => string | Promise<string>;
}

/** What one pass writes. A pass sees what the passes before it wrote. */
export interface Pass {
  readonly generators: readonly Generator[];
  /** Folders that hold nothing but what the pass writes: whatever else lies there is left over, and removed. */
  readonly folders?: readonly string[];
}

/** First lines of a generated TypeScript file. */
export const GENERATED_NOTICE =
  '// Written by `pnpm generate` out of packages/core/src/operations and schemas; edits are lost.';
