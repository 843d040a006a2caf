import {
  type CallInput,
  type Client,
  createAhead,
  describeRemark,
  getKind,
  type IterateOptions,
  type KindName,
  listAskedAttributes,
  type ListRemark,
  type Operation,
  type OperationId,
  type RansackQuery,
  readerOf,
  type ResolvedInput,
  simpleFieldsOf,
  simpleFieldsOfWhole,
  writeRawQuery,
} from 'bossdesk-client';
import { NodeOperationError } from 'n8n-workflow';
import { resolveWords } from '../names.js';
import { operationsOf } from '../panel/parameters.js';
import { labelCondition } from '../panel/conditionLabels.js';
import { panelOf } from '../panel/panel.js';
import { readInput } from '../panel/readInput.js';
import { readQuery } from '../panel/readQuery.js';
import { readSwitch } from '../panel/readSettings.js';
import { isEmpty } from '../panel/values.js';
import { readWorkflowTimes } from '../times.js';
import type { ApiRecord, Handler, Output, Run } from './run.js';
import { createShape, nameFields } from './shapeRecord.js';

/** Lists records: up to a limit or all of them, filtered and sorted where the API can do so. */
export async function listRecords(run: Run, operation: Operation): Promise<Output[]> {
  const { settings } = run;
  const limit = readLimit(run);
  const search = await openSearch(run, operation);
  const { q } = search;
  const pages = readPages(operation, search, limit);
  const reader = settings.fetchFullRecords ? readerOf(operation) : undefined;
  const records = reader === undefined ? await collect(pages) : await fetchWhole(run, reader, pages);
  const fields = reader === undefined ? simpleFieldsOf(operation) : simpleFieldsOfWhole(operation);
  const shape = createShape(settings, fields, listAskedAttributes(operation.kind, q ?? {}));
  const output: Output[] = [];
  for (const record of records)
    output.push({ json: shape(await nameFields(run.names, settings, operation.kind, record)) });
  return output;
}

/** Lists one of the thirteen kinds of reference data. */
export const listReferenceData: Handler = async (run) => {
  const list = run.context.getNodeParameter('list', run.itemIndex) as string;
  const operation = operationsOf(run.action).find(({ kind }) => kind === list);
  if (operation === undefined) {
    throw new NodeOperationError(run.context.getNode(), `There is no list "${list}"`, {
      itemIndex: run.itemIndex,
      description: 'Choose one of the lists that the parameter List offers.',
    });
  }
  return listRecords(run, operation);
};

/**
 * The conditions and sorts that the panel gives.
 *
 * @throws NodeOperationError where the list cannot have any: it would come whole.
 */
function readFilter({ context, itemIndex }: Run, operation: Operation): RansackQuery | undefined {
  const q = readQuery(panelOf(context, itemIndex), operation.kind);
  if (q === undefined || operation.searchable === true) return q;
  const { plural } = getKind(operation.kind);
  throw new NodeOperationError(context.getNode(), `BOSSDesk does not filter or sort ${plural}`, {
    itemIndex,
    description: 'Remove Filters, Raw Query and Sort, and filter the output instead.',
  });
}

/** A list as the panel asks for it. */
interface Search {
  readonly client: Client;
  /** As the panel gives it, before names became ids. */
  readonly q: RansackQuery | undefined;
  readonly input: CallInput;
  readonly options: IterateOptions;
}

/** Reads what the panel asks of a list, with ids in place of names. */
export async function openSearch(run: Run, operation: Operation): Promise<Search> {
  const { context, itemIndex, names, hint, settings } = run;
  const client = settings.warnsOfIgnoredFilter ? run.openLenientClient() : run.client;
  const q = readFilter(run, operation);
  const given = { ...readInput(context, itemIndex, operation), ...(q === undefined ? {} : { q }) };
  const { input, resolved } = await resolveWords(names, operation, await readWorkflowTimes(context, operation, given));
  tellBranches(run, operation.kind, resolved);
  const onRemark = (remark: ListRemark) => hint(wordRemark(remark), remark.about === 'moved' ? 'warning' : 'info');
  return { client, q, input, options: { ...run.options, onRemark } };
}

async function* readPages(
  operation: Operation,
  { client, input, options }: Search,
  limit: number,
): AsyncGenerator<ApiRecord[], void, undefined> {
  const id = operation.id as OperationId;
  if (operation.paginated === true)
    yield* client.pages(id, input, { ...options, limit }) as AsyncGenerator<ApiRecord[]>;
  else yield ((await client.call(id, input, options)) as ApiRecord[]).slice(0, limit);
}

async function collect(pages: AsyncIterable<ApiRecord[]>): Promise<ApiRecord[]> {
  const rows: ApiRecord[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}

function wordRemark(remark: ListRemark): string {
  return describeRemark(remark, (query) => `the raw query ${writeRawQuery(query)}`);
}

/** The run says which names stood for all below them in a tree, once for all items. */
function tellBranches({ hint }: Run, kind: KindName, resolved: ResolvedInput['resolved']): void {
  for (const [condition, records] of Object.entries(resolved)) {
    for (const { id, name, below = [] } of records) {
      const label = labelCondition(kind, condition) ?? condition;
      const message = `Filters: ${label} takes ${name} (ID ${String(id)}) and ${String(below.length)} below it; its ID alone means that one`;
      if (below.length > 0) hint(message, 'info');
    }
  }
}

/** How many records may be asked for before the first of them is there: enough that the next page never holds them up. */
const MOST_ASKED = 240;

/**
 * List rows lack times, tags, comments and more: reads each record, while further pages are read. The client keeps few
 * requests under way at once. What only the row says, as whether a CI is archived, stays beside it, but in a record as it
 * came.
 */
async function fetchWhole(
  { client, options, settings }: Run,
  reader: OperationId,
  pages: AsyncIterable<ApiRecord[]>,
): Promise<ApiRecord[]> {
  const isAsItCame = !settings.simplify && settings.fields.length === 0;
  const records: ApiRecord[] = [];
  const ahead = createAhead(async (row: ApiRecord, signal) => {
    const { friendly_id } = row;
    const record = (await client.call(reader, { friendly_id }, { ...options, signal })) as ApiRecord;
    return isAsItCame ? record : { ...row, ...record };
  }, options.signal);
  const takeAllBut = async (left: number) => {
    while (ahead.length() > left) records.push(await ahead.take());
  };
  try {
    for await (const rows of pages) {
      for (const row of rows) ahead.add(row);
      await takeAllBut(MOST_ASKED);
    }
    await takeAllBut(0);
  } finally {
    await ahead.drop();
  }
  return records;
}

/** How many results the person wants. */
export function readLimit({ context, itemIndex }: Run): number {
  if (readSwitch(context, itemIndex, 'returnAll', 'Return All')) return Number.POSITIVE_INFINITY;
  const given = context.getNodeParameter('limit', itemIndex, DEFAULT_LIMIT) as unknown;
  const limit = isEmpty(given) ? DEFAULT_LIMIT : Number(given);
  if (Number.isInteger(limit) && limit >= 1) return limit;
  throw new NodeOperationError(context.getNode(), `Limit takes a whole number from 1, not ${String(given)}`, {
    itemIndex,
    description: 'Turn on Return All to get every result.',
  });
}

const DEFAULT_LIMIT = 50;
