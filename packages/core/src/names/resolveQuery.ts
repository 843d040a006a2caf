import { findFilter, type KindName } from '../kinds/index.js';
import { isRecord } from '../values/json.js';
import { type Found, readComparison, unchanged } from './comparison.js';
import { resolveKnownValues } from './knownValues.js';
import type { NameProblem } from './problem.js';
import type { NameReader } from './reader.js';
import type { Resolved } from './resolve.js';
import { resolveReference } from './resolveReference.js';

export interface ResolvedQuery {
  readonly query: Readonly<Record<string, unknown>>;
  readonly problems: readonly NameProblem[];
  /** What each name meant, by its condition. */
  readonly resolved: Readonly<Record<string, readonly Resolved[]>>;
  /** Conditions that stand for others, by their own name: `agent_id_null` for `agent_id_eq`. */
  readonly standsFor: Readonly<Record<string, string>>;
}

type Findings = Omit<ResolvedQuery, 'query'>;

type Conditions = Readonly<Record<string, unknown>>;

/**
 * Puts a Ransack query into the server's words: ids in place of names (`agent_id_eq: "Al Dente"`), values as they are
 * written there (`status_eq: "Closed"`), and what people mean by several of them (`open`, a branch of a tree, `none`).
 * Groups are gone through too.
 */
export async function resolveQuery(
  reader: NameReader,
  kind: KindName,
  query: Conditions,
  me?: string,
): Promise<ResolvedQuery> {
  const pieces = await Promise.all(
    Object.entries(query).map(async ([name, value]): Promise<ResolvedQuery> => {
      if (name === 'g') return resolveGroups(value);
      const { query: piece, problems = [], resolved = [] } = await resolveCondition(name, value);
      const others = namesIn(piece).filter((other) => other !== name);
      return {
        query: piece,
        problems,
        resolved: resolved.length > 0 ? { [name]: resolved } : {},
        standsFor: Object.fromEntries(others.map((other) => [other, name])),
      };
    }),
  );
  return { ...joinFindings(pieces), query: putTogether(pieces.map((piece) => piece.query)) };

  async function resolveCondition(name: string, value: unknown): Promise<Found> {
    const comparison = readComparison(name);
    const filter = comparison && findFilter(kind, comparison.attribute);
    if (comparison === undefined || filter === undefined) return unchanged(name, value);
    if (filter.references !== undefined) return resolveReference(reader, kind, comparison, filter, value, me);
    return filter.values === undefined ? unchanged(name, value) : resolveKnownValues(comparison, filter, value);
  }

  async function resolveGroups(groups: unknown): Promise<ResolvedQuery> {
    if (typeof groups !== 'object' || groups === null) return { ...joinFindings([]), query: { g: groups } };
    const parts = await Promise.all(
      Object.values(groups).map(async (group: unknown) =>
        isRecord(group) ? resolveQuery(reader, kind, group, me) : { ...joinFindings([]), query: group },
      ),
    );
    return { ...joinFindings(parts), query: { g: parts.map(({ query }) => query) } };
  }
}

/** What was found, in the order in which it was asked for, whichever answer came first. */
function joinFindings(parts: readonly Findings[]): Findings {
  return {
    problems: parts.flatMap(({ problems }) => problems),
    resolved: Object.assign({}, ...parts.map(({ resolved }) => resolved)) as ResolvedQuery['resolved'],
    standsFor: Object.assign({}, ...parts.map(({ standsFor }) => standsFor)) as ResolvedQuery['standsFor'],
  };
}

function namesIn({ g, ...conditions }: Conditions): string[] {
  const groups = Array.isArray(g) ? g.filter(isRecord) : [];
  return [...Object.keys(conditions).filter((name) => name !== 'm'), ...groups.flatMap(namesIn)];
}

/**
 * All conditions side by side. One that came to several, or to a name that another has, gets a group of its own: beside
 * an `or` it would fall apart, beside the other it would take its place.
 */
function putTogether(pieces: readonly Conditions[]): Conditions {
  const together: Record<string, unknown> = {};
  const groups: unknown[] = [];
  for (const piece of pieces) {
    const [name, another] = Object.keys(piece);
    if (name === 'g' && Array.isArray(piece['g'])) groups.push(...(piece['g'] as readonly unknown[]));
    else if (name !== undefined && another === undefined && !Object.hasOwn(together, name))
      together[name] = piece[name];
    else groups.push(piece);
  }
  return groups.length === 0 || 'g' in together ? together : { ...together, g: groups };
}
