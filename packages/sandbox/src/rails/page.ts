import { HttpFailure } from './failures.js';
import type { RackParams, RackValue } from './rackQuery.js';
import { rubyInteger } from './rubyInteger.js';

const DEFAULT_PER_PAGE = 15;
const MAXIMUM_PER_PAGE = 30;
const largestOffset = 2n ** 63n - 1n;

/** The rows of the page that `page` and `per_page` ask for, with Kaminari's habits (notes 4). */
export function takePage<Row>(rows: readonly Row[], query: RackParams): Row[] {
  const perPage = readPerPage(query.get('per_page') ?? null);
  const page = rubyToInteger(query.get('page') ?? null);
  const offset = (page < 1n ? 0n : page - 1n) * BigInt(perPage);
  if (offset > largestOffset || page > largestOffset) throw new HttpFailure(500, 'bigint out of range');
  return rows.slice(Number(offset), Number(offset) + perPage);
}

/** 0 is none; negative or no number is the default; too many is the maximum. */
function readPerPage(value: RackValue): number {
  const asked = rubyToInteger(value);
  if (asked < 0n || typeof value !== 'string' || !/^\d/m.test(value)) return DEFAULT_PER_PAGE;
  return asked > MAXIMUM_PER_PAGE ? MAXIMUM_PER_PAGE : Number(asked);
}

function rubyToInteger(value: RackValue): bigint {
  if (value === null) return 0n;
  if (typeof value !== 'string') throw new HttpFailure(500, 'undefined method `to_i`');
  return rubyInteger(value);
}
