import { type InputIssue, InvalidInputError } from '../errors/index.js';

/** Deeper than anybody nests groups of conditions; the web server refuses a query long before. */
const MAX_DEPTH = 20;

/** More lists and objects than any request holds. */
const MAX_NODES = 1000;

/**
 * What is wrong with the shape of a value, whatever it means, as the rest of a sentence that starts with the field's name;
 * undefined if nothing. Looked at before anything else is: what goes through a value calls itself for each level.
 */
export function checkBounds(value: unknown): string | undefined {
  if (typeof value !== 'object') return undefined;
  let level: readonly unknown[] = [value];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    const inner = level.filter((one): one is object => typeof one === 'object' && one !== null);
    nodes += inner.length;
    if (inner.length > 0 && depth >= MAX_DEPTH) return `is nested more than ${MAX_DEPTH} deep`;
    // Objects that are made of others lose such a key, and with it a condition or a value.
    if (inner.some((one) => Object.hasOwn(one, '__proto__'))) return 'has a member __proto__, which names nothing';
    if (nodes > MAX_NODES) return `holds more than ${MAX_NODES} lists and objects`;
    level = inner.flatMap((one): readonly unknown[] => Object.values(one));
  }
  return undefined;
}

/** @throws InvalidInputError for each field whose shape nobody means. */
export function refuseExcess(operation: string, input: Readonly<Record<string, unknown>>): void {
  const issues: InputIssue[] = [];
  for (const [field, value] of Object.entries(input)) {
    const message = checkBounds(value);
    if (message !== undefined) issues.push({ field, message });
  }
  if (issues.length > 0) throw new InvalidInputError({ operation, issues });
}
