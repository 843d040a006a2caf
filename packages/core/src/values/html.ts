import { isMarkdown } from './markdown.js';
import { type MarkupPart, splitMarkup } from './markup.js';

/** How a text is to be read: as what it looks like, or as what somebody says that it is. */
export type TextFormat = 'auto' | 'plain' | 'html';

const INLINE_NAMES =
  'a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr';
const BLOCK_NAMES =
  'address article aside blockquote body br caption center col colgroup dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 head header hr html li link main meta nav ol p pre section style summary table tbody td tfoot th thead title tr ul';

const blocks: ReadonlySet<string> = new Set(BLOCK_NAMES.split(' '));

/** Elements that people's and editors' HTML is made of; `<stdin>` in an error message is none of them. */
const knownNames: ReadonlySet<string> = new Set([...INLINE_NAMES.split(' '), ...blocks]);

/** Their end may be left out where what they stand in ends. */
const openEnded: ReadonlySet<string> = new Set(
  'body colgroup dd dt head html li p tbody td tfoot th thead tr'.split(' '),
);

/**
 * What a text is, by one rule for all faces:
 *
 * - `html` is what is markup throughout: tags of known names, each closed, and no text outside of them. A line break
 *   between inline elements would be lost, so such a text is none.
 * - `markdown` is what has a list, a heading, code, bold, emphasis, a link or a table.
 * - `plain` is everything else.
 *
 * @example
 * readingOf('<p>Restart <b>all</b></p>') // html
 * readingOf('<p>Mail <anna@example.com></p>') // html; the address is text in it
 * readingOf('Restart <b>all</b>') // plain: text outside of the tags
 * readingOf('GET / gave <p>Not found') // plain
 * readingOf('if a < b then List<String>') // plain
 * readingOf('Steps:\n- stop\n- start') // markdown
 */
export function readingOf(text: string): 'html' | 'markdown' | 'plain' {
  if (isMarkup(splitMarkup(text, knownNames))) return 'html';
  return isMarkdown(text) ? 'markdown' : 'plain';
}

/**
 * A ticket's description and a comment's body are HTML (notes 5.42). HTML (see {@link readingOf}) is taken as such, but
 * for brackets that are no tags in it, which a browser would hide: they are escaped. Everything else, Markdown too,
 * becomes escaped paragraphs: a blank line begins a new one, a single line break stays a line break.
 *
 * @param format `html` takes the text as it is, `plain` escapes it whatever it looks like.
 */
export function toHtml(text: string, format: TextFormat = 'auto'): string {
  if (format === 'html') return text;
  const parts = format === 'plain' ? [] : splitMarkup(text, knownNames);
  return isMarkup(parts) ? parts.map(showPart).join('') : toParagraphs(text);
}

function showPart({ kind, text }: MarkupPart): string {
  return kind === 'text' ? text.replaceAll('<', '&lt;') : text;
}

function isMarkup(parts: readonly MarkupPart[]): boolean {
  const open: string[] = [];
  let [elements, inline, breaks] = [0, 0, 0];
  const outer = parts.findLastIndex(({ kind }) => kind !== 'text');
  for (const [index, { kind, name, text }] of parts.entries()) {
    if (kind === 'close') {
      while (open.at(-1) !== name && openEnded.has(open.at(-1) ?? '')) open.pop();
      if (open.pop() !== name) return false;
      continue;
    }
    if (open.length === 0) {
      if (kind === 'text' && text.trim() !== '') return false;
      if (kind === 'text' && index > 0 && index < outer && text.includes('\n')) breaks += 1;
      if (kind === 'open' || kind === 'void') inline += blocks.has(name) ? 0 : 1;
    }
    if (kind === 'open') {
      elements += 1;
      open.push(name);
    }
  }
  return open.length === 0 && elements > 0 && (inline === 0 || breaks === 0);
}

function toParagraphs(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
