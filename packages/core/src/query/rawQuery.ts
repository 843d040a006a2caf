import { InvalidInputError } from '../errors/index.js';
import { startOfText } from '../values/letters.js';

interface Nested {
  [key: string]: string | string[] | Nested;
}

/**
 * Reads a query string that a person wrote, `q[title_start]=K01&q[s]=id desc`, into the conditions of
 * {@link RansackQuery}, so that it is checked like any other filter. Only `q[…]` is taken: pages are the client's.
 *
 * @throws InvalidInputError for another parameter or brackets that do not pair.
 */
export function parseRawQuery(text: string): Record<string, unknown> {
  const root = createNested();
  for (const part of text.trim().replace(/^\?/, '').split('&')) {
    if (part !== '') addPart(root, part);
  }
  return root;
}

/** Deeper than anybody nests groups, two keys each. */
const MAX_KEYS = 40;

/** Without a prototype, so that `q[__proto__][x]` names nothing but itself. */
const MAX_SHOWN = 200;

const createNested = () => Object.create(null) as Nested;

function addPart(root: Nested, part: string): void {
  const [rawName = '', ...rest] = part.split('=');
  const name = decode(rawName);
  const keys = /^q((?:\[\w*\])+)$/.exec(name)?.[1]?.slice(1, -1).split('][');
  if (keys === undefined || rest.length === 0)
    throw invalid(`takes conditions such as q[title_cont]=printer, not "${startOfText(part, MAX_SHOWN)}"`);
  const value = decode(rest.join('='));
  const isList = keys.at(-1) === '';
  const path = isList ? keys.slice(0, -1) : keys;
  if (path.length > MAX_KEYS) throw invalid(`a condition is nested more than ${MAX_KEYS} deep`);
  const last = path.pop();
  if (last === undefined || path.includes('') || last === '')
    throw invalid(`"${startOfText(name, MAX_SHOWN)}" names no condition`);
  let node = root;
  for (const key of path) {
    const next = node[key] ?? createNested();
    if (typeof next === 'string' || Array.isArray(next)) throw invalid(`"${name}" is both a value and a group`);
    node[key] = next;
    node = next;
  }
  const known = node[last];
  if (known !== undefined && typeof known !== 'string' && !Array.isArray(known))
    throw invalid(`"${name}" is both a value and a group`);
  // What is given twice is kept: the web server would take the last one for all.
  if (isList || known !== undefined) node[last] = [...[known ?? []].flat(), value];
  else node[last] = value;
}

/** `+` is a space, as in every query string. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw invalid(`"${startOfText(text, MAX_SHOWN)}" has a % that escapes nothing; write it as %25`);
  }
}

function invalid(message: string): InvalidInputError {
  return new InvalidInputError({ operation: 'q', issues: [{ field: 'rawQuery', message }] });
}
