import { mendTexts, readingOf, toHtml } from 'bossdesk-client';
import type { Tokens } from 'marked';
import type { BodyArgument } from './arguments.js';
import type { ToolArguments } from './tool.js';

/** How texts that a desk shows as HTML may be written. */
export const TEXT_FORMATS = 'Plain text, Markdown, or HTML in tags throughout';

/** More than that is a file somebody pasted, and may take its time. */
const MAX_MARKDOWN = 50_000;

/**
 * A text as the HTML that a desk shows: what core takes for HTML as it is, Markdown rendered, all else as paragraphs.
 */
export async function toDeskHtml(text: string): Promise<string> {
  if (readingOf(text) !== 'markdown' || text.length > MAX_MARKDOWN) return toHtml(text);
  const render = await loadMarkdown();
  try {
    // A text of nothing but definitions of links renders to nothing.
    return render(text).trim() || toHtml(text);
  } catch {
    // Nested deeper than the library can call itself.
    return toHtml(text);
  }
}

/** The body of a request with its texts as they are sent. */
export async function writeTexts(
  body: readonly BodyArgument[],
  given: Readonly<Record<string, unknown>>,
): Promise<ToolArguments> {
  const isText = new Set(body.filter(({ field }) => field.rule.format === 'html').map(({ field }) => field.name));
  const entries = Object.entries(given).map(async ([name, value]) => [
    name,
    isText.has(name) && typeof value === 'string' ? await toDeskHtml(value) : value,
  ]);
  return mendTexts(Object.fromEntries(await Promise.all(entries))) as ToolArguments;
}

let markdown: Promise<(text: string) => string> | undefined;

/**
 * Loaded when first needed: most calls write nothing. marked, since it keeps line breaks and has an opening for each kind
 * of token, needs no other package, and all of it is under MIT: markdown-it brings a parser of command lines along whose
 * licence is none of ours, and micromark drops line breaks.
 */
function loadMarkdown(): Promise<(text: string) => string> {
  markdown ??= compileMarkdown();
  return markdown;
}

async function compileMarkdown(): Promise<(text: string) => string> {
  const { Marked } = await import('marked');
  const marked = new Marked({
    gfm: true,
    breaks: true,
    // HTML inside of Markdown is text: `List<String>` stays what it is, and nothing runs in the reader's browser.
    tokenizer: { html: () => undefined, tag: () => undefined },
    renderer: {
      link: (link) => (isSafe(link.href) ? false : escapeSource(link)),
      image: (image) => (isSafe(image.href) ? false : escapeSource(image)),
      checkbox: ({ checked }) => (checked ? '[x] ' : '[ ] '),
    },
  });
  return (text) => marked.parse(text, { async: false });
}

/** Addresses that a browser opens, or hands to a mail program or a telephone; none that runs in the page. */
function isSafe(address: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(address);
}

function escapeSource({ raw }: Pick<Tokens.Link, 'raw'>): string {
  return raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
