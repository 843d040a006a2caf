import { splitMarkup } from 'bossdesk-client';

const blocks = 'address blockquote br div dl dt dd h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul'.split(' ');
const inline = 'a abbr b code em font i img small span strong sub sup td th tbody thead u'.split(' ');
const unread = 'script style title'.split(' ');
const names: ReadonlySet<string> = new Set([...blocks, ...inline, ...unread]);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** A description or comment, HTML as the API has it, as a text of lines. */
export function toText(html: string): string {
  let text = '';
  let skipped: string | undefined;
  for (const { kind, name, text: piece } of splitMarkup(html, names)) {
    if (skipped !== undefined) {
      if (kind === 'close' && name === skipped) skipped = undefined;
    } else if (kind === 'text') text += decodeEntities(piece.replace(/\s+/g, ' '));
    else if (kind === 'open' && unread.includes(name)) skipped = name;
    else if (blocks.includes(name)) text += '\n';
    else if (kind === 'close' && (name === 'td' || name === 'th')) text += ' ';
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
