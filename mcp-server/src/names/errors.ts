/** A record that a name could have meant. */
export interface Candidate {
  readonly id: number;
  readonly name: string;
  /** What tells it from others of the same name, e.g. `in Europe`. */
  readonly note?: string;
}

/** One name that leads to no record, or to several. */
export interface NameProblem {
  readonly argument: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What the candidates are: `close to it`. */
  readonly listing: string;
  readonly candidates: readonly Candidate[];
  /** How many more there are than `candidates` lists. */
  readonly more: number;
}

/** The most candidates that a problem lists. */
const MAX_CANDIDATES = 10;

/** Names that could not be turned into ids. */
export class NameError extends Error {
  override readonly name = 'NameError';
  readonly problems: readonly NameProblem[];

  constructor(problems: readonly NameProblem[]) {
    super(problems.map(({ argument, message }) => `${argument}: ${message}`).join('\n'));
    this.problems = problems;
  }
}

export function nameError(
  argument: string,
  message: string,
  listing = '',
  candidates: readonly Candidate[] = [],
): NameError {
  const listed = candidates.slice(0, MAX_CANDIDATES);
  return new NameError([{ argument, message, listing, candidates: listed, more: candidates.length - listed.length }]);
}

/** As Promise.all, but tells every name that fails, so that all can be mended at once. */
export async function resolveAll<T>(resolving: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(resolving);
  const problems: NameProblem[] = [];
  for (const result of results) {
    if (result.status === 'fulfilled') continue;
    if (!(result.reason instanceof NameError)) throw result.reason;
    problems.push(...result.reason.problems);
  }
  if (problems.length > 0) throw new NameError(problems);
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
