/**
 * Rack's nested parameters, `q[g][0][m]=or`. The `qs` package reads them otherwise: it turns numeric keys into
 * arrays, joins repeated keys, and does not refuse `q=x&q[a]=1`.
 */
export type RackValue = string | null | RackValue[] | RackParams;

/** A Map because Ruby's hashes keep the order of arrival, numeric keys included. */
export type RackParams = Map<string, RackValue>;

/** What Rack refuses: Rails answers 400. */
export class InvalidParameters extends Error {
  override readonly name = 'InvalidParameters';
}

const MAXIMUM_DEPTH = 100;

export function parseRackQuery(query: string): RackParams {
  const params: RackParams = new Map();
  for (const part of query.split(/[&;] */)) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decodeComponent(equals < 0 ? part : part.slice(0, equals));
    addParameter(params, name, equals < 0 ? null : decodeComponent(part.slice(equals + 1)), 0);
  }
  return params;
}

/** Bytes that are not encoded come as one letter each, from the request's line and from a form. */
function decodeComponent(text: string): string {
  try {
    const encoded = text.replace(/[\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`);
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch {
    throw new InvalidParameters(`Invalid %-encoding (${text})`);
  }
}

/** Follows `Rack::QueryParser#normalize_params`. */
function addParameter(params: RackParams, name: string, value: string | null, depth: number): void {
  if (depth > MAXIMUM_DEPTH) throw new InvalidParameters('Parameters are nested too deep');
  const [key, after] = splitName(name, depth);
  if (key === '') return;

  if (after === '') {
    params.set(key, value);
  } else if (after === '[') {
    params.set(name, value);
  } else if (after === '[]') {
    arrayAt(params, key).push(value);
  } else if (after.startsWith('[]')) {
    const childName = /^\[\]\[([^[\]]+)\]$/.exec(after)?.[1] ?? after.slice(2);
    addToArray(arrayAt(params, key), childName, value, depth + 1);
  } else {
    addParameter(hashAt(params, key), after, value, depth + 1);
  }
}

function splitName(name: string, depth: number): [key: string, after: string] {
  if (depth === 0) {
    const start = name.indexOf('[', 1);
    return start < 0 ? [name, ''] : [name.slice(0, start), name.slice(start)];
  }
  const end = name.startsWith('[') ? name.indexOf(']', 1) : -1;
  return end < 0 ? [name, ''] : [name.slice(1, end), name.slice(end + 1)];
}

/** `x[][y]=1&x[][z]=2` is one hash in the array; a name that is there already starts the next. */
function addToArray(array: RackValue[], childName: string, value: string | null, depth: number): void {
  const last = array.at(-1);
  if (last instanceof Map && !hasParameter(last, childName)) {
    addParameter(last, childName, value, depth);
  } else {
    const hash: RackParams = new Map();
    addParameter(hash, childName, value, depth);
    array.push(hash);
  }
}

function hasParameter(params: RackParams, name: string): boolean {
  if (name.includes('[]')) return false;
  let current: RackValue = params;
  for (const part of name.split(/[[\]]+/)) {
    if (part === '') continue;
    if (!(current instanceof Map)) return false;
    const next: RackValue | undefined = current.get(part);
    if (next === undefined) return false;
    current = next;
  }
  return true;
}

function arrayAt(params: RackParams, key: string): RackValue[] {
  const found = params.get(key) ?? [];
  if (!Array.isArray(found)) throw new InvalidParameters(`expected Array for param \`${key}'`);
  params.set(key, found);
  return found;
}

function hashAt(params: RackParams, key: string): RackParams {
  const found = params.get(key) ?? new Map<string, RackValue>();
  if (!(found instanceof Map)) throw new InvalidParameters(`expected Hash for param \`${key}'`);
  params.set(key, found);
  return found;
}
