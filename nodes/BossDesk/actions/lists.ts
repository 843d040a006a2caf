import type { Client, Operation, OperationId } from 'bossdesk-client';
import { NodeOperationError } from 'n8n-workflow';
import { createNodeClient } from '../client.js';
import { operationsOf } from './parameters.js';
import { readQuery } from './query.js';
import { readInput } from './readInput.js';
import { readerOf } from './readers.js';
import type { ApiRecord, Handler, Output, Run } from './run.js';
import { readOptions, shapeRecord } from './shape.js';
import { isEmpty } from './values.js';

/** Lists records: up to a limit or all of them, filtered and sorted where the API can do so. */
export async function listRecords(run: Run, operation: Operation): Promise<Output[]> {
  const client = readOptions(run)['onIgnoredFilter'] === 'warn' ? await createWarningClient(run) : run.client;
  const rows = await fetchRows({ ...run, client }, operation);
  const records = readOptions(run)['fetchFullRecords'] === true ? await fetchWhole(run, operation, rows) : rows;
  return records.map((record) => ({ json: shapeRecord(run, record) }));
}

/** Lists one of the thirteen kinds of reference data. */
export const listReferenceData: Handler = async (run) => {
  const list = run.context.getNodeParameter('list', run.itemIndex) as string;
  const operation = operationsOf(run.action).find(({ path }) => path === `/${list}`);
  if (operation === undefined) {
    throw new NodeOperationError(run.context.getNode(), `There is no list "${list}"`, {
      itemIndex: run.itemIndex,
      description: 'Choose one of the lists that the parameter List offers.',
    });
  }
  return listRecords(run, operation);
};

/** Tasks and time entries have no list of their own: they come with their ticket (facts B6 row 35). */
export const listTicketPart =
  (part: 'tasks' | 'time_entries'): Handler =>
  async (run) => {
    const [operation] = operationsOf(run.action);
    if (operation === undefined) throw new Error(`${run.action} stands for no operation`);
    const input = await readInput(run, operation);
    const ticket = (await run.client.call(operation.id as OperationId, input, run.options)) as ApiRecord;
    const records = (ticket[part] ?? []) as ApiRecord[];
    return records.slice(0, readLimit(run)).map((record) => ({ json: record }));
  };

async function fetchRows(run: Run, operation: Operation): Promise<ApiRecord[]> {
  const { context, client, itemIndex, options } = run;
  const id = operation.id as OperationId;
  const limit = readLimit(run);
  const input = await readInput(run, operation);
  if (operation.paginated !== true) return ((await client.call(id, input, options)) as ApiRecord[]).slice(0, limit);
  const q = operation.searchable === true ? readQuery(context, itemIndex) : undefined;
  const rows: ApiRecord[] = [];
  const pages = client.pages(id, { ...input, ...(q === undefined ? {} : { q }) }, { ...options, limit });
  for await (const page of pages) rows.push(...(page as ApiRecord[]));
  return rows;
}

/** List rows lack times, tags, comments and more: reads each record. The client keeps few requests under way at once. */
async function fetchWhole(
  { client, options }: Run,
  operation: Operation,
  rows: readonly ApiRecord[],
): Promise<ApiRecord[]> {
  const reader = readerOf(operation);
  if (reader === undefined) return [...rows];
  return Promise.all(
    rows.map(async ({ friendly_id }) => (await client.call(reader, { friendly_id }, options)) as ApiRecord),
  );
}

function readLimit({ context, itemIndex }: Run): number {
  if (context.getNodeParameter('returnAll', itemIndex, false)) return Number.POSITIVE_INFINITY;
  const given = context.getNodeParameter('limit', itemIndex, DEFAULT_LIMIT) as unknown;
  const limit = isEmpty(given) ? DEFAULT_LIMIT : Number(given);
  if (Number.isInteger(limit) && limit >= 1) return limit;
  throw new NodeOperationError(context.getNode(), `Limit takes a whole number from 1, not ${String(given)}`, {
    itemIndex,
    description: 'Turn on Return All to get every result.',
  });
}

const DEFAULT_LIMIT = 50;

/** A client for people who want the list all the same: the run shows a warning. */
function createWarningClient({ context }: Run): Promise<Client> {
  return createNodeClient(context, (error) => {
    const message = [error.message, error.hint].filter(Boolean).join('. ');
    context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
  });
}
