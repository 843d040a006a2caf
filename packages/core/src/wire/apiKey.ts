/** How a key is pasted out of a documentation or a program: with the header around it (doc L13). */
const header = /^(?:authorization\s*:\s*)?token\s+token\s*=\s*(.*)$/is;

/** An API key without what was pasted along with it: blanks, quotes, the header that it goes in. */
export function readApiKey(text: string): string {
  const trimmed = text.trim();
  return (header.exec(trimmed)?.[1] ?? trimmed)
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim();
}
