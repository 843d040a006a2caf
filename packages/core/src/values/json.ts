/** A JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** A record as the API lists it. */
export type Row = JsonRecord;

/** Whether a value is a JSON object: neither null nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value that a text holds as JSON; undefined when it holds none. A whole number that JavaScript would round is kept as
 * the text of its digits: two of them must not become one.
 */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return hasLongNumber(text) ? (JSON.parse(quoteLargeNumbers(text)) as unknown) : value;
  } catch {
    return undefined;
  }
}

/** Characters of the shortest number that JavaScript would round. */
const LONG = 16;

/**
 * Whether a text holds digits and points enough for a number that JavaScript would round, as a number or in a text: few
 * answers do. Looks at every sixteenth character, one of which would be among them; an expression looks at each, which took
 * as long as half of `JSON.parse`.
 */
function hasLongNumber(text: string): boolean {
  for (let at = LONG - 1; at < text.length; at += LONG) {
    if (!isInNumber(text, at)) continue;
    let [first, last] = [at, at];
    while (isInNumber(text, first - 1)) first -= 1;
    while (isInNumber(text, last + 1)) last += 1;
    if (last - first + 1 >= LONG) return true;
  }
  return false;
}

const [POINT, ZERO, NINE] = [0x2e, 0x30, 0x39];

function isInNumber(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= ZERO && code <= NINE) || code === POINT;
}

/** A text, which is passed over, or a number of 16 digits and more. */
const textOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d[\d.]{15,}(?:[eE][+-]?\d+)?/g;

function quoteLargeNumbers(json: string): string {
  return json.replace(textOrNumber, (part) => {
    const whole = part.startsWith('"') ? undefined : wholeDigits(part);
    return whole === undefined || Number.isSafeInteger(Number(whole)) ? part : `"${whole}"`;
  });
}

/** Numbers beyond it are no doubles. */
const LONGEST = 309;

/** A whole number in plain digits, however it is written: `9007199254740993.0`, `9.007199254740993e15`. */
function wholeDigits(number: string): string | undefined {
  const [, sign = '', before = '', after = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const [digits, point] = [before + after, before.length + Number(exponent)];
  if (before === '' || point < 1 || point > LONGEST + digits.length || /[1-9]/.test(digits.slice(point)))
    return undefined;
  return (
    sign +
    digits
      .slice(0, point)
      .padEnd(point, '0')
      .replace(/^0+(?=\d)/, '')
  );
}
