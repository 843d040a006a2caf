import type { Operation } from '../operations/index.js';
import { type KindName, kinds } from './kinds.js';
import { getKind } from './index.js';

/** A parameter of a path and the record that it names: `/tickets/:friendly_id/tasks/:id` has two. */
export interface PathParameter {
  /** On the wire: `friendly_id`, `id`, `comment_id`, `barcode`. */
  readonly parameter: string;
  readonly kind: KindName;
}

/** The parameters of an operation's path, the outermost record first. */
export function pathParametersOf({ path, kind }: Pick<Operation, 'path' | 'kind'>): readonly PathParameter[] {
  const segments = path.split('/');
  return segments.flatMap((segment, index) => {
    if (!segment.startsWith(':')) return [];
    const collection = segments[index - 1] ?? '';
    const owner = segments[index - 2] === 'my' ? `my_${collection}` : collection;
    return [{ parameter: segment.slice(1), kind: Object.hasOwn(kinds, owner) ? (owner as KindName) : kind }];
  });
}

/**
 * What faces call a parameter of a path, by the record that it names: `ticket_number` for the number that people see,
 * `time_entry_id` for an id, `barcode` for what is neither.
 */
export function parameterName(operation: Pick<Operation, 'path' | 'kind'>, parameter: string): string {
  const found = pathParametersOf(operation).find((one) => one.parameter === parameter);
  if (found === undefined || isOther(parameter)) return parameter;
  return `${getKind(found.kind).word}_${parameter === 'friendly_id' ? 'number' : 'id'}`;
}

/** The record that a call is about, in people's words, innermost first: `task 15 of ticket 75`; empty without one. */
export function describeTarget(
  operation: Pick<Operation, 'path' | 'kind'>,
  input: Readonly<Record<string, unknown>>,
): string {
  return [...pathParametersOf(operation)]
    .reverse()
    .map(({ parameter, kind }) => {
      const value = input[parameter];
      const shown = typeof value === 'number' || typeof value === 'string' ? String(value) : '?';
      return `${getKind(kind).noun} ${isOther(parameter) ? `with ${parameter} ` : ''}${shown}`;
    })
    .join(' of ');
}

/** Neither number nor id: a barcode. */
function isOther(parameter: string): boolean {
  return parameter !== 'friendly_id' && parameter !== 'id' && !parameter.endsWith('_id');
}
