import { InvalidInputError } from '../errors/index.js';
import { guessType, type TypeOf } from './attributes.js';
import { mixesCombinators, type ParsedCondition, parseCondition } from './predicates.js';
import { checkPredicate, checkScalar, readMembers, readPeoplesNumber, toYesNo, writeScalar } from './values.js';

export type RansackScalar = string | number | boolean;

/**
 * Ransack conditions, all of which must hold: `{ last_name_eq: 'Foley', id_in: [1, 2], agent_id_null: true }`
 * (doc L2352-2360). `s` sorts (`'updated_at desc'`, or several); `m: 'or'` asks for any instead of all;
 * `g` holds nested groups of the same form.
 */
export interface RansackQuery {
  readonly s?: string | readonly string[];
  readonly m?: 'and' | 'or';
  readonly g?: readonly RansackQuery[];
  readonly [condition: string]: RansackScalar | readonly RansackScalar[] | readonly RansackQuery[] | undefined;
}

/** A condition that was checked: its name taken apart and its value as it is sent. */
export interface CheckedCondition extends ParsedCondition {
  readonly name: string;
  readonly value: string | readonly string[];
}

/** A group of conditions: what a filter means, for sending and for checking rows. */
export interface ConditionGroup {
  readonly combinator: 'and' | 'or';
  readonly conditions: readonly CheckedCondition[];
  readonly groups: readonly ConditionGroup[];
  readonly sorts: readonly string[];
}

/**
 * Checks conditions and takes them apart. What the server would drop in silence (a blank value, a date that does not
 * parse, `yes` for a boolean: notes 4) is refused here, since dropping a filter answers everything.
 *
 * @param typeOf what the attributes of the list are; by their names alone unless said otherwise.
 * @throws InvalidInputError naming each condition that cannot work.
 */
export function readQuery(operation: string, query: unknown, typeOf: TypeOf = guessType): ConditionGroup {
  return readGroup({ operation, typeOf }, query);
}

interface Reading {
  readonly operation: string;
  readonly typeOf: TypeOf;
}

function readGroup(reading: Reading, query: unknown): ConditionGroup {
  const { operation } = reading;
  if (typeof query !== 'object' || query === null || Array.isArray(query)) {
    throw invalid(operation, 'q', 'takes an object of conditions, e.g. { title_cont: "printer" }');
  }
  const { s, sorts, m, g, ...conditions } = query as Record<string, unknown>;
  return {
    combinator: readCombinator(operation, m),
    conditions: Object.entries(conditions)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => readCondition(reading, name, value)),
    groups: readGroups(reading, g),
    sorts: [s, sorts].flatMap((given) => readSorts(operation, given)),
  };
}

function readCombinator(operation: string, m: unknown): 'and' | 'or' {
  if (m === undefined || m === 'and') return 'and';
  if (m === 'or') return 'or';
  throw invalid(operation, 'm', 'takes "and" or "or"');
}

function readGroups(reading: Reading, g: unknown): ConditionGroup[] {
  const { operation } = reading;
  if (g === undefined) return [];
  const groups: readonly unknown[] | undefined = typeof g === 'object' && g !== null ? Object.values(g) : undefined;
  // A scalar here makes the server fail with 500 (notes 4).
  if (groups === undefined) throw invalid(operation, 'g', 'takes a list of groups of conditions');
  return groups.flatMap((given) => {
    const group = readGroup(reading, given);
    if (group.sorts.length > 0) throw invalid(operation, 'g', 'holds a sort, which belongs beside the groups');
    if (group.conditions.length + group.groups.length > 0) return [group];
    // The server would drop it. A condition that is undefined is one that was not given.
    if (Object.keys(given as object).length === 0) throw invalid(operation, 'g', 'an empty group would be no filter');
    return [];
  });
}

function readSorts(operation: string, s: unknown): string[] {
  if (s === undefined) return [];
  const sorts: readonly unknown[] = Array.isArray(s) ? s : [s];
  return sorts.map((sort) => {
    const match = typeof sort === 'string' ? /^\s*([a-z]\w*)(?:\s+(asc|desc))?\s*$/i.exec(sort) : null;
    // The server reads any other direction as ascending, without a word.
    if (match?.[1] === undefined) throw invalid(operation, 's', 'sorts by "attribute" or "attribute desc"');
    return `${match[1]} ${(match[2] ?? 'asc').toLowerCase()}`;
  });
}

function readCondition({ operation, typeOf }: Reading, name: string, value: unknown): CheckedCondition {
  const refuse = (message: string) => invalid(operation, name, message);
  if (name === 'c') throw refuse('write conditions in short, e.g. status_eq: "open"');
  const parsed = parseCondition(name);
  if (parsed === undefined) {
    throw refuse(`ends in no predicate; write the attribute and how to compare, e.g. ${name}_eq or ${name}_cont`);
  }
  if (mixesCombinators(name)) {
    throw refuse(
      'joins attributes by _or_ and _and_, of which BOSSDesk honours one only; put what belongs together into a group, e.g. { g: [{ m: "or", first_name_cont: "x", last_name_cont: "x" }], email_cont: "x" }',
    );
  }
  return { ...parsed, name, value: readValue(parsed, value, { name, typeOf, refuse }) };
}

interface ConditionReading {
  readonly name: string;
  readonly typeOf: TypeOf;
  readonly refuse: (message: string) => InvalidInputError;
}

function readValue(
  condition: ParsedCondition,
  value: unknown,
  { name, typeOf, refuse }: ConditionReading,
): string | readonly string[] {
  if (condition.takes === 'boolean') {
    const yesNo = toYesNo(typeof value === 'string' ? value.trim() : value);
    if (yesNo === undefined) throw refuse('takes true or false');
    const issue = checkPredicate(condition, typeOf);
    if (issue !== undefined) throw refuse(issue);
    return yesNo;
  }
  if (condition.takes === 'scalar' && Array.isArray(value)) {
    throw refuse(`takes one value; for several use ${name}_any`);
  }
  const values = condition.takes === 'list' ? readMembers(condition, value) : [value];
  if (values.length === 0) throw refuse('an empty list would be no filter at all');
  const texts = values.map((one) => {
    const plain = readPeoplesNumber(condition, one);
    const issue = checkScalar(condition, plain, typeOf);
    if (issue !== undefined) throw refuse(issue);
    return writeScalar(condition, plain, typeOf);
  });
  return condition.takes === 'list' ? texts : (texts[0] ?? '');
}

function invalid(operation: string, field: string, message: string): InvalidInputError {
  return new InvalidInputError({ operation, issues: [{ field, message }] });
}
