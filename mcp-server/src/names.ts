import {
  type Candidate,
  type Client,
  type CustomField,
  describeProblem,
  getKind,
  isBossDeskError,
  type KindName,
  listCustomFields,
  type NameProblem,
  type NameReader,
  type OperationId,
  type OwnerClass,
  type RansackQuery,
  type ResolvedCustomField,
  type Row,
  unnamedField,
} from 'bossdesk-client';
import { LRUCache } from 'lru-cache';
import type { Me } from './me.js';
import { oneLine } from './render/text.js';
import type { CustomText } from './render/ticket.js';
import { showRef } from './render/values.js';

/** Long enough for a conversation, short enough for a change in BOSSDesk to be seen. */
const CACHE_MS = 5 * 60_000;

const MAX_ENTRIES = 500;

/** What is remembered of the lists that names are looked up in, for one account. */
export interface NameMemory {
  /** A reader for one call: what it was told from memory, it can have read anew. */
  createReader(): NameReader;
  /** Reads a whole list anew, for this call and those that follow. */
  refresh(kind: KindName): Promise<readonly Row[]>;
}

/** A list, or what a query finds in it; written as a text, which is its place in memory. */
type Key = readonly [kind: KindName, q?: RansackQuery, limit?: number];

export function createNameMemory(getClient: () => Promise<Client>): NameMemory {
  // Callers at the same time share one request.
  const cache = new LRUCache<string, readonly Row[]>({
    max: MAX_ENTRIES,
    ttl: CACHE_MS,
    fetchMethod: async (key) => readRows(await getClient(), JSON.parse(key) as Key),
  });

  return {
    createReader() {
      const remembered = new Map<KindName, Set<string>>();
      const read = async (kind: KindName, key: Key) => {
        const place = JSON.stringify(key);
        const status: LRUCache.Status<string, readonly Row[]> = {};
        const rows = await cache.forceFetch(place, { status });
        if (status.fetch === 'hit') remembered.set(kind, (remembered.get(kind) ?? new Set()).add(place));
        return rows;
      };
      return {
        all: (kind) => read(kind, [kind]),
        find: (kind, q, limit) => read(kind, [kind, q, limit]),
        read: async (operation, input) => readRecord(await getClient(), operation, input),
        again(kind) {
          const places = remembered.get(kind);
          for (const place of places ?? []) cache.delete(place);
          places?.clear();
          // Names of one call are looked up side by side: the second to ask finds the place forgotten already.
          return places !== undefined;
        },
      };
    },
    refresh: (kind) => cache.forceFetch(JSON.stringify([kind]), { forceRefresh: true }),
  };
}

async function readRows(client: Client, [kind, q, limit = 0]: Key): Promise<readonly Row[]> {
  const { list, noun } = getKind(kind);
  if (list === undefined) throw new Error(`Nothing lists ${noun}`);
  if (q === undefined) return (await client.call(list)) as readonly Row[];
  const rows: Row[] = [];
  for await (const page of client.pages(list, { q }, { limit })) rows.push(...page);
  return rows;
}

/** One record by what stands on it. */
async function readRecord(client: Client, operation: OperationId, input: Row): Promise<Row | undefined> {
  try {
    return (await client.call(operation, input)) as Row;
  } catch (error) {
    if (isBossDeskError(error, 'NotFoundError')) return undefined;
    throw error;
  }
}

/** Names that could not be turned into ids, each with the argument that held it. */
export class NameError extends Error {
  override readonly name = 'NameError';
  readonly problems: readonly (NameProblem & { readonly argument: string })[];

  /**
   * @param argumentOf the argument that stands for a field or a condition.
   * @param me whom `me` stood for.
   */
  constructor(problems: readonly NameProblem[], argumentOf: (field: string) => string, me?: Me) {
    const nameArgument = ({ field, isMe }: NameProblem) =>
      `${argumentOf(field)}${isMe === true && me !== undefined ? `, me by ${me.by}` : ''}`;
    const named = problems.map((problem) => ({ ...problem, argument: nameArgument(problem) }));
    super(named.map((problem) => `${problem.argument}: ${wordProblem(problem)}`).join('\n'));
    this.problems = named;
  }
}

function wordProblem(problem: NameProblem): string {
  if (problem.reason === 'noMe')
    return '"me" is not known here. Set BOSSDESK_ME to your e-mail or user name, or give a name or an id.';
  return `${describeProblem(problem)}.`;
}

/** The candidates of a problem, as lines of data: their names are what people wrote. */
export function listCandidates(problem: NameError['problems'][number]): string[] {
  const { candidates, listing, more } = problem;
  if (candidates.length === 0) return [];
  return [
    `${problem.argument}, ${listing}:`,
    ...candidates.map((candidate) => `- ${showCandidate(candidate)}`),
    ...(more === 0 ? [] : [`- and ${more} more`]),
  ];
}

function showCandidate({ note, ...ref }: Candidate): string {
  return `${showRef(ref) ?? ''}${note === undefined ? '' : `, ${oneLine(note, 120)}`}`;
}

/** The values of a record's custom fields that have one, by name where the list of fields can be read. */
export async function readCustomFields(
  reader: NameReader,
  owner: OwnerClass,
  values: Readonly<Record<string, unknown>>,
): Promise<CustomText[]> {
  const set = Object.entries(values).filter(([, value]) => value !== null && value !== '');
  if (set.length === 0) return [];
  const fields = await listCustomFields(reader, owner);
  return set.map(([id, value]) =>
    describeCustomField({ field: fields.find((field) => String(field.id) === id) ?? unnamedField(id), value }),
  );
}

/** A text field may hold a page. */
const MAX_TEXT = 4000;

/** `Cost (2843): 12` */
export function showCustomField(field: ResolvedCustomField): string {
  return joinCustomText(describeCustomField(field));
}

/** On one line; a long text is cut. */
export function joinCustomText({ label, text }: CustomText): string {
  return `${label}: ${oneLine(text, MAX_TEXT)}`;
}

function describeCustomField({ field, value }: ResolvedCustomField): CustomText {
  return {
    label: `${oneLine(field.name, 60)} (${field.id})`,
    text: (Array.isArray(value) ? value : [value]).map((one) => showValue(field, one)).join(', '),
  };
}

function showValue({ options }: CustomField, value: unknown): string {
  const option = options.find(({ id }) => id === value || String(id) === value);
  if (option !== undefined) return `${oneLine(option.name, 60)} (${option.id})`;
  return oneLine(typeof value === 'string' ? value : JSON.stringify(value), Infinity);
}
