import {
  combineQueries,
  type FilterField,
  findFilter,
  findGrouping,
  getKind,
  getOperation,
  isBossDeskError,
  isRecord,
  type KindName,
  type ListRemark,
  type OperationId,
  type RansackQuery,
  readAttribute,
  type Row,
} from 'bossdesk-client';
import type { Count, CountGroup } from '../render/counts.js';
import { oneLine } from '../render/text.js';
import { showYesNo } from '../render/values.js';
import { showMember } from './sets.js';
import { type ToolContext, ToolError } from './tool.js';

/** How much a count reads before it stops and says so. */
export interface CountBounds {
  /** Records in all. */
  readonly records: number;
  /** Values that are asked for one by one, where rows do not show them. */
  readonly values: number;
  /** Hosts give up on a call after 60 seconds. */
  readonly ms: number;
}

const defaultBounds: CountBounds = { records: 10_000, values: 300, ms: 40_000 };

export interface CountRequest {
  readonly operation: OperationId;
  readonly query: RansackQuery;
  /** A name of core's {@link findGrouping}; the total alone without one. */
  readonly by?: string | undefined;
}

/** Without a value. */
const NONE: Member = { key: null, label: 'none' };

interface Member {
  readonly key: unknown;
  readonly label: string;
}

/**
 * Counts the records that a query finds, and how many of them have each value of an attribute. BOSSDesk tells no numbers:
 * the list is read, and where its rows do not show the attribute (a ticket's team), once more for each value there is.
 */
export async function countRecords(
  context: ToolContext,
  { operation, query, by }: CountRequest,
  bounds = defaultBounds,
): Promise<Count> {
  const { kind } = getOperation(operation);
  const filter = by === undefined ? undefined : findGrouping(kind, by);
  const walk = openWalk(context, operation, bounds);
  const tally = createTally();
  let isShown = filter?.many !== true;
  const total = await walk.count(query, (row) => {
    const member = filter === undefined || !isShown ? undefined : memberOf(row, filter);
    if (member === undefined) isShown = false;
    else tally.add(member, 1);
  });
  const count = { total, mayRepeat: filter?.many === true, remarks: walk.remarks };
  if (filter === undefined || (!isShown && !walk.isWhole())) return { ...count, isWhole: walk.isWhole() };
  if (total > 0 && !isShown) await countEach({ context, kind, walk, bounds }, { query, filter }, tally);
  else await addAbsent(context, kind, { query, filter, bounds }, tally);
  return { ...count, groups: tally.groups(), isWhole: walk.isWhole() };
}

