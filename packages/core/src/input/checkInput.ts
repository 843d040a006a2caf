import { fieldRules } from '../generated/rules.js';
import type { Operation, OperationId } from '../operations/index.js';
import { refuseExcess } from './bounds.js';
import { checkValue } from './checkValue.js';
import { type InputIssue, InvalidInputError } from '../errors/index.js';
import type { FieldRule, OperationRules } from './rules.js';

/**
 * Refuses input that the API would drop in silence, misread or reject: unknown and missing fields, wrong types,
 * values out of bounds, days that do not exist, updates that change nothing. A field that is `undefined` is not given.
 * Conditions inside `q` are checked where they are encoded.
 *
 * @throws InvalidInputError with one issue for each thing that is wrong.
 */
export function checkInput(operation: Operation, input: Readonly<Record<string, unknown>>): void {
  refuseExcess(operation.id, input);
  const rules = fieldRules[operation.id as OperationId];
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  const issues: InputIssue[] = [];
  for (const [field, value] of given) {
    const message = checkField(operation, rules, field, value);
    if (message !== undefined) issues.push({ field, message });
  }
  for (const [field, rule] of Object.entries<FieldRule>(rules.fields))
    if (rule.required && input[field] === undefined) issues.push({ field, message: 'is required' });
  if (issues.length === 0) issues.push(...checkCount(operation, rules, given));
  if (issues.length > 0) throw new InvalidInputError({ operation: operation.id, issues });
}

function checkField(
  operation: Operation,
  { fields }: OperationRules,
  field: string,
  value: unknown,
): string | undefined {
  const rule = Object.hasOwn(fields, field) ? fields[field] : undefined;
  return rule === undefined ? explainUnknown(operation, fields, field) : checkValue(rule, value);
}

// The API ignores a field that it does not know, so a misspelt one would change nothing without a word (notes 3).
function explainUnknown(operation: Operation, fields: Readonly<Record<string, FieldRule>>, field: string): string {
  if (field === 'q') return 'this route does not search; leave the filter out';
  if (field === 'page' || field === 'per_page') return 'this route has no pages; leave it out';
  const names = Object.keys(fields);
  const closest = findMeant(field, names);
  if (closest !== undefined) return `is not a field of ${operation.id}; did you mean ${closest}?`;
  return `is not a field of ${operation.id}${names.length === 0 ? ', which takes none' : `; it takes ${names.join(', ')}`}`;
}

/** The two habits of other APIs: camelCase, and a reference without its `_id`. */
function findMeant(field: string, names: readonly string[]): string | undefined {
  const wireName = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return names.find((name) => name === wireName || name.startsWith(`${wireName}_`));
}

function checkCount(operation: Operation, rules: OperationRules, given: readonly [string, unknown][]): InputIssue[] {
  const { minBodyFields = 0 } = rules;
  if (minBodyFields === 0) return [];
  const changes = given.filter(
    ([field, value]) => rules.fields[field]?.in === 'body' && field !== operation.lock && !isEmptyRecord(value),
  );
  if (changes.length >= minBodyFields) return [];
  const names = Object.entries(rules.fields).filter(([field, rule]) => rule.in === 'body' && field !== operation.lock);
  return [
    {
      field: operation.envelope ?? 'body',
      message: `nothing to change; give at least one of ${names.map(([field]) => field).join(', ')}`,
    },
  ];
}

/** Custom fields of which none is given. An empty list is a change: it empties. */
function isEmptyRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
