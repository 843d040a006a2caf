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
    return JSON.parse(manyDigits.test(text) ? quoteLargeNumbers(text) : text) as unknown;
  } catch {
    return undefined;
  }
}

/** The shortest number that may be rounded has 16 digits. */
const manyDigits = /\d{16}/;

/** A text, which is passed over, or a whole number of 16 digits and more. */
const textOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

function quoteLargeNumbers(json: string): string {
  return json.replace(textOrNumber, (part) =>
    part.startsWith('"') || Number.isSafeInteger(Number(part)) ? part : `"${part}"`,
  );
}
