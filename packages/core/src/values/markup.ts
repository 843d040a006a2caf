/** A piece of a text that may be HTML; the pieces one after the other are the text. */
export interface MarkupPart {
  /** `aside`: what no reader sees, a comment or a declaration. */
  readonly kind: 'text' | 'open' | 'close' | 'void' | 'aside';
  /** Of a tag, in small letters. */
  readonly name: string;
  readonly text: string;
}

/** A value in quotes holds no `<` here, so that no `<` is read twice: a text of nothing but begun tags takes no longer. */
const tag = /<(\/?)([a-z][\w:-]*)(?:[\s/](?:[^<>"']|"[^"<]*"|'[^'<]*')*)?>/iy;
const declaration = /<!doctype[^<>]*>|<!\[(?:if|else|endif)[^<>]*\]>|<\?xml[^<>]*>/iy;

const voidNames = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** What stands in them is no markup, up to their end. Without an end, they would swallow the rest of the text. */
const rawNames = new Set('iframe noembed noframes plaintext script style textarea title xmp'.split(' '));

/** What Office writes into mails: `<o:p>`. */
const office = /^(?:m|o|st1|v|w):/;

/**
 * Splits a text into tags and what stands between them, in time that grows with its length. Only a whole tag of a known
 * name is one: `List<String>`, `<anna@example.com>`, `npm run <script>`, `a < b` and `<b` at the end are text.
 *
 * @param names of elements, in small letters.
 * @param asides what is an aside besides comments and ends in `>`, a sticky pattern; declarations if not given.
 */
export function splitMarkup(text: string, names: ReadonlySet<string>, asides = declaration): MarkupPart[] {
  const lastCommentEnd = text.lastIndexOf('-->');
  const lastEnd = text.lastIndexOf('>');
  const lastEnds = findLastEnds(text);
  const parts: MarkupPart[] = [];
  let done = 0;
  let raw: string | undefined;
  const take = (from: number, part: MarkupPart) => {
    if (from > done) parts.push({ kind: 'text', name: '', text: text.slice(done, from) });
    parts.push(part);
    done = from + part.text.length;
  };
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', Math.max(done, at + 1))) {
    const comment = raw === undefined && text.startsWith('<!--', at) && at + 4 <= lastCommentEnd;
    const aside = comment
      ? text.slice(at, text.indexOf('-->', at + 4) + 3)
      : raw === undefined && at < lastEnd
        ? matchAt(asides, text, at)?.[0]
        : undefined;
    if (aside !== undefined) {
      take(at, { kind: 'aside', name: '', text: aside });
      continue;
    }
    const [whole, slash, spelled] = matchAt(tag, text, at) ?? [];
    const name = spelled?.toLowerCase() ?? '';
    if (whole === undefined || !(names.has(name) || office.test(name))) continue;
    const isEnd = slash === '/';
    if (raw !== undefined && !(isEnd && name === raw)) continue;
    if (!isEnd && rawNames.has(name)) {
      if ((lastEnds.get(name) ?? -1) < at) continue;
      raw = name;
    } else {
      raw = undefined;
    }
    const kind = voidNames.has(name) ? 'void' : isEnd ? 'close' : 'open';
    take(at, { kind, name, text: whole });
  }
  if (done < text.length) parts.push({ kind: 'text', name: '', text: text.slice(done) });
  return parts;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Where the last end of each element is whose content is no markup. */
function findLastEnds(text: string): ReadonlyMap<string, number> {
  return new Map(
    Array.from(text.matchAll(/<\/([a-z]+)\s*>/gi), ({ 1: name = '', index }) => [name.toLowerCase(), index] as const),
  );
}
