import { fieldRules, type OperationId, operations } from 'bossdesk-client';
import type { ImportSource } from '../data/importSource.js';
import { extraIn, type Json } from '../data/fields.js';
import type { State } from '../state/state.js';
import { addBodyFields } from './bodyFields.js';
import type { FieldTable } from './field.js';
import type { RecordOf, ViewOf } from './record.js';
import { type View, wholeView, withExtra } from './view.js';

/** What the sandbox knows of a kind of record; all that it does with one follows from this. */
export interface Kind<Fields extends FieldTable = FieldTable> {
  /** Its own, then those that only the declaration names: stored and shown all the same. */
  readonly fields: Fields;
  /** Fields that a record cannot be without. */
  readonly required: readonly string[];
}

/** A kind with a table and a list of its own in a data file; people see its number. */
export interface TableKind<Fields extends FieldTable = FieldTable> extends Kind<Fields> {
  /** Where its ids start: far from the numbers people see, and from the ids of others. */
  readonly firstId: number;
  /** A row of its list. */
  row(state: State, record: RecordOf<Fields>): object;
  /** The record by itself. */
  whole(state: State, record: RecordOf<Fields>): ViewOf<Fields>;
  /** Records that a data file has inside others only. */
  readonly mentioned?: (file: Json) => Json[];
  /** Records that are there under any seed, as a data file would have them. */
  readonly seeded?: readonly Json[];
}

interface KindOptions<Fields> {
  /** Body fields that are no fields of the record. */
  readonly unstored?: readonly string[];
  /** Beyond those that the declaration requires for a new record. */
  readonly required?: readonly (keyof Fields & string)[];
}

/** `bodies`: the operations whose bodies give its fields. */
export function defineKind<Fields extends FieldTable>(
  fields: Fields,
  bodies: readonly OperationId[] = [],
  { unstored = [], required = [] }: KindOptions<Fields> = {},
): Kind<Fields> {
  return {
    fields: addBodyFields(fields, bodies, unstored),
    required: [...new Set([...requiredIn(bodies), ...required])].filter((name) => name in fields),
  };
}

interface TableKindOptions<Fields extends FieldTable> extends KindOptions<Fields> {
  /** The first part of its paths, and its list in a data file. */
  readonly name: string;
  readonly firstId: number;
  readonly fields: Fields;
  /** The whole record when left out. */
  readonly row?: NoInfer<View<RecordOf<Fields>, object>>;
  readonly mentioned?: (file: Json) => Json[];
  readonly seeded?: readonly Json[];
}

/** The bodies are those of the routes `/<name>` and `/<name>/:friendly_id`. */
export function defineTableKind<Fields extends FieldTable>(options: TableKindOptions<Fields>): TableKind<Fields> {
  const { name, fields, row, unstored, required, ...more } = options;
  const paths: readonly string[] = [`/${name}`, `/${name}/:friendly_id`];
  const bodies = operations.filter((operation) => paths.includes(operation.path)).map((operation) => operation.id);
  const kind = defineKind(fields, bodies, { ...(unstored && { unstored }), ...(required && { required }) });
  const whole = withExtra(wholeView(kind));
  return { ...kind, ...more, row: row === undefined ? whole : withExtra(row), whole };
}

/** A field that only updates must give (an attachment's description) may be missing from a record. */
const requiredIn = (bodies: readonly OperationId[]): string[] =>
  operations
    .filter(({ id, method }) => method === 'POST' && bodies.includes(id))
    .flatMap(({ id }) => Object.entries(fieldRules[id].fields))
    .flatMap(([name, rule]) => (rule.in === 'body' && rule.required === true ? [name] : []));

/** A record as a data file has it. */
export function importRecord<Fields extends FieldTable>(fields: Fields, json: Json, source: ImportSource) {
  const record: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.computed !== true) record[name] = field.read(json, name, source, record);
  }
  return record as RecordOf<Fields>;
}

/** With what the file says beyond its fields. */
export function importWithExtra<Fields extends FieldTable>(
  fields: Fields,
  json: Json,
  source: ImportSource,
): RecordOf<Fields> {
  const record = importRecord(fields, json, source);
  return { ...record, ...extraIn(json, record) };
}
