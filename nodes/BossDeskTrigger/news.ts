import { FilterIgnoredError, isRecord } from 'bossdesk-client';
import type { ApiRecord } from '../BossDesk/actions/run.js';
import type { Cursor } from './cursor.js';
import { leavesOutNew, type TriggerEvent } from './events.js';

/** What one record has to tell. */
export interface News {
  readonly id: number;
  /** When the event happened to the record. */
  readonly moment: number;
  /** What a workflow is told, one after another. */
  readonly items: readonly NewsItem[];
}

export interface NewsItem {
  readonly record: ApiRecord;
  /** When this happened. */
  readonly moment: number;
  /** The part that it is about. */
  readonly partId?: number;
}

/**
 * What whole records have to tell, the earliest first. Those whose event was taken back meanwhile, as of a ticket that
 * was reopened, tell nothing.
 *
 * @param low from where on all of them were asked for.
 * @throws FilterIgnoredError for a record that was not asked for: the server let the condition be.
 */
export function findNews(
  event: TriggerEvent,
  operation: string,
  cursor: Cursor,
  low: number,
  records: readonly ApiRecord[],
): News[] {
  return records
    .flatMap((record): News[] => {
      const moment = momentOf(record, event.attribute);
      if (moment === undefined) return [];
      if (moment < low) throw refuseIgnored(event, operation, record);
      const id = Number(record['id']);
      const given = cursor.ahead.get(id);
      if (given !== undefined && given >= moment) return [];
      return [{ id, moment, items: listItems(event, cursor, record, moment) }];
    })
    .sort((a, b) => a.moment - b.moment || a.id - b.id);
}

/** A time of a record, in milliseconds; undefined where it has none. */
export function momentOf(record: ApiRecord, attribute: string): number | undefined {
  const time = record[attribute];
  const moment = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(moment) ? undefined : moment;
}

function refuseIgnored({ attribute }: TriggerEvent, operation: string, record: ApiRecord): FilterIgnoredError {
  return new FilterIgnoredError({
    operation,
    filter: `${attribute}_gteq`,
    evidence: `it answers ${JSON.stringify(record['friendly_id'])}, whose ${attribute} is ${JSON.stringify(record[attribute])}`,
  });
}

function listItems(event: TriggerEvent, cursor: Cursor, record: ApiRecord, moment: number): NewsItem[] {
  if (event.part !== undefined) return listParts(record, event.part, cursor);
  return leavesOutNew(event) && isNew(cursor, record, moment) ? [] : [{ record, moment }];
}

/**
 * Whether a record came to be since the trigger last looked, which is no update. One that came to show late bears times
 * from before then; so does one that came to meet the filter, but for its update.
 */
function isNew(cursor: Cursor, record: ApiRecord, moment: number): boolean {
  const id = Number(record['id']);
  const created = momentOf(record, 'created_at');
  if (created === undefined || cursor.seen.has(id) || cursor.ahead.has(id)) return false;
  return created > cursor.asOf || (created >= cursor.from && moment <= cursor.asOf);
}

function listParts(record: ApiRecord, field: string, { parts, partsFrom }: Cursor): NewsItem[] {
  const { [field]: all, ...whole } = record;
  return (Array.isArray(all) ? all : [])
    .filter(isRecord)
    .map((part) => part as ApiRecord)
    .flatMap((part): NewsItem[] => {
      const moment = momentOf(part, 'created_at');
      const partId = Number(part['id']);
      if (moment === undefined || moment < partsFrom || parts.has(partId)) return [];
      const { friendly_id } = whole;
      return [{ record: { friendly_id, ...part, ticket: whole }, moment, partId }];
    })
    .sort((a, b) => a.moment - b.moment);
}
