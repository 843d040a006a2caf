import { type MarkupPart, splitMarkup } from 'bossdesk-client';
import type { FormatCallback } from 'html-to-text';

/** More than anybody writes, and no more than is read in a moment. */
const MAX_LETTERS = 500_000;

/** Tags take longer than letters: so many are read in a moment. */
const MAX_TAGS = 20_000;

/** Deeper than quotes of quotes get; the converter calls itself for each level, and anybody can mail 50,000 of them. */
const MAX_DEPTH = 200;

/** Each level of these sets every line further in. */
const MAX_INDENTS = 20;

const indenting = new Set(['blockquote', 'ol', 'ul']);

/** What is closed without an end where another begins. */
const closedBy: Readonly<Record<string, readonly string[]>> = {
  dd: ['dd', 'dt', 'p'],
  dt: ['dd', 'dt', 'p'],
  li: ['li', 'p'],
  p: ['p'],
  td: ['td', 'th', 'p'],
  th: ['td', 'th', 'p'],
  tr: ['td', 'th', 'tr', 'p'],
};

/** The API's HTML as readable text, with all that a person would see of it, and a word on what was cut. */
export async function htmlToText(html: string): Promise<string> {
  if (!/[<&]/.test(html)) return html.trim();
  // Loaded when first needed: most of what a host starts is never asked for a description.
  const { convertMarkup, convertText, tagNames } = await loadConverter();
  // What an image is made of is no text, and may be longer than all of it.
  const slim = html.replace(/(=["']?)data:[^"'<>\s]*/gi, '$1');
  const read = slim.length > MAX_LETTERS ? slim.slice(0, MAX_LETTERS).replace(/<[^<>]*$/, '') : slim;
  const parts = splitMarkup(read, tagNames).slice(0, MAX_TAGS * 2);
  const left = slim.length - parts.reduce((sum, part) => sum + part.text.length, 0);
  const hasMarkup = parts.some(({ kind }) => kind !== 'text');
  const text = (hasMarkup ? convertMarkup : convertText)(tidy(parts)).trim();
  return left > 0 ? `${text}\n[too long to be read whole: ${left} more characters of HTML]` : text;
}

/**
 * HTML that holds no `<` but those of tags, so that no text passes for one, and whose every element is closed, nested no
 * deeper than can be read: what is too deep keeps its text and its line breaks.
 */
function tidy(parts: readonly MarkupPart[]): string {
  const open: string[] = [];
  const written: string[] = [];
  let indents = 0;
  const close = () => {
    const name = open.pop() ?? '';
    if (indenting.has(name)) indents -= 1;
    written.push(`</${name}>`);
  };
  const breakLine = () => {
    if (written.at(-1) !== '<br>') written.push('<br>');
  };
  for (const { kind, name, text } of parts) {
    if (kind === 'text') written.push(text.replaceAll('<', '&lt;'));
    if (kind === 'void') written.push(text);
    if (kind === 'open') {
      while (closedBy[name]?.includes(open.at(-1) ?? '') === true) close();
      if (open.length >= MAX_DEPTH || (indenting.has(name) && indents >= MAX_INDENTS)) {
        breakLine();
      } else {
        open.push(name);
        if (indenting.has(name)) indents += 1;
        written.push(text);
      }
    }
    if (kind === 'close') {
      if (!open.includes(name)) breakLine();
      else {
        while (open.at(-1) !== name) close();
        close();
      }
    }
  }
  return written.join('');
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
