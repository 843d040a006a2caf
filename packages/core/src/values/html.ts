/** Tags that people's and editors' HTML is made of; `<stdin>` in an error message is none of them. */
const knownTag =
  /<\/?(?:a|b|blockquote|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?\/?>/i;

/**
 * A ticket's description and a comment's body are HTML (notes 5.42). HTML is left as it is; plain text becomes
 * escaped paragraphs: a blank line begins a new one, a single line break stays a line break.
 */
export function toHtml(text: string): string {
  if (knownTag.test(text)) return text;
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
