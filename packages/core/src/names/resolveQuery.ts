import { findFilter, type KindName } from '../kinds/index.js';
import { parseCondition } from '../query/predicates.js';
import { isRecord } from '../values/json.js';
import type { NameProblem } from './problem.js';
import type { NameReader } from './reader.js';
import { type Resolved, resolveName } from './resolve.js';

/** Predicates that compare an id as a whole. */
const comparing = new Set(['eq', 'not_eq', 'in', 'not_in']);

export interface ResolvedQuery {
  readonly query: Readonly<Record<string, unknown>>;
  readonly problems: readonly NameProblem[];
  /** What each name meant, by its condition. */
  readonly resolved: Readonly<Record<string, readonly Resolved[]>>;
}

/** Puts ids in place of the names in a Ransack query: `agent_id_eq: "Al Dente"`. Groups are gone through too. */
export async function resolveQuery(
  reader: NameReader,
  kind: KindName,
  query: Readonly<Record<string, unknown>>,
  me?: string,
): Promise<ResolvedQuery> {
  const problems: NameProblem[] = [];
  const resolved: Record<string, readonly Resolved[]> = {};
  const entries = await Promise.all(
    Object.entries(query).map(async ([name, value]): Promise<[string, unknown]> => {
      if (name === 'g') return [name, await resolveGroups(value)];
      const references = referencedBy(kind, name);
      if (references === undefined) return [name, value];
      const given: readonly unknown[] = Array.isArray(value) ? value : [value];
      const found = await Promise.all(given.map((one) => resolveValue(references, name, one)));
      const records = found.flatMap(({ record }) => (record === undefined ? [] : [record]));
      if (records.length > 0) resolved[name] = records;
      const values = found.map((one) => one.value);
      return [name, Array.isArray(value) ? values : values[0]];
    }),
  );
  return { query: Object.fromEntries(entries), problems, resolved };

  async function resolveGroups(groups: unknown): Promise<unknown> {
    if (typeof groups !== 'object' || groups === null) return groups;
    return Promise.all(
      Object.values(groups).map(async (group: unknown) => {
        if (!isRecord(group)) return group;
        const inner = await resolveQuery(reader, kind, group, me);
        problems.push(...inner.problems);
        Object.assign(resolved, inner.resolved);
        return inner.query;
      }),
    );
  }

  async function resolveValue(references: KindName, field: string, value: unknown) {
    if (typeof value !== 'string') return { value };
    const found = await resolveName(reader, { kind: references, given: value, field, me });
    if ('problem' in found) {
      problems.push(found.problem);
      return { value };
    }
    return { value: found.resolved.id, record: found.resolved };
  }
}

/** The kind of record that a condition compares with, where it does so by id; of several attributes one would be mistaken. */
function referencedBy(kind: KindName, condition: string): KindName | undefined {
  const parsed = parseCondition(condition);
  const [attribute, another] = parsed?.attributes ?? [];
  if (parsed === undefined || attribute === undefined || another !== undefined) return undefined;
  return comparing.has(parsed.predicate)
    ? (findFilter(kind, attribute)?.references as KindName | undefined)
    : undefined;
}
