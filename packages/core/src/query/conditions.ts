import { InvalidInputError } from '../errors/index.js';
import { type ParsedCondition, parseCondition } from './predicates.js';
import { checkScalar, readMembers, readPeoplesNumber, toYesNo } from './values.js';

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
 * @throws InvalidInputError naming each condition that cannot work.
 */
export function readQuery(operation: string, query: unknown): ConditionGroup {
  if (typeof query !== 'object' || query === null || Array.isArray(query)) {
    throw invalid(operation, 'q', 'takes an object of conditions, e.g. { title_cont: "printer" }');
  }
  const { s, sorts, m, g, ...conditions } = query as Record<string, unknown>;
  return {
    combinator: readCombinator(operation, m),
    conditions: Object.entries(conditions)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => readCondition(operation, name, value)),
    groups: readGroups(operation, g),
    sorts: readSorts(operation, s ?? sorts),
  };
}

function readCombinator(operation: string, m: unknown): 'and' | 'or' {
  if (m === undefined || m === 'and') return 'and';
  if (m === 'or') return 'or';
  throw invalid(operation, 'm', 'takes "and" or "or"');
}

function readGroups(operation: string, g: unknown): ConditionGroup[] {
  if (g === undefined) return [];
  const groups = typeof g === 'object' && g !== null ? Object.values(g) : undefined;
  // A scalar here makes the server fail with 500 (notes 4).
  if (groups === undefined) throw invalid(operation, 'g', 'takes a list of groups of conditions');
  // An empty group is not sent, and the server would drop it.
  return groups
    .map((group) => readQuery(operation, group))
    .filter(({ conditions, groups: nested }) => conditions.length + nested.length > 0);
}

function readSorts(operation: string, s: unknown): string[] {
  if (s === undefined) return [];
  const sorts = Array.isArray(s) ? s : [s];
  return sorts.map((sort) => {
    const match = typeof sort === 'string' ? /^\s*([a-z]\w*)(?:\s+(asc|desc))?\s*$/i.exec(sort) : null;
    // The server reads any other direction as ascending, without a word.
    if (match?.[1] === undefined) throw invalid(operation, 's', 'sorts by "attribute" or "attribute desc"');
    return `${match[1]} ${(match[2] ?? 'asc').toLowerCase()}`;
  });
}

function readCondition(operation: string, name: string, value: unknown): CheckedCondition {
  if (name === 'c') throw invalid(operation, name, 'write conditions in short, e.g. status_eq: "open"');
  const parsed = parseCondition(name);
  if (parsed === undefined) {
    throw invalid(
      operation,
      name,
      `ends in no predicate; write the attribute and how to compare, e.g. ${name}_eq or ${name}_cont`,
    );
  }
  return { ...parsed, name, value: readValue(operation, name, parsed, value) };
}

function readValue(
  operation: string,
  name: string,
  condition: ParsedCondition,
  value: unknown,
): string | readonly string[] {
  if (condition.takes === 'boolean') {
    const yesNo = toYesNo(value);
    if (yesNo === undefined) throw invalid(operation, name, 'takes true or false');
    if (
      !/^(not_)?null$/.test(condition.predicate) &&
      condition.attributes.some((attribute) => /(^|_)(id|at|on)$/.test(attribute))
    ) {
      throw invalid(operation, name, 'matches nothing on a number or a date; use _null or _not_null');
    }
    return yesNo;
  }
  if (condition.takes === 'scalar' && Array.isArray(value)) {
    throw invalid(operation, name, `takes one value; for several use ${name}_any`);
  }
  const values = condition.takes === 'list' ? readMembers(condition, value) : [value];
  if (values.length === 0) throw invalid(operation, name, 'an empty list would be no filter at all');
  const texts = values.map((one) => {
    const plain = readPeoplesNumber(condition, one);
    const issue = checkScalar(condition, plain);
    if (issue !== undefined) throw invalid(operation, name, issue);
    return String(plain);
  });
  return condition.takes === 'list' ? texts : (texts[0] ?? '');
}

function invalid(operation: string, field: string, message: string): InvalidInputError {
  return new InvalidInputError({ operation, issues: [{ field, message }] });
}
