/** Blots secrets out of a text. */
export type Redactor = (text: string) => string;

/** What a desk is asked by: the key, or a user name with its password. */
export interface Secrets {
  readonly apiKey?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

/** What stands in the place of a secret. */
const BLOT = '[secret]';

/** Shorter ones are parts of words that people write: they are blotted out where they stand alone. */
const LONG = 6;

/**
 * Makes a redactor of a login's secrets. Each is found in every form in which it is sent or repeated: plain, in a URL, in
 * JSON, in HTML, each of these also within another and in any letter case (hosts are in small letters), and in Base64,
 * where it lies within other text too, as the password in `user:password` does.
 *
 * @example
 * createRedactor({ apiKey: 'c3176bbca9' })('Token token=%22c3176bbca9%22') // Token token=%22[secret]%22
 */
export function createRedactor({ apiKey, username, password }: Secrets): Redactor {
  const pair = username === undefined || password === undefined ? undefined : `${username}:${password}`;
  const plain = [apiKey, password].filter((secret) => secret !== undefined && secret !== '') as string[];
  const encoded = [pair, ...plain].filter((secret) => secret !== undefined).flatMap(toBase64Parts);
  // The longest first: one may hold the other.
  const forms = [...plain, ...encoded]
    .sort((one, other) => other.length - one.length)
    .map((secret) => toPattern(secret, plain.includes(secret)));
  if (forms.length === 0) return (text) => text;
  const secrets = new RegExp(forms.join('|'), 'gi');
  return (text) => text.replace(secrets, BLOT);
}

/** A letter in front of a short secret, unless it belongs to a sign that is written in letters, as `%22` is. */
const AFTER_NO_LETTER = String.raw`(?<=^|[^a-z\d\xc0-\uffff]|%[\da-f]{2}|\\u[\da-f]{4})`;
const BEFORE_NO_LETTER = String.raw`(?![a-z\d\xc0-\uffff])`;

/** @param isSpelled whether each of its letters may be escaped, as what escapes all of a text does. */
function toPattern(secret: string, isSpelled: boolean): string {
  const toForm = (letter: string) => (!isSpelled && /^[a-z\d]$/i.test(letter) ? letter : toLetterPattern(letter));
  const pattern = Array.from(secret, toForm).join('');
  return secret.length < LONG ? `${AFTER_NO_LETTER}${pattern}${BEFORE_NO_LETTER}` : pattern;
}

const htmlNames: Readonly<Record<string, string>> = { '"': 'quot', '&': 'amp', "'": 'apos', '<': 'lt', '>': 'gt' };

/** One letter in all the forms in which it may be written, with bounds, so that no run of signs is read twice. */
function toLetterPattern(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const units = Array.from({ length: letter.length }, (_, index) =>
    letter.charCodeAt(index).toString(16).padStart(4, '0'),
  );
  const bytes = toBytes(letter).map((byte) => `%(?:25){0,4}${byte.toString(16).padStart(2, '0')}`);
  const name = htmlNames[letter];
  const forms = [
    bytes.join(''),
    units.map((unit) => String.raw`\\{1,8}u${unit}`).join(''),
    ...(code < 256 ? [String.raw`\\{1,8}x${code.toString(16).padStart(2, '0')}`] : []),
    `&(?:amp;){0,4}#0{0,6}${String(code)}(?:;|(?!\\d))`,
    `&(?:amp;){0,4}#x0{0,6}${code.toString(16)}(?:;|(?![\\da-f]))`,
    ...(name === undefined ? [] : [`&(?:amp;){0,4}${name};`]),
    // Behind those that begin as it does: a backslash is escaped by one.
    /[a-z\d]/i.test(letter) ? letter : String.raw`\\{0,8}${units.map((unit) => String.raw`\u${unit}`).join('')}`,
    ...(letter === ' ' ? [String.raw`\+`] : []),
    // Base64 for addresses.
    ...(letter === '+' ? ['-'] : letter === '/' ? ['_'] : []),
  ];
  return `(?:${forms.join('|')})`;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * What every Base64 text that a secret lies in has in common: which six bits make a letter depends on how many bytes stand
 * before, and the letters at both ends hold bits of the neighbours.
 */
function toBase64Parts(secret: string): string[] {
  const isLatin = /^[\0-\xff]*$/.test(secret);
  const spellings = [toBytes(secret), ...(isLatin ? [Array.from(secret, (letter) => letter.charCodeAt(0))] : [])];
  const parts = spellings.flatMap((bytes) => [
    toBase64(bytes),
    ...[0, 1, 2].map((before) => toBase64Part(bytes, before)),
  ]);
  return [...new Set(parts)].filter((part) => part.length >= LONG);
}

/** By itself, with what fills it up. */
function toBase64(bytes: readonly number[]): string {
  const filled = [...bytes, ...Array.from({ length: (3 - (bytes.length % 3)) % 3 }, () => 0)];
  const letters = Math.ceil((bytes.length * 8) / 6);
  return toBase64Part(filled, 0)
    .slice(0, letters)
    .padEnd(Math.ceil(letters / 4) * 4, '=');
}

function toBase64Part(bytes: readonly number[], before: number): string {
  const bits = [...Array.from({ length: before }, () => 0), ...bytes]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const first = Math.ceil((before * 8) / 6);
  const last = Math.floor(bits.length / 6);
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => {
    const from = (first + index) * 6;
    return BASE64[Number.parseInt(bits.slice(from, from + 6), 2)] ?? '';
  }).join('');
}

/** In UTF-8. */
function toBytes(text: string): number[] {
  const escaped = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
  return Array.from(escaped.matchAll(/%([\dA-F]{2})|(.)/g), ([, hex, letter = '']) =>
    hex === undefined ? letter.charCodeAt(0) : Number.parseInt(hex, 16),
  );
}

/**
 * Blots secrets out of an error, in place: its words, its stack, what it carries along, and the errors that it came from.
 *
 * @returns the same error.
 */
export function redactError<Failure>(error: Failure, redact: Redactor): Failure {
  return clean(error, redact, new Set()) as Failure;
}

function clean(value: unknown, redact: Redactor, seen: Set<object>): unknown {
  if (typeof value === 'string') return redact(value);
  if (typeof value !== 'object' || value === null || seen.has(value)) return value;
  seen.add(value);
  if (value instanceof Error || 'stack' in value) return cleanInPlace(value, redact, seen);
  if (Array.isArray(value)) return value.map((one) => clean(one, redact, seen));
  const prototype: unknown = Object.getPrototypeOf(value);
  // Whatever else an error carries is no text: a socket, a workflow.
  if (prototype !== null && prototype !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [redact(name), clean(one, redact, seen)]));
}

function cleanInPlace(error: object, redact: Redactor, seen: Set<object>): object {
  for (const name of Object.getOwnPropertyNames(error)) {
    const property = Object.getOwnPropertyDescriptor(error, name);
    const value: unknown = Reflect.get(error, name);
    const cleaned = clean(value, redact, seen);
    if (cleaned !== value && property?.configurable === true) {
      Object.defineProperty(error, name, {
        value: cleaned,
        configurable: true,
        enumerable: property.enumerable ?? false,
        writable: true,
      });
    }
  }
  return error;
}
