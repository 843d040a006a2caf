import { PermissionError } from '../errors/index.js';
import type { RansackQuery } from '../query/conditions.js';
import type { Row } from '../values/json.js';
import type { NameReader } from './reader.js';
import { resolveName } from './resolve.js';

const teams = [
  { id: 1, name: 'Service Desk' },
  { id: 2, name: 'SERVICE DESK' },
  { id: 3, name: '1' },
];

function readerOf(rows: readonly Row[], more: Partial<NameReader> = {}) {
  const queries: RansackQuery[] = [];
  const reader: NameReader = {
    all: () => Promise.resolve(rows),
    find: (_, q, limit) => {
      queries.push(q);
      return Promise.resolve(rows.slice(0, limit));
    },
    ...more,
  };
  return { reader, queries };
}

const ask = (reader: NameReader, given: string | number, more: object = {}) =>
  resolveName(reader, { kind: 'teams', field: 'team_id', given, ...more });

describe('a list that comes whole', () => {
  it('prefers the letters as they are', async () => {
    const { reader } = readerOf(teams);
    expect(await ask(reader, 'SERVICE DESK')).toMatchObject({ resolved: { id: 2 } });
    expect(await ask(reader, 'service desk')).toMatchObject({ problem: { reason: 'ambiguous' } });
  });

  it('takes digits for a name first, and a number for an id', async () => {
    const { reader } = readerOf(teams);
    expect(await ask(reader, '1')).toMatchObject({ resolved: { id: 3 } });
    expect(await ask(reader, 1)).toMatchObject({ resolved: { id: 1 } });
    expect(await ask(reader, '2')).toMatchObject({ resolved: { id: 2, name: 'SERVICE DESK' } });
    expect(await ask(reader, '7')).toMatchObject({ problem: { reason: 'unknown', noun: 'team', given: '7' } });
  });

  it('lets an id pass where the list may not be read, and no name', async () => {
    const forbidden = new PermissionError('no', { operation: 'teams.list' });
    const { reader } = readerOf([], { all: () => Promise.reject(forbidden) });
    expect(await ask(reader, ' 7 ')).toEqual({ resolved: { id: 7, name: '7' } });
    await expect(ask(reader, 'Service Desk')).rejects.toBe(forbidden);
  });

  it('is read again once for a name that it lacks, if it was remembered', async () => {
    let reads = 0;
    const all = () => Promise.resolve(reads++ === 0 ? [] : teams);
    const { reader } = readerOf([], { all, again: () => true });
    expect(await ask(reader, 'SERVICE DESK')).toMatchObject({ resolved: { id: 2 } });
    expect(reads).toBe(2);
    reads = 0;
    const { reader: fresh } = readerOf([], { all, again: () => false });
    expect(await ask(fresh, 'SERVICE DESK')).toMatchObject({ problem: { reason: 'unknown' } });
    expect(reads).toBe(1);
  });

  it('tells the parent of what bears a name in several places', async () => {
    const rows = [
      { id: 1, name: 'Europe' },
      { id: 2, name: 'Store', parent_id: 1 },
      { id: 3, name: 'Store', parent_id: null },
    ];
    const answer = await resolveName(readerOf(rows).reader, {
      kind: 'locations',
      field: 'location_id',
      given: 'store',
    });
    expect(answer).toMatchObject({ problem: { candidates: [{ id: 2, note: 'in Europe' }, { id: 3 }] } });
  });

  it('lists ten candidates at most, and how many more there are', async () => {
    const rows = Array.from({ length: 14 }, (_, index) => ({ id: index, name: `Team ${String(index)}` }));
    const answer = await ask(readerOf(rows).reader, 'Nothing alike');
    expect(answer).toMatchObject({ problem: { more: 4, candidates: { length: 10 } } });
  });
});

describe('people', () => {
  const person = (id: number, more: object) => ({
    id,
    friendly_id: id + 100,
    is_agent: true,
    archived_at: null,
    ...more,
  });
  const askFor = (rows: readonly Row[], given: string, more: object = {}) =>
    resolveName(readerOf(rows).reader, { kind: 'agents', field: 'agent_id', given, ...more });

  it('who have left are meant only when nobody else is', async () => {
    const gone = person(1, { first_name: 'Lee', archived_at: '2020-01-01T00:00:00Z' });
    expect(await askFor([gone, person(2, { first_name: 'Lee' })], 'lee')).toMatchObject({ resolved: { id: 2 } });
    expect(await askFor([gone], 'lee')).toMatchObject({ resolved: { id: 1 } });
  });

  it('are named by their number in a path', async () => {
    const rows = [person(1, { username: 'ann' })];
    expect(await askFor(rows, 'ann', { kind: 'users', inPath: true })).toMatchObject({ resolved: { id: 101 } });
  });

  it('are who `me` is where a face says so', async () => {
    const rows = [person(1, { email: 'ann@example.com' })];
    expect(await askFor(rows, ' ME', { me: 'Ann@Example.com' })).toMatchObject({ resolved: { id: 1 } });
    expect(await askFor(rows, 'me', { me: 'bob' })).toMatchObject({
      problem: { reason: 'unknown', given: 'bob', isMe: true },
    });
    expect(await askFor(rows, 'me')).toMatchObject({ problem: { reason: 'noMe' } });
  });

  it('are asked for exactly too where more contain the name than are read', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => person(index, { username: `ann${String(index)}` }));
    const exact = person(999, { username: 'ann' });
    const queries: RansackQuery[] = [];
    const find = (_: unknown, q: RansackQuery) => {
      queries.push(q);
      return Promise.resolve(JSON.stringify(q).includes('_eq') ? [exact] : rows);
    };
    const answer = await resolveName(
      { all: () => Promise.resolve([]), find },
      { kind: 'users', field: 'x', given: 'ann' },
    );
    expect(answer).toMatchObject({ resolved: { id: 999 } });
    expect(queries).toEqual([
      { first_name_or_last_name_or_username_or_email_cont: 'ann' },
      { first_name_or_last_name_or_username_or_email_eq: 'ann' },
    ]);
  });
});
