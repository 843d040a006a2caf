import type { FormatCallback } from 'html-to-text';

/** Deeper than quotes of quotes get; the converter calls itself for each level, and anybody can mail 50,000 of them. */
export const MAX_DEPTH = 200;

/** html-to-text with the formats of this server. */
type Converter = Readonly<Record<'convertMarkup' | 'convertText', (html: string) => string>> & {
  readonly tagNames: ReadonlySet<string>;
};

let converter: Promise<Converter> | undefined;

/**
 * Made once: compiling takes longer than most texts. Which elements there are is html-tag-names' business: mails are made
 * with those that the standard has given up too.
 */
export function loadConverter(): Promise<Converter> {
  converter ??= compileConverter();
  return converter;
}

async function compileConverter(): Promise<Converter> {
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
