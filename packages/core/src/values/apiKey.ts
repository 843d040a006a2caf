/**
 * The key in what somebody pasted for one: with blanks or quotes around it, as the header that it is sent in,
 * or as the answer that it came in.
 *
 * @example
 * readApiKey(' Authorization: Token token="c3176bbca9" ') // c3176bbca9
 */
export function readApiKey(pasted: string): string {
  // It is read for each request.
  if (/^\w+$/.test(pasted)) return pasted;
  const text = pasted.replace(/[\p{Cf}\uFEFF]/gu, '').trim();
  const named = /(?:^|[\s:"'{])(?:token\s*=|["']?api[_-]?key["']?\s*[=:])\s*(.*)$/is.exec(text)?.[1] ?? text;
  return named
    .replace(/^(?:authorization\s*:\s*)?(?:(?:token|bearer)\s+)?/i, '')
    .replace(/^("|')([^"']*)\1[\s,;}].*$/s, '$2')
    .replace(/^[\s\\"'`]+|[\s\\"'`,;}]+$/g, '')
    .trim();
}
