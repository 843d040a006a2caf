import { isRecord, type OperationId, type Row } from 'bossdesk-client';
import { htmlToText } from '../render/html.js';
import { differs, readShown } from './applied.js';
import { bodyFields, type Field } from './fields.js';

/** How a record, read after a write, stands to what was sent. */
export interface Comparison {
  /** Fields that it shows as they were sent. */
  readonly same: readonly string[];
  /** Fields that it shows otherwise. */
  readonly other: readonly string[];
}

/** Compares what a write sent with a record, in fields that the record shows; texts by their words, days by the day. */
export async function compareSent(id: OperationId, sent: Row, record: unknown): Promise<Comparison> {
  if (!isRecord(record)) return { same: [], other: [] };
  const fields = bodyFields(id).filter(({ name }) => sent[name] !== undefined && name !== 'lock_version');
  const judged = await Promise.all(
    fields.map(async (field) => ({ name: field.name, verdict: await judge(field, sent[field.name], record) })),
  );
  const named = (wanted: boolean) => judged.filter(({ verdict }) => verdict === wanted).map(({ name }) => name);
  return { same: named(true), other: named(false) };
}

/** Undefined where the record does not show the field. */
async function judge({ name, rule }: Field, sent: unknown, record: Row): Promise<boolean | undefined> {
  const shown = readShown(record, name);
  if (shown === undefined) return undefined;
  if (typeof sent !== 'string' || typeof shown !== 'string') return !differs(sent, shown);
  switch (rule.format) {
    case 'html':
      return (await plain(sent)) === (await plain(shown));
    case 'date-time':
      return Math.abs(Date.parse(sent) - Date.parse(shown)) < 1000;
    case 'date':
      return toDay(sent) === toDay(shown);
    default:
      return !differs(sent, shown);
  }
}

const plain = async (html: string): Promise<string> => (await htmlToText(html)).replace(/\s+/g, ' ').trim();

const toDay = (text: string): string => text.slice(0, 10);
