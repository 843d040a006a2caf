import { InvalidInputError } from '../errors/index.js';
import { fieldRules } from '../generated/rules.js';
import type { Operation, OperationId } from '../operations/index.js';
import { isRecord, type Row } from '../values/json.js';
import type { FieldRule } from './rules.js';

/*
 * Sets of records that a record refers to: tags, users of a CI, roles. The API takes each as a whole (notes 5.22), so that
 * a list given for one replaces it. Where a set can be added to and taken from, an update takes `add_tag_ids` and
 * `remove_tag_ids` beside `tag_ids`; what is sent is the whole set, computed from the record.
 */

type Input = Readonly<Record<string, unknown>>;

/** A part of a set: what joins or what leaves it. */
export interface SetPart {
  /** As callers give it: `add_tag_ids`. */
  readonly name: string;
  /** The field of the whole set: `tag_ids`. */
  readonly field: string;
  readonly part: 'add' | 'remove';
  readonly rule: FieldRule;
}

const partNames = ['add', 'remove'] as const;

/** What an update takes beside its fields, to change a set by its parts. */
export function setPartsOf({ id, change }: Pick<Operation, 'id' | 'change'>): readonly SetPart[] {
  if (change !== 'update') return [];
  const { fields } = fieldRules[id as OperationId];
  return Object.entries(fields).flatMap(([field, rule]) =>
    rule.type === 'integers' && rule.references === 'tags'
      ? partNames.map((part) => ({
          name: `${part}_${field}`,
          field,
          part,
          rule: { ...rule, label: `${rule.label} to ${part === 'add' ? 'Add' : 'Remove'}` },
        }))
      : [],
  );
}

/** The rule of an input field, parts of sets included. */
export function findRule(operation: Operation, field: string): FieldRule | undefined {
  const fields: Readonly<Record<string, FieldRule>> = fieldRules[operation.id as OperationId].fields;
  if (Object.hasOwn(fields, field)) return fields[field];
  return setPartsOf(operation).find(({ name }) => name === field)?.rule;
}

/**
 * Refuses a set together with its parts: which of the two is meant cannot be told.
 *
 * @throws InvalidInputError
 */
export function refuseMixedSets(operation: Operation, input: Input): void {
  const issues = setPartsOf(operation)
    .filter(({ name, field }) => input[name] !== undefined && input[field] !== undefined)
    .map(({ name }) => ({ field: name, message: 'cannot go together with a list that replaces the whole set' }));
  if (issues.length > 0) throw new InvalidInputError({ operation: operation.id, issues });
}

/** The records of a set as the record that has it shows them (`tags` for `tag_ids`); undefined where it does not. */
export function readSet(record: Row, field: string): readonly Row[] | undefined {
  const shown = record[field.replace(/_ids$/, 's')];
  return Array.isArray(shown) ? shown.filter(isRecord) : undefined;
}

/**
 * Puts whole sets in place of their parts, ids being resolved. The record is read only if there are such; its version
 * goes along where it has one, so that a change made in between is a conflict and not lost.
 *
 * @param read the record that the update is about.
 * @throws InvalidInputError for parts that contradict each other, and where the record does not show its set.
 */
export async function applySetParts(operation: Operation, input: Input, read: () => Promise<Row>): Promise<Input> {
  refuseMixedSets(operation, input);
  const given = setPartsOf(operation).filter(({ name }) => input[name] !== undefined);
  if (given.length === 0) return input;
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => given.every((part) => part.name !== name)));
  const changing = given.filter(({ name }) => idsIn(input[name]).length > 0);
  if (changing.length === 0) return rest;
  refuseContradictions(operation, input, changing);
  const record = await read();
  const sets = changing.map(({ name, field, part }) => {
    const shown = readSet(record, field);
    // What is left out of the set that is sent would be gone.
    const verb = part === 'add' ? 'added to' : 'taken from';
    if (shown === undefined) throw refuse(operation, name, `cannot be ${verb} a set that is not shown`);
    const ids = shown.map(({ id }) => Number(id));
    return [field, changeSet(ids, idsIn(input[`add_${field}`]), idsIn(input[`remove_${field}`]))] as const;
  });
  return { ...withVersion(operation, rest, record), ...Object.fromEntries(sets) };
}

function withVersion({ lock }: Operation, input: Input, record: Row): Input {
  const version = lock === undefined || input[lock] !== undefined ? undefined : record[lock];
  return lock === undefined || version === undefined ? input : { ...input, [lock]: version };
}

/** A set after some joined and some left; who was there stays in place. */
function changeSet(current: readonly number[], add: readonly number[], remove: readonly number[]): number[] {
  return [...new Set([...current, ...add])].filter((id) => !remove.includes(id));
}

function refuseContradictions(operation: Operation, input: Input, parts: readonly SetPart[]): void {
  for (const { name, field, part } of parts) {
    const joining = idsIn(input[`add_${field}`]);
    const both = part === 'add' ? undefined : idsIn(input[name]).find((id) => joining.includes(id));
    if (both !== undefined) throw refuse(operation, name, `holds ${both}, which is to be added as well`);
  }
}

function idsIn(value: unknown): readonly number[] {
  return Array.isArray(value) ? (value as readonly number[]) : [];
}

const refuse = (operation: Operation, field: string, message: string) =>
  new InvalidInputError({ operation: operation.id, issues: [{ field, message }] });
