import { splitMarkup } from 'bossdesk-client';
import { htmlTagNames } from 'html-tag-names';
import { compile } from 'html-to-text';

const names: ReadonlySet<string> = new Set(htmlTagNames);

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: 100 },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'table', format: 'dataTable', options: { colSpacing: 1, uppercaseHeaderCells: false } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

/** A page for people at their own desk: what is longer or deeper is cut. */
const MOST_LETTERS = 100_000;

/** A description or comment, HTML as the API has it, as a text of lines. What is no tag of HTML (`List<String>`) stays. */
export const toText = (html: string): string =>
  convert(
    splitMarkup(html.slice(0, MOST_LETTERS), names)
      .map(({ kind, text }) => (kind === 'text' ? text.replaceAll('<', '&lt;') : text))
      .join(''),
  ).trim();