function createTally() {
  const members = new Map<unknown, { label: string; count: number }>();
  return {
    add({ key, label }: Member, count: number) {
      const known = members.get(key);
      if (known === undefined) members.set(key, { label, count });
      else known.count += count;
    },
    groups: (): CountGroup[] =>
      [...members.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en')),
  };
}

interface Walk {
  /** Reads what a query finds, as far as the bounds let it. */
  count(query: RansackQuery, see?: (row: Row) => void): Promise<number>;
  readonly isWhole: () => boolean;
  readonly remarks: ListRemark[];
}

function openWalk({ client, signal, report }: ToolContext, operation: OperationId, bounds: CountBounds): Walk {
  const end = Date.now() + bounds.ms;
  const remarks: ListRemark[] = [];
  let [isWhole, read] = [true, 0];
  return {
    isWhole: () => isWhole,
    remarks,
    async count(query, see) {
      let found = 0;
      const onRemark = (remark: ListRemark) => {
        if (!remarks.some((known) => JSON.stringify(known) === JSON.stringify(remark))) remarks.push(remark);
      };
      const options = { limit: bounds.records + 1, signal, onRemark };
      for await (const page of client.pages(operation, { q: query }, options)) {
        const rows = page.slice(0, bounds.records - found);
        if (see !== undefined) rows.forEach(see);
        found += rows.length;
        read += rows.length;
        report(read);
        if (rows.length < page.length || Date.now() > end) {
          isWhole = false;
          break;
        }
      }
      return found;
    },
  };
}

/** What a row shows of an attribute; undefined where it shows nothing. */
function memberOf(row: Row, { attribute, references }: FilterField): Member | undefined {
  const shown = readAttribute(row, attribute);
  if (shown === undefined) return undefined;
  const { value } = shown;
  if (value === null || value === '') return NONE;
  if (typeof value === 'boolean') return { key: value, label: showYesNo(value) ?? '' };
  const record = references === undefined ? undefined : row[attribute.replace(/_id$/, '')];
  return { key: value, label: isRecord(record) ? showMember(record) : showScalar(value) };
}

const showScalar = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? oneLine(String(value), 80) : '';

interface Asked {
  readonly query: RansackQuery;
  readonly filter: FilterField;
}

/** Asks for the records of each value, all side by side: the client sends no more at once than the desk bears. */
async function countEach(
  {
    context,
    kind,
    walk,
    bounds,
  }: {
    readonly context: ToolContext;
    readonly kind: KindName;
    readonly walk: Walk;
    readonly bounds: CountBounds;
  },
  { query, filter }: Asked,
  tally: ReturnType<typeof createTally>,
): Promise<void> {
  const { attribute, nullable, type } = filter;
  const members = await listMembers(context, kind, filter, { isPresent: false, most: bounds.values });
  const without = nullable === true ? [{ member: NONE, condition: { [`${attribute}_null`]: true } }] : [];
  const conditions = members.map((member) => ({
    member,
    condition: { [type === 'boolean' ? `${attribute}_true` : `${attribute}_eq`]: member.key as number },
  }));
  const counts = await Promise.all(
    [...conditions, ...without].map(async ({ member, condition }) => ({
      member,
      count: await walk.count(combineQueries(query, condition)),
    })),
  );
  for (const { member, count } of counts) if (member !== NONE || count > 0) tally.add(member, count);
}

/** Whoever has none at all belongs to the answer: the least busy agent may be one without a ticket. */
async function addAbsent(
  context: ToolContext,
  kind: KindName,
  { query, filter, bounds }: Asked & { readonly bounds: CountBounds },
  tally: ReturnType<typeof createTally>,
): Promise<void> {
  const isAskedFor = JSON.stringify(query).includes(`"${filter.attribute}_`);
  const { references } = filter;
  const isClosedSet =
    references === undefined ||
    getKind(references as KindName).search === undefined ||
    getKind(references as KindName).among !== undefined;
  if (isAskedFor || !isClosedSet) return;
  try {
    const members = await listMembers(context, kind, filter, { isPresent: true, most: bounds.values });
    for (const member of members) tally.add(member, 0);
  } catch (error) {
    // Whoever may not read the list is told of those who have some.
    if (!isBossDeskError(error, 'PermissionError') && !(error instanceof ToolError)) throw error;
  }
}

/** Every value that an attribute can have; of people, those who have not left, where only `isPresent` ones are wanted. */
async function listMembers(
  { client, names, signal }: ToolContext,
  kind: KindName,
  { attribute, references, values, type }: FilterField,
  { isPresent, most }: { readonly isPresent: boolean; readonly most: number },
): Promise<Member[]> {
  if (values !== undefined) return values.map((value) => ({ key: value, label: value }));
  if (type === 'boolean') return [true, false].map((key) => ({ key, label: showYesNo(key) ?? '' }));
  const name = references as KindName;
  const { search, list, among, isOwned, plural } = getKind(name);
  const rows: Row[] = [];
  if (search === undefined || list === undefined) {
    const owner = getKind(kind).ownerClass;
    const all = await names.createReader().all(name);
    rows.push(...(isOwned === true ? all.filter((row) => row['owner_class'] === owner) : all));
  } else {
    const hasLeft = isPresent && findFilter(name, 'archived_at') !== undefined ? { archived_at_null: true } : {};
    const q = { ...among, ...hasLeft };
    for await (const page of client.pages(list, { q }, { limit: most + 1, signal })) rows.push(...page);
  }
  if (rows.length > most) {
    throw new ToolError(
      `count_by: there are more than ${most} ${plural}, and rows do not show ${attribute.replace(/_id$/, '')}, so that each would have to be asked for. Count by something else, or search for one of them.`,
    );
  }
  return rows.map((row) => ({ key: row['id'], label: showMember(row) }));
}
