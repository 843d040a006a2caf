import type { FieldTable } from '../model/field.js';
import { baseName } from '../model/field.js';
import type { Kind } from '../model/kind.js';
import { blankRecord, type RecordOf } from '../model/record.js';
import { HttpFailure, refuseIfInvalid, type ValidationErrors } from '../rails/failures.js';
import { hasNul, someText } from '../rails/texts.js';
import type { State } from '../state/state.js';
import type { RequestContext } from './handler.js';
import { orNotFound } from './shared.js';

/** How Rails makes and changes a record out of a body. */

type Body = Readonly<Record<string, unknown>>;

/** More to check than what the kind's fields say. */
type Check<Row> = (record: Row, errors: ValidationErrors) => void;

/** A new record, not yet in the state; `given`: what the body does not decide. */
export function draftRecord<Fields extends FieldTable>(
  { state, user, now }: RequestContext,
  kind: Kind<Fields>,
  body: Body,
  given: Partial<RecordOf<Fields>> = {},
  check: Check<RecordOf<Fields>> = () => undefined,
): RecordOf<Fields> {
  const errors: ValidationErrors = {};
  const record = {
    ...blankRecord(kind.fields),
    ...Object.fromEntries(kind.required.map((name) => [name, null])),
    ...stamp(kind, { created_at: now, updated_at: now, created_by_id: user.id }),
    ...assignBody(state, kind, body, {}, errors),
    ...given,
  };
  checkPresence(kind, record, errors);
  check(record, errors);
  checkReferences(state, kind, record, errors, {});
  refuseIfInvalid(errors);
  refuseNul(record);
  return record;
}

/** The record as the body would make it; nothing is changed yet. */
export function changeRecord<Fields extends FieldTable>(
  { state }: RequestContext,
  kind: Kind<Fields>,
  record: RecordOf<Fields>,
  body: Body,
  check: Check<RecordOf<Fields>> = () => undefined,
): RecordOf<Fields> {
  const errors: ValidationErrors = {};
  const changed = { ...record, ...assignBody(state, kind, body, record, errors) };
  checkPresence(kind, changed, errors);
  check(changed, errors);
  checkReferences(state, kind, changed, errors, record);
  refuseIfInvalid(errors);
  refuseNul(changed);
  return changed;
}

/** The database refuses it when the record is saved, after all checks. */
function refuseNul(record: object): void {
  if (someText(record, hasNul)) throw new HttpFailure(500, 'string contains null byte');
}

/** Rails saves only what differs: another time of change needs another value. */
export const isChanged = (record: object, before: object): boolean => JSON.stringify(record) !== JSON.stringify(before);

/** Of these, the fields that the kind has. */
const stamp = ({ fields }: Kind, values: Body): Body =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name in fields));

/**
 * What a permitted body, cast to its columns' types by then, makes of the kind's fields. Unknown ids in a list are a
 * 404, not a 422 (notes 4): Rails looks the records up when it is assigned.
 */
function assignBody(
  state: State,
  { fields, required }: Kind,
  body: Body,
  record: Body,
  errors: ValidationErrors,
): Body {
  const assigned = Object.entries(fields).flatMap(([name, field]) => {
    const given = body[name];
    if (given === undefined) return [];
    // A column that has no null takes its default.
    if (given === null && !required.includes(name)) return [[name, field.initial()]];
    const { reference } = field;
    if (reference?.many === true) for (const id of given as number[]) orNotFound(state.find(reference.kind, id));
    const current = record[name] ?? field.initial();
    return [[name, field.store === undefined ? given : field.store(given, { state, current, errors })]];
  });
  return Object.fromEntries(assigned) as Body;
}

/** `can't be blank` for what the kind requires. */
function checkPresence({ fields, required }: Kind, record: Body, errors: ValidationErrors): void {
  for (const name of required) {
    if (fields[name]?.reference === undefined && isBlank(record[name])) errors[name] = ["can't be blank"];
  }
}

/**
 * `must exist` for references that point nowhere, under the association's name (`type`, not `type_id`). A record out of
 * a data file may go on without those that it never had.
 */
function checkReferences(
  state: State,
  { fields, required }: Kind,
  record: Body,
  errors: ValidationErrors,
  before: Body,
): void {
  for (const [name, { reference }] of Object.entries(fields)) {
    if (reference === undefined || reference.many) continue;
    const id = record[name] as number | null;
    const mayLack = !required.includes(name) || before[name] === null;
    if (id === null ? !mayLack : state.find(reference.kind, id) === undefined) errors[baseName(name)] = ['must exist'];
  }
}

export const isBlank = (value: unknown): boolean => value == null || (typeof value === 'string' && value.trim() === '');
