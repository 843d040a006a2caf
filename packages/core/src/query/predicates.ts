/**
 * Ransack's predicates (notes 1). `value` tells what one takes: a scalar, several values, or yes/no.
 * `compounds`: whether `_any` and `_all` can follow.
 */
interface Predicate {
  readonly value: 'scalar' | 'list' | 'boolean';
  readonly compounds: boolean;
}

const scalar: Predicate = { value: 'scalar', compounds: true };
const list: Predicate = { value: 'list', compounds: false };
const yesNo: Predicate = { value: 'boolean', compounds: false };

export const allPredicates = {
  eq: scalar,
  not_eq: scalar,
  matches: scalar,
  does_not_match: scalar,
  lt: scalar,
  lteq: scalar,
  gt: scalar,
  gteq: scalar,
  in: list,
  not_in: list,
  cont: scalar,
  not_cont: scalar,
  i_cont: scalar,
  not_i_cont: scalar,
  start: scalar,
  not_start: scalar,
  end: scalar,
  not_end: scalar,
  true: yesNo,
  not_true: yesNo,
  false: yesNo,
  not_false: yesNo,
  present: yesNo,
  blank: yesNo,
  null: yesNo,
  not_null: yesNo,
} as const satisfies Record<string, Predicate>;

export type PredicateName = keyof typeof allPredicates;

/** A condition's name taken apart: `requester_email_or_title_cont_any`. */
export interface ParsedCondition {
  readonly attributes: readonly string[];
  readonly combinator: 'and' | 'or';
  readonly predicate: PredicateName;
  readonly compound: 'any' | 'all' | undefined;
  readonly takes: 'scalar' | 'list' | 'boolean';
}

interface Suffix {
  readonly text: string;
  readonly predicate: PredicateName;
  readonly compound: 'any' | 'all' | undefined;
}

/** Longest first, as Ransack looks for them: `not_eq` before `eq`, `cont_any` before `any`. */
const suffixes: readonly Suffix[] = (Object.keys(allPredicates) as PredicateName[])
  .flatMap((predicate): Suffix[] => [
    { text: `_${predicate}`, predicate, compound: undefined },
    ...(allPredicates[predicate].compounds
      ? (['any', 'all'] as const).map((compound) => ({ text: `_${predicate}_${compound}`, predicate, compound }))
      : []),
  ])
  .sort((a, b) => b.text.length - a.text.length);

/** Takes a condition's name apart; `undefined` when it ends in no predicate or names no attribute. */
export function parseCondition(name: string): ParsedCondition | undefined {
  const suffix = suffixes.find(({ text }) => name.endsWith(text) && name.length > text.length);
  if (suffix === undefined) return undefined;
  const attributes = name.slice(0, -suffix.text.length);
  // Only one kind of combinator per name is honoured: the first that occurs.
  const combinator = /_(or|and)_/.exec(attributes)?.[1] === 'or' ? 'or' : 'and';
  return {
    attributes: attributes.split(`_${combinator}_`),
    combinator,
    predicate: suffix.predicate,
    compound: suffix.compound,
    takes: suffix.compound === undefined ? allPredicates[suffix.predicate].value : 'list',
  };
}
