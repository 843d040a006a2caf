import type { ColumnType, Comparable } from './castValue.js';
import type { Comparison, Test } from './predicates.js';
import { SearchCrash } from './search.js';

type ValueTest = (value: Comparable) => boolean;

const collator = new Intl.Collator('en');

/** Order of two values that are there; texts by the language's rules, as PostgreSQL's usual collation has it. */
function compare(a: Comparable, b: Comparable, type: ColumnType): number {
  if (a === b) return 0;
  if (type === 'string') return collator.compare(String(a), String(b));
  return a !== null && b !== null && a > b ? 1 : -1;
}

/** Order for sorting: nulls last. */
export function compareNullsLast(a: Comparable, b: Comparable, type: ColumnType): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b, type);
}

/** A test of one column as SQL decides it: nothing is true of NULL but that it is NULL. */
export function compileTest({ comparison, operand }: Test, type: ColumnType): ValueTest {
  if (isList(operand)) return compileListTest(comparison, operand);
  if (operand === null) return compileNullTest(comparison);
  if (comparison === 'matches' || comparison === 'does_not_match') return compileLike(comparison, operand, type);

  const cast = castOperand(operand, type);
  if (cast === null) return () => false;
  return compileOrder(comparison, cast, type);
}

const isList = (operand: Test['operand']): operand is readonly Comparable[] => Array.isArray(operand);

/** `NOT IN (…, NULL)` is true of nothing. */
function compileListTest(comparison: Comparison, operands: readonly Comparable[]): ValueTest {
  const values = new Set(operands);
  if (comparison === 'in') return (value) => value !== null && values.has(value);
  return (value) => value !== null && !values.has(null) && !values.has(value);
}

function compileNullTest(comparison: Comparison): ValueTest {
  if (comparison === 'eq') return (value) => value === null;
  return comparison === 'not_eq' ? (value) => value !== null : () => false;
}

function compileOrder(comparison: Comparison, operand: Comparable, type: ColumnType): ValueTest {
  const order = (value: Comparable) => (value === null ? Number.NaN : compare(value, operand, type));
  switch (comparison) {
    case 'eq':
      return (value) => value === operand;
    case 'not_eq':
      return (value) => value !== null && value !== operand;
    case 'lt':
      return (value) => order(value) < 0;
    case 'lteq':
      return (value) => order(value) <= 0;
    case 'gt':
      return (value) => order(value) > 0;
    default:
      return (value) => order(value) >= 0;
  }
}

/** ILIKE: `%` and `_` are wildcards unless escaped. PostgreSQL has it for texts only, anything else is a 500. */
function compileLike(comparison: 'matches' | 'does_not_match', operand: Comparable, type: ColumnType): ValueTest {
  if (type !== 'string') throw new SearchCrash(`operator does not exist: ${type} ~~* unknown`);
  const pattern = new RegExp(`^${likeToRegExp(String(operand))}$`, 'isu');
  const expected = comparison === 'matches';
  return (value) => value !== null && pattern.test(String(value)) === expected;
}

const likeToRegExp = (like: string): string =>
  like.replace(/\\(.)|([%_])|([\\^$.*+?()[\]{}|/])/gsu, (_, escaped?: string, wildcard?: string, special?: string) => {
    if (wildcard !== undefined) return wildcard === '%' ? '.*' : '.';
    return (escaped ?? special ?? '').replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
  });

/** The column's own cast: `''` against a date or number is NULL, `true` against a text is `t`. */
function castOperand(operand: Comparable, type: ColumnType): Comparable {
  if (type === 'string') return operand === true ? 't' : operand === false ? 'f' : operand;
  if (type === 'integer' && typeof operand === 'boolean') return Number(operand);
  const fits = { integer: 'number', datetime: 'string', boolean: 'boolean' }[type];
  return typeof operand === fits && operand !== '' ? operand : null;
}
