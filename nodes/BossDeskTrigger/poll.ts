import { type Operation, simpleFieldsOfWhole } from 'bossdesk-client';
import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import type { ApiRecord } from '../BossDesk/actions/run.js';
import { createShape } from '../BossDesk/actions/shapeRecord.js';
import { toNodeError } from '../BossDesk/errors.js';
import { collectNews, latestThatCame, type Poll } from './collect.js';
import { type Cursor, type CursorOwner, OVERLAP_MS, readCursor, startAt, writeCursor } from './cursor.js';
import { type Desk, openDesk } from './desk.js';
import type { TriggerEvent } from './events.js';
import { findNews, momentOf } from './news.js';
import { askForNewest } from './question.js';
import { readEvent, readFilter, readMaxItems, readShape } from './readPanel.js';
import { takeTurn } from './turns.js';

/** Shares of the time that n8n gives a poll: after the first nothing is begun, after the second nothing is waited for. */
const BEGIN_SHARE = 0.6;
const WAIT_SHARE = 0.85;

/** Polls of an n8n that sets no time of its own. */
const DEFAULT_BUDGET_MS = 300_000;

/** What a manual run gives at most. */
const SAMPLES = 5;

/** Among so many of the newest records samples are looked for. */
const SAMPLED = 30;

/**
 * One poll: the items that are new, or null when there are none. What it keeps is read at its beginning and written at its
 * end, so that a poll that fails or is abandoned leaves all to the next one.
 *
 * @throws NodeApiError or NodeOperationError, worded for the panel.
 */
export async function pollDesk(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
  let desk: Desk | undefined;
  try {
    const { event, name } = readEvent(context);
    const budget = budgetOf(context);
    const signal = AbortSignal.timeout(budget * WAIT_SHARE);
    const over = performance.now() + budget * BEGIN_SHARE;
    desk = await openDesk(context, event, { signal });
    const limit = readMaxItems(context);
    const filter = await readFilter(context, desk);
    const asked = { desk, event, filter, limit, isOver: () => performance.now() >= over };
    const records =
      context.getMode() === 'manual'
        ? await findSamples(asked)
        : await findNewAlone(context, asked, { event: name, desk: desk.client.baseUrl });
    const { operation } = desk;
    return records.length === 0 ? null : [records.map((record) => toItem(context, operation, event, record))];
  } catch (error) {
    throw toNodeError(context.getNode(), error, desk?.client.redact);
  }
}

/** n8n before 2.36 does not say. */
function budgetOf(context: IPollFunctions): number {
  const { getPollBudgetMs } = context as Partial<IPollFunctions>;
  return getPollBudgetMs?.call(context) ?? DEFAULT_BUDGET_MS;
}

type Asked = Omit<Poll, 'cursor'>;

/** @param owner a change of what is waited for, or of the desk, is another trigger. */
function findNewAlone(context: IPollFunctions, asked: Asked, owner: CursorOwner): Promise<ApiRecord[]> {
  const { parameters, credentials } = context.getNode();
  const key = JSON.stringify([owner, parameters, credentials]);
  return takeTurn(context, key, context.getWorkflowStaticData('node'), (state) => findNew(state, asked, owner));
}

async function findNew(data: IDataObject, asked: Asked, owner: CursorOwner): Promise<ApiRecord[]> {
  const known = readCursor(data, owner);
  if (known === undefined) {
    writeCursor(data, owner, await begin(asked));
    return [];
  }
  const records = await collectNews({ ...asked, cursor: known });
  writeCursor(data, owner, known);
  return records;
}

/** A cursor for all that happens after what is there: the latest of that is read, and not given. */
async function begin(asked: Asked): Promise<Cursor> {
  const { desk, event, filter } = asked;
  const { rows } = await desk.list(askForNewest(event, filter), 1);
  const [newest] = await desk.read(rows);
  const shown = newest === undefined ? undefined : momentOf(newest, event.attribute);
  const time = desk.serverTime();
  const latest = shown === undefined || shown > latestThatCame(time) ? (time ?? 0) : shown;
  const cursor = startAt(latest - OVERLAP_MS);
  if (shown === undefined) return cursor;
  await collectNews({ ...asked, cursor, limit: Number.POSITIVE_INFINITY, isOver: () => false }, latest);
  return cursor;
}

/** Some of the newest, for trying a workflow out; the cursor stays. */
async function findSamples({ desk, event, filter, limit }: Asked): Promise<ApiRecord[]> {
  const most = Math.min(SAMPLES, limit);
  const { rows } = await desk.list(askForNewest(event, filter), event.part === undefined ? most : SAMPLED);
  // Nothing counts as new, nor as given.
  const cursor = { ...startAt(0), asOf: Number.POSITIVE_INFINITY, from: Number.POSITIVE_INFINITY };
  const news = findNews(event, desk.operation.id, cursor, 0, await desk.read(rows));
  return news
    .flatMap(({ items }) => items)
    .sort((a, b) => b.moment - a.moment)
    .slice(0, most)
    .map(({ record }) => record);
}

/** Fields that remain of a part when it is simplified, in the order in which they are shown. */
const simpleParts = {
  comments: ['id', 'friendly_id', 'title', 'body', 'is_public', 'from_agent', 'source', 'created_at', 'created_by'],
} as const;

function toItem(
  context: IPollFunctions,
  operation: Operation,
  event: TriggerEvent,
  record: ApiRecord,
): INodeExecutionData {
  const shape = readShape(context);
  if (event.part === undefined) return { json: createShape(shape, simpleFieldsOfWhole(operation))(record) };
  const { title } = record['ticket'] as ApiRecord;
  const given = shape.simplify && shape.fields.length === 0 ? { title, ...record } : record;
  return { json: createShape(shape, simpleParts[event.part])(given) };
}
