import { cutLetters } from '../values/letters.js';

/** A record that a name could have meant. */
export interface Candidate {
  /** What names it: its id, or in a path its number. */
  readonly id: number;
  readonly name: string;
  /** What tells it from others of the same name, e.g. `in Europe`. */
  readonly note?: string;
}

/** A name that leads to no record, or to several. */
export interface NameProblem {
  /** Where it was given, by its name on the wire: `priority_id`, `custom_fields`, `agent_id_eq` in a query. */
  readonly field: string;
  readonly given: string;
  /** What was looked for: `priority`. */
  readonly noun: string;
  readonly reason: 'empty' | 'unknown' | 'ambiguous' | 'notAnAgent' | 'noMe' | 'noValue' | 'tooMany' | 'twice';
  readonly candidates: readonly Candidate[];
  /** What the candidates are. */
  readonly listing: 'called so' | 'close to it' | 'with that number' | 'agents' | 'there are';
  /** How many more there are than `candidates` lists. */
  readonly more: number;
  /** It is what `me` stands for. */
  readonly isMe?: true;
  /** What there is, where it is no record that was looked for. */
  readonly values?: readonly string[];
  /** Under which other key the same custom field was given. */
  readonly other?: string;
}

/** The most candidates that a problem lists. */
const MAX_CANDIDATES = 10;

type Details = Pick<NameProblem, 'field' | 'given' | 'noun' | 'reason'> & Partial<NameProblem>;

/** A problem with as many of its candidates as a reader takes in. */
export function createProblem({ candidates = [], ...details }: Details): NameProblem {
  const listed = candidates.slice(0, MAX_CANDIDATES);
  return { listing: 'called so', more: candidates.length - listed.length, ...details, candidates: listed };
}

const EXCERPT_LENGTH = 80;

/** A name as it is repeated to who gave it: on one line and of bounded length. */
export function quoteName(name: string): string {
  return `"${cutLetters(name.replace(/\s+/g, ' ').trim(), EXCERPT_LENGTH)}"`;
}

/** What is wrong, as a sentence without its full stop; the candidates are listed beside it. */
export function describeProblem({ reason, given, noun, other, values = [] }: NameProblem): string {
  const name = quoteName(given);
  switch (reason) {
    case 'empty':
      return 'is empty; leave it out, or give a name or an id';
    case 'unknown':
      return `no ${noun} is called ${name}`;
    case 'ambiguous':
      return `more than one ${noun} is called ${name}; give the id of one`;
    case 'notAnAgent':
      return `${name} is a user but not an agent`;
    case 'noMe':
      return '"me" is not known here; give a name or an id';
    case 'noValue':
      return `there is no ${noun} ${name}; there are ${values.slice(0, -1).join(', ')} and ${values.at(-1) ?? ''}`;
    case 'tooMany':
      return `names too many at once, beginning with ${name}; give fewer, or ids`;
    case 'twice':
      return `${quoteName(other ?? '')} and ${name} are the same ${noun}`;
  }
}
