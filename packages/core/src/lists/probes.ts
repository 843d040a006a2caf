import { isBossDeskError } from '../errors/index.js';
import { describeAttribute } from '../kinds/attributes.js';
import type { Operation } from '../operations/index.js';
import type { CheckedCondition, RansackQuery } from '../query/conditions.js';
import { familyOf, oppositeSuffix } from '../query/predicates.js';
import type { CallOptions, Sender } from '../send/sender.js';
import type { Row } from '../values/json.js';
import type { KnownAttributes } from './knownAttributes.js';

/** A question of which the answer tells whether the server honours something: it must hold no row. */
export interface Probe {
  /** Conditions that nothing can meet. */
  readonly query: RansackQuery;
  /** What is asked, in words and as the place of the answer in memory. */
  readonly asks: string;
}

/** No record is both null and not null, so rows in the answer mean that conditions on the attribute are ignored. */
export function probeAttribute(attribute: string): Probe {
  return {
    query: { [`${attribute}_null`]: '1', [`${attribute}_not_null`]: '1' },
    asks: `${attribute} is null and not null`,
  };
}

/**
 * Asks whether a condition on an attribute counts. Where the attribute's type is known, its value was checked and only
 * the attribute is in doubt. Otherwise the value is too: the server drops one that it cannot read (notes 4), so it is
 * asked for what meets the condition and its opposite.
 */
export function probeCondition(operation: Operation, attribute: string, condition: CheckedCondition): Probe {
  const { predicate, compound, value } = condition;
  const isChecked = describeAttribute(operation.kind, attribute).type !== undefined;
  if (isChecked || familyOf(predicate) === 'null') return probeAttribute(attribute);
  const [asked, opposite] = [
    compound === undefined ? predicate : `${predicate}_${compound}`,
    oppositeSuffix(condition),
  ];
  return {
    query: { [`${attribute}_${asked}`]: value, [`${attribute}_${opposite}`]: value },
    asks: `${attribute}_${asked} and ${attribute}_${opposite} of ${JSON.stringify(value)}`,
  };
}

export interface ProbeContext {
  readonly sender: Sender;
  readonly knownAttributes: KnownAttributes;
}

/** Whether the server honours what a probe asks; the answer is remembered. */
export function isHonoured(
  { sender, knownAttributes }: ProbeContext,
  operation: Operation,
  probe: Probe,
  options?: CallOptions,
): Promise<boolean> {
  const ask = async (): Promise<boolean> => {
    try {
      return ((await sender.call(operation, { page: 1, per_page: 1, q: probe.query }, options)) as Row[]).length === 0;
    } catch (error) {
      // A condition that is ignored cannot fail; joins of to-many records might, in a query as odd as this.
      if (isBossDeskError(error, 'ServerError')) return true;
      throw error;
    }
  };
  return knownAttributes.isKnown(operation.id, probe.asks, ask, options?.signal);
}
