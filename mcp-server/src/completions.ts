import { type Client, getKind, type KindName, type RansackQuery, type Row } from 'bossdesk-client';
import { referenceKinds } from './tools/reference.js';

/** The most that hosts are told at once. */
const MOST = 100;

/** The newest records that are looked through for a number that begins so. */
const LOOKED_AT = 90;

/** Longer than any title that people type. */
const LONGEST = 200;

/** What may stand for a variable of a resource or an argument of a prompt that begins so. */
export async function complete(getClient: () => Promise<Client>, variable: string, typed: string): Promise<string[]> {
  if (typed.length > LONGEST) return [];
  const text = typed.trim().replace(/^#/, '');
  if (variable === 'kind') return referenceKinds.filter((kind) => kind.startsWith(text.toLowerCase()));
  const kind = variable === 'ticket_number' ? 'tickets' : 'cis';
  const client = await getClient();
  const numbers = /^\d*$/.test(text) ? await findNumbers(client, kind, text) : await findWords(client, kind, text);
  return [...new Set(numbers)].slice(0, MOST).map(String);
}

async function findNumbers(client: Client, kind: KindName, digits: string): Promise<unknown[]> {
  const [newest, exact] = await Promise.all([
    list(client, kind, {}),
    digits === '' ? [] : list(client, kind, { friendly_id_eq: digits }),
  ]);
  return [...exact, ...newest].map(numberOf).filter((number) => String(number).startsWith(digits));
}

/** People know a title or a name rather than a number. */
async function findWords(client: Client, kind: KindName, words: string): Promise<unknown[]> {
  const query = getKind(kind).search?.(words);
  return query === undefined ? [] : (await list(client, kind, query)).map(numberOf);
}

const numberOf = (row: Row): unknown => row['friendly_id'];

async function list(client: Client, kind: KindName, q: RansackQuery): Promise<readonly Row[]> {
  const { list: operation } = getKind(kind);
  if (operation === undefined) return [];
  return (await client.slice(operation, { q: { ...q, s: 'id desc' } }, { offset: 0, limit: LOOKED_AT })).rows;
}
