/** A line that begins an item; one alone is more often a sum or a signature than a list. */
const bullets = /^ {0,3}[-*+] +\S/gm;
const numbers = /^ {0,3}\d{1,3}[.)] +\S/gm;

/** What is written on purpose: none of it occurs by chance in a log, a path or a sum. */
const signs: readonly RegExp[] = [
  /^ {0,3}```[^`\n]*$/m,
  // Deeper headings: `# ` begins a comment in a script and a line at a prompt.
  /^ {0,3}#{2,6} +\S/m,
  /(?<![\w*])\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*(?![\w*])/,
  /(?<![\w*/\\])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\w*/\\.])/,
  /(?<![\w/\\.])_[^\s_](?:[^_\n]*[^\s_])?_(?![\w/\\.])/,
  /(?<!`)`[^`\n]+`(?!`)/,
  /\[[^\][\n]+\]\((?:https?:\/\/|mailto:)[^\s()]+\)/i,
  /^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|[-:| \t]*$/m,
];

/**
 * Whether a text is written in Markdown: it has a list of two items at least, a heading from the second level on, a fence
 * or a span of code, bold, emphasis, a link, or a table. Anything less leaves plain text as it is.
 */
export function isMarkdown(text: string): boolean {
  return count(text, bullets) > 1 || count(text, numbers) > 1 || signs.some((sign) => sign.test(text));
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
