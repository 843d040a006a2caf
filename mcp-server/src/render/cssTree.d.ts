// css-tree's types are those of its whole; of its parts, the one that describes every property is as large as this server.

declare module 'css-tree/parser' {
  import type { CssNode, ParseOptions } from 'css-tree';

  const parse: (text: string, options?: ParseOptions) => CssNode;
  export default parse;
}

declare module 'css-tree/tokenizer' {
  export function tokenize(text: string, onToken: (type: number, start: number, end: number) => void): void;
  export const tokenTypes: { readonly Comment: number; readonly String: number };
}

declare module 'css-tree/utils' {
  /** Names without their escapes. */
  export const ident: { decode(name: string): string };
}
