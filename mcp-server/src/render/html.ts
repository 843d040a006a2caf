import { type MarkupPart, splitMarkup } from 'bossdesk-client';
import { LRUCache } from 'lru-cache';
import { loadConverter, MAX_DEPTH } from './converter.js';
import { isHidden, type Look, lookOf, PLAIN } from './hidden.js';
import type { Selectable } from './selectors.js';
import { readStyleSheet } from './styleSheet.js';
import { readElement } from './element.js';

/** More than anybody writes, and no more than is read in a moment. */
const MAX_LETTERS = 500_000;

/** Tags, and texts between them: they take longer than letters, and so many are read in a moment. */
const MAX_PIECES = 40_000;

/** Each level of these sets every line further in. */
const MAX_INDENTS = 20;

const indenting = new Set(['blockquote', 'ol', 'ul']);

/** What is closed without an end where another begins. */
const closedBy: ReadonlyMap<string, readonly string[]> = new Map([
  ['dd', ['dd', 'dt', 'p']],
  ['dt', ['dd', 'dt', 'p']],
  ['li', ['li', 'p']],
  ['p', ['p']],
  ['td', ['td', 'th', 'p']],
  ['th', ['td', 'th', 'p']],
  ['tr', ['td', 'th', 'tr', 'p']],
]);

/** Of an unknown name, what a browser takes for an element and shows as its attributes say: its text may be hidden. */
const styled = /<([a-z][\w:-]*)\s[^<>]*?\b(?:(?:style|class|id)\s*=|(?:hidden|popover)[\s=/>])/gi;

/** What a browser takes for a comment: `<![CDATA[x]]>`, `<?x?>`, `</ x>`. */
const bogusComment = /<(?:!(?!--)|\?|\/(?![a-z]))[^>]*>/iy;

/** A ticket is read again and again: for its next page, before a change and after it. The most letters that are kept of all. */
const KEPT_LETTERS = 4_000_000;

/** What was read of late, by its HTML. */
const kept = new LRUCache<string, string>({
  maxSize: KEPT_LETTERS,
  sizeCalculation: (text, html) => text.length + html.length,
});

/** The API's HTML as readable text, with all that a person would see of it, and a word on what was cut. */
export async function htmlToText(html: string): Promise<string> {
  if (!/[<&]/.test(html)) return html.trim();
  const known = kept.get(html);
  if (known !== undefined) return known;
  const text = await convert(html);
  kept.set(html, text);
  return text;
}

async function convert(html: string): Promise<string> {
  // Loaded when first needed: most of what a host starts is never asked for a description.
  const { convertMarkup, convertText, tagNames } = await loadConverter();
  // What an image is made of is no text, and may be longer than all of it.
  const slim = html.replace(/(=["']?)data:[^"'<>\s]*/gi, '$1');
  const read = slim.length > MAX_LETTERS ? slim.slice(0, MAX_LETTERS).replace(/<[^<>]*$/, '') : slim;
  const others = Array.from(read.matchAll(styled), ([, name = '']) => name.toLowerCase()).filter(
    (name) => !tagNames.has(name),
  );
  const names = others.length === 0 ? tagNames : new Set([...tagNames, ...others]);
  const marked = splitMarkup(read, names);
  const parts = marked.some(({ kind }) => kind !== 'text') ? splitMarkup(read, names, bogusComment) : marked;
  const hasMarkup = parts.some(({ kind }) => kind !== 'text');
  const { html: tidied, hidden, taken } = tidy(parts, tagNames);
  const left = slim.length - taken;
  const text = (hasMarkup ? convertMarkup : convertText)(tidied).trim();
  const notes = [
    hidden === 0 ? '' : `[left out: ${hidden} characters that people do not see]`,
    left === 0 ? '' : `[too long to be read whole: ${left} more characters of HTML]`,
  ];
  return [text, ...notes].filter((part) => part !== '').join('\n');
}

interface OpenElement {
  readonly name: string;
  readonly element: Selectable;
  look: Look;
  /** The last of those in it so far. */
  last: Selectable | undefined;
}

interface Tidied {
  readonly html: string;
  /** Letters that people do not see. */
  readonly hidden: number;
  /** How much of the text was read. */
  readonly taken: number;
}

/** Letters that are no blanks. */
const countLetters = (text: string): number => text.replace(/\s+|&nbsp;|&#(?:160|8199|847|173);/g, '').length;

/**
 * HTML that holds no `<` but those of tags, so that no text passes for one, and whose every element is closed, nested no
 * deeper than can be read: what is too deep keeps its text and its line breaks. What people do not see is left out, and
 * counted.
 */
function tidy(parts: readonly MarkupPart[], tagNames: ReadonlySet<string>): Tidied {
  const open: OpenElement[] = [];
  const written: string[] = [];
  const styleSheet = readStyleSheet(textIn(parts, 'style'));
  let indents = 0;
  let hidden = 0;
  let taken = 0;
  const outermost: Pick<OpenElement, 'last'> = { last: undefined };
  const look = () => open.at(-1)?.look ?? PLAIN;
  const lookAt = (element: Selectable) => lookOf(element, look(), styleSheet);
  const read = (part: MarkupPart) => {
    const outer = open.at(-1);
    const siblings = outer ?? outermost;
    return (siblings.last = readElement(part, { parent: outer?.element, before: siblings.last }));
  };
  const close = () => {
    const { name } = open.pop() ?? { name: '' };
    if (indenting.has(name)) indents -= 1;
    written.push(isKnown(name) ? `</${name}>` : '</span>');
  };
  // The converter looks names up in objects, where `constructor` is one.
  const isKnown = (name: string) => tagNames.has(name) || name.includes(':');
  const breakLine = () => {
    if (written.at(-1) !== '<br>') written.push('<br>');
  };
  for (const part of parts) {
    const { kind, name, text } = part;
    if (written.length > MAX_PIECES) break;
    taken += text.length;
    if (kind === 'text') {
      if (!isHidden(look())) written.push(text.replaceAll('<', '&lt;'));
      else if (!silent.has(open.at(-1)?.name ?? '')) hidden += countLetters(text);
    }
    if (kind === 'void' && !isHidden(lookAt(read(part)))) written.push(text);
    if (kind === 'open') {
      while (closedBy.get(name)?.includes(open.at(-1)?.name ?? '') === true) close();
      const element = read(part);
      const own = lookAt(element);
      const outer = open.at(-1);
      if (open.length >= MAX_DEPTH || (indenting.has(name) && indents >= MAX_INDENTS)) {
        // Where it ends is not known: what hides goes on to the end of what is around it.
        if (outer !== undefined && isHidden(own)) outer.look = own;
        breakLine();
      } else {
        open.push({ name, element, look: own, last: undefined });
        if (indenting.has(name)) indents += 1;
        written.push(isKnown(name) ? text : '<span>');
      }
    }
    if (kind === 'close') {
      if (!open.some((one) => one.name === name)) breakLine();
      else {
        while (open.at(-1)?.name !== name) close();
        close();
      }
    }
  }
  return { html: written.join(''), hidden, taken };
}

/** They hold no text of anybody's. */
const silent = new Set(['script', 'style', 'title']);

/** What stands in all elements of a name whose content is no markup. */
function textIn(parts: readonly MarkupPart[], name: string): string {
  return parts
    .map((part, index) => (part.kind === 'text' && parts[index - 1]?.name === name ? part.text : ''))
    .join('');
}
