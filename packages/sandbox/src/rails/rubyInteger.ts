/** Ruby's `String#to_i`: the leading digits, else 0. Exact for numbers of any size. */
export function rubyInteger(text: string): bigint {
  const digits = /^\s*([+-]?\d+(?:_\d+)*)/.exec(text)?.[1];
  return digits === undefined ? 0n : BigInt(digits.replaceAll('_', '').replace('+', ''));
}

/** {@link rubyInteger} as a number; beyond 2^53 it loses digits, which no id has. */
export const toInteger = (text: string): number => Number(rubyInteger(text));
