import {
  type CallOptions,
  type Client,
  getKind,
  getOperation,
  isBossDeskError,
  type Operation,
  type RansackQuery,
  readerOf,
  type Row,
  type Transport,
  wrapTransport,
} from 'bossdesk-client';
import type { IPollFunctions } from 'n8n-workflow';
import { createNodeClient } from '../BossDesk/account.js';
import type { ApiRecord } from '../BossDesk/actions/run.js';
import type { TriggerEvent } from './events.js';

/** The desk as a trigger sees it: the list of one kind of records, and each of them whole. */
export interface Desk {
  readonly client: Client;
  /** What lists the records. */
  readonly operation: Operation;
  /** The first rows of a list, as many as are asked for, and whether more follow. */
  list(query: RansackQuery, limit: number): Promise<{ readonly rows: Row[]; readonly more: boolean }>;
  /** All rows of a list, a page at a time. */
  walk(query: RansackQuery): AsyncGenerator<Row[], void, undefined>;
  /** Whole records of rows, those that are gone left out; the client keeps few requests under way at once. */
  read(rows: readonly Row[]): Promise<ApiRecord[]>;
  /** The server's clock by its latest answer, in milliseconds; it shows whole seconds. Undefined where it shows none. */
  serverTime(): number | undefined;
}

/** Opens the desk of the trigger's credential. */
export async function openDesk(context: IPollFunctions, event: TriggerEvent, options: CallOptions): Promise<Desk> {
  let time: number | undefined;
  const noteTime = (transport: Transport): Transport =>
    wrapTransport(transport, async (request) => {
      const response = await transport(request);
      const date = Date.parse(response.headers['date'] ?? '');
      if (!Number.isNaN(date)) time = date;
      return response;
    });
  const client = await createNodeClient(context, undefined, noteTime);
  const { list } = getKind(event.kind);
  if (list === undefined) throw new Error(`Nothing lists ${event.kind}`);
  const operation = getOperation(list);
  const reader = readerOf(operation);
  if (reader === undefined) throw new Error(`Nothing reads ${event.kind}`);

  const readOne = async ({ friendly_id }: Row): Promise<ApiRecord | undefined> =>
    (client.call(reader, { friendly_id }, options) as Promise<ApiRecord>).catch((error: unknown) =>
      isBossDeskError(error, 'NotFoundError') ? undefined : Promise.reject(error as Error),
    );
  return {
    client,
    operation,
    async list(q, limit) {
      const { rows, more } = await client.slice(list, { q }, { ...options, offset: 0, limit });
      return { rows, more };
    },
    walk: (q) => client.pages(list, { q }, options),
    async read(rows) {
      return (await Promise.all(rows.map(readOne))).filter((record) => record !== undefined);
    },
    serverTime: () => time,
  };
}
