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

/** Predicates that ask an attribute the same kind of question. */
export type PredicateFamily = 'equality' | 'order' | 'text' | 'yesNo' | 'presence' | 'null';

export function familyOf(predicate: PredicateName): PredicateFamily {
  if (/^(not_)?(eq|in)$/.test(predicate)) return 'equality';
  if (/^[lg]t(eq)?$/.test(predicate)) return 'order';
  if (/^(not_)?(true|false)$/.test(predicate)) return 'yesNo';
  if (/^(not_)?null$/.test(predicate)) return 'null';
  return allPredicates[predicate].value === 'boolean' ? 'presence' : 'text';
}

/** Each predicate with the one that holds of exactly the other values. */
const opposites: Readonly<Record<PredicateName, PredicateName>> = {
  eq: 'not_eq',
  not_eq: 'eq',
  matches: 'does_not_match',
  does_not_match: 'matches',
  lt: 'gteq',
  lteq: 'gt',
  gt: 'lteq',
  gteq: 'lt',
  in: 'not_in',
  not_in: 'in',
  cont: 'not_cont',
  not_cont: 'cont',
  i_cont: 'not_i_cont',
  not_i_cont: 'i_cont',
  start: 'not_start',
  not_start: 'start',
  end: 'not_end',
  not_end: 'end',
  true: 'not_true',
  not_true: 'true',
  false: 'not_false',
  not_false: 'false',
  present: 'blank',
  blank: 'present',
  null: 'not_null',
  not_null: 'null',
};

/** The suffix of the condition that no value meets beside this one: `gteq_all` to `lt_any`. */
export function oppositeSuffix({ predicate, compound }: Pick<ParsedCondition, 'predicate' | 'compound'>): string {
  const opposite = opposites[predicate];
  if (compound === undefined) return opposite;
  return `${opposite}_${compound === 'any' ? 'all' : 'any'}`;
}

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

/** Whether a name joins attributes by both `_or_` and `_and_`, of which the server honours the first only. */
export function mixesCombinators(name: string): boolean {
  return /[^_]_or_[^_]/.test(name) && /[^_]_and_[^_]/.test(name);
}

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
