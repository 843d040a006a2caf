import { type MarkupPart, splitMarkup } from 'bossdesk-client';
import type { FormatCallback } from 'html-to-text';
import { isHidden, type Look, lookOf, PLAIN } from './hidden.js';
import { readElement, readStyleSheet, type Selectable } from './styleSheet.js';

/** More than anybody writes, and no more than is read in a moment. */
const MAX_LETTERS = 500_000;

/** Tags, and texts between them: they take longer than letters, and so many are read in a moment. */
const MAX_PIECES = 40_000;

/** Deeper than quotes of quotes get; the converter calls itself for each level, and anybody can mail 50,000 of them. */
const MAX_DEPTH = 200;

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

/** The API's HTML as readable text, with all that a person would see of it, and a word on what was cut. */
export async function htmlToText(html: string): Promise<string> {
  if (!/[<&]/.test(html)) return html.trim();
  // Loaded when first needed: most of what a host starts is never asked for a description.
  const { convertMarkup, convertText, tagNames } = await loadConverter();
  // What an image is made of is no text, and may be longer than all of it.
  const slim = html.replace(/(=["']?)data:[^"'<>\s]*/gi, '$1');
  const read = slim.length > MAX_LETTERS ? slim.slice(0, MAX_LETTERS).replace(/<[^<>]*$/, '') : slim;
  const names = new Set([...tagNames, ...Array.from(read.matchAll(styled), ([, name = '']) => name.toLowerCase())]);
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
  look: Look;
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
  const around: Selectable[] = [];
  const look = () => open.at(-1)?.look ?? PLAIN;
  const lookAt = (element: Selectable) => lookOf(element, look(), styleSheet, around);
  const close = () => {
    const { name } = open.pop() ?? { name: '' };
    around.pop();
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
    if (kind === 'void' && !isHidden(lookAt(readElement(part)))) written.push(text);
    if (kind === 'open') {
      while (closedBy.get(name)?.includes(open.at(-1)?.name ?? '') === true) close();
      const element = readElement(part);
      const own = lookAt(element);
      const outer = open.at(-1);
      if (open.length >= MAX_DEPTH || (indenting.has(name) && indents >= MAX_INDENTS)) {
        // Where it ends is not known: what hides goes on to the end of what is around it.
        if (outer !== undefined && isHidden(own)) outer.look = own;
        breakLine();
      } else {
        open.push({ name, look: own });
        around.push(element);
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

type Loaded = Readonly<Record<'convertMarkup' | 'convertText', (html: string) => string>> & {
  readonly tagNames: ReadonlySet<string>;
};

let converter: Promise<Loaded> | undefined;

/**
 * Made once: compiling takes longer than most texts. Which elements there are is html-tag-names' business: mails are made
 * with those that the standard has given up too.
 */
function loadConverter(): Promise<Loaded> {
  converter ??= compileConverter();
  return converter;
}

async function compileConverter(): Promise<Loaded> {
  const [{ compile }, { htmlTagNames }] = await Promise.all([import('html-to-text'), import('html-tag-names')]);
  const block = { format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } };
  const options = {
    wordwrap: false as const,
    limits: { maxDepth: MAX_DEPTH + 100, ellipsis: '…' },
    // The whole text: a `<body>` that somebody mentions is not where it begins.
    baseElements: { selectors: ['none'], returnDomByDefault: true },
    formatters: { cells: formatTable, picture: formatPicture },
    selectors: [
      ...['title', 'style', 'script'].map((selector) => ({ selector, format: 'skip' })),
      ...blocks.map((selector) => ({ selector, ...block })),
      ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'img', format: 'picture' },
      { selector: 'table', format: 'cells' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, noAnchorUrl: true } },
    ],
  };
  return {
    convertMarkup: compile(options),
    convertText: compile({ ...options, preserveNewlines: true }),
    tagNames: new Set(htmlTagNames),
  };
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Elements that stand on lines of their own and that the converter takes for a part of a line. */
const blocks =
  'address caption center dd details dl dt fieldset figcaption figure legend option summary td th tr'.split(' ');

/** Images are described by whoever wrote them; those that are there for the looks are not, nor are those that count readers. */
const formatPicture: FormatCallback = (image, _walk, builder) => {
  const { alt, width, height } = image.attribs as Readonly<Record<string, string | undefined>>;
  const described = alt?.trim();
  if (described === '' || [width, height].some((size) => /^[01](?:px)?$/.test(size ?? ''))) return;
  builder.addInline(described === undefined ? '[image]' : `[image: ${described}]`);
};

type Node = Parameters<FormatCallback>[0];

/** A row as a line, its cells parted. */
const formatTable: FormatCallback = (table, walk, builder) => {
  builder.openTable();
  const writeCell = (children: Node[]) => {
    builder.openTableCell();
    walk(children, builder);
    builder.closeTableCell();
  };
  const isBlank = (node: Node) => node.type !== 'tag' && (node.data ?? '').trim() === '';
  const writeRows = (nodes: readonly Node[]) => {
    for (const node of nodes.filter((one) => !isBlank(one))) {
      if (['thead', 'tbody', 'tfoot'].includes(node.name ?? '')) {
        writeRows(node.children);
        continue;
      }
      builder.openTableRow();
      if (node.name !== 'tr') writeCell([node]);
      else
        for (const cell of node.children.filter((one) => !isBlank(one)))
          writeCell(cell.type === 'tag' ? cell.children : [cell]);
      builder.closeTableRow();
    }
  };
  writeRows(table.children);
  builder.closeTable({ tableToString: (rows) => rows.map(writeRow).filter(Boolean).join('\n') });
};

/** Longer cells than that are columns of a page rather than cells of a table. */
const LONGEST_CELL = 500;

function writeRow(cells: readonly { readonly text: string }[]): string {
  const texts = cells.map(({ text }) => text.trim());
  const filled = texts.filter((text) => text !== '');
  if (filled.length < 2 || filled.some((text) => text.length > LONGEST_CELL)) return filled.join('\n');
  return texts
    .map((text) => text.replace(/\s*\n\s*/g, ' / '))
    .join(' | ')
    .replace(/[ |]+$/, '');
}
