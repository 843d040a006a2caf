import { PermissionError, ServerError } from '../errors/index.js';
import type { KindName } from '../kinds/kinds.js';
import { readQuery } from '../query/conditions.js';
import { judgeGroup } from '../query/judgeRows.js';
import type { Row } from '../values/json.js';
import type { NameReader } from './reader.js';
import { type NameRequest, resolveName } from './resolve.js';

const lists: Partial<Record<KindName, readonly Row[]>> = {
  locations: [
    { id: 1, name: 'Europe' },
    { id: 2, name: 'Berlin', parent_id: 1 },
    { id: 3, name: 'USA' },
    { id: 4, name: 'Berlin', parent_id: 3 },
    { id: 5, name: '2' },
  ],
  helpdesk_priorities: [
    { id: 1, name: 'High' },
    { id: 2, name: 'HIGH' },
    { id: 3, name: 'Low' },
  ],
  tags: [
    { id: 1, name: 'vip', owner_class: 'ticket' },
    { id: 2, name: 'vip', owner_class: 'ci' },
    { id: 3, name: 'spare', owner_class: 'ci' },
  ],
  groups: [
    { id: 1, name: 'Support' },
    { id: 2, name: 'Sales Team' },
  ],
};

/** Reads out of the lists above as a server does, and logs what it was asked for. */
function createReader(answers: Partial<NameReader> = {}) {
  const log: string[] = [];
  const reader: NameReader = {
    all: (kind) => {
      log.push(kind);
      return Promise.resolve(lists[kind] ?? []);
    },
    find: (kind, q, limit) => {
      log.push(`${kind} ${JSON.stringify(q)} ${String(limit)}`);
      const group = readQuery('users.list', q);
      return Promise.resolve((lists[kind] ?? []).filter((row) => judgeGroup(row, group) === 'holds').slice(0, limit));
    },
    ...answers,
  };
  const resolve = (kind: KindName, given: string | number, options: Partial<NameRequest> = {}) =>
    resolveName(reader, { kind, given, field: 'the_field', ...options });
  return { log, resolve };
}

describe('a name on a list that comes whole', () => {
  it.each<[KindName, string | number, object]>([
    ['helpdesk_priorities', 'High', { id: 1, name: 'High' }],
    ['helpdesk_priorities', ' low ', { id: 3, name: 'Low' }],
    ['helpdesk_priorities', '3', { id: 3, name: 'Low' }],
    ['helpdesk_priorities', 77, { id: 77, name: '77' }],
    // A text of digits is a name first.
    ['locations', '2', { id: 5, name: '2' }],
    ['locations', '1', { id: 1, name: 'Europe' }],
    ['locations', '4', { id: 4, name: 'Berlin', note: 'in USA' }],
  ])('%s %j', async (kind, given, resolved) => {
    expect(await createReader().resolve(kind, given)).toEqual({ resolved });
  });

  it.each<[KindName, string, object]>([
    ['helpdesk_priorities', 'high', { reason: 'ambiguous', candidates: [{ id: 1 }, { id: 2 }] }],
    ['helpdesk_priorities', 'Hihg', { reason: 'unknown', listing: 'close to it', candidates: [{ id: 1 }, { id: 2 }] }],
    ['helpdesk_priorities', 'Severe', { reason: 'unknown', listing: 'there are', candidates: [{}, {}, {}] }],
    // An id that is not on the list is unknown.
    ['helpdesk_priorities', '9', { reason: 'unknown' }],
    ['helpdesk_priorities', ' ', { reason: 'empty', candidates: [] }],
    [
      'locations',
      'berlin',
      {
        reason: 'ambiguous',
        candidates: [
          { id: 2, note: 'in Europe' },
          { id: 4, note: 'in USA' },
        ],
      },
    ],
  ])('%s %j is a problem', async (kind, given, problem) => {
    expect(await createReader().resolve(kind, given)).toMatchObject({
      problem: { field: 'the_field', given, ...problem },
    });
  });

  it('belongs to one class of record', async () => {
    const { resolve } = createReader();
    expect(await resolve('tags', 'vip', { owner: 'ci' })).toMatchObject({ resolved: { id: 2 } });
    expect(await resolve('tags', 'vip')).toMatchObject({ problem: { reason: 'ambiguous' } });
    expect(await resolve('tags', '3', { owner: 'ticket' })).toMatchObject({ problem: { reason: 'unknown' } });
    const { problem } = (await resolve('tags', 'spares', { owner: 'ticket' })) as { problem: object };
    expect(problem).toMatchObject({ listing: 'there are', candidates: [{ id: 1 }] });
    // Only kinds that say whose they are.
    expect(await resolve('helpdesk_priorities', 'Low', { owner: 'ci' })).toMatchObject({ resolved: { id: 3 } });
  });

  it('is looked for once more where the first answer was remembered', async () => {
    let asked = 0;
    const all = () => Promise.resolve((asked += 1) === 1 ? [] : [{ id: 7, name: 'New' }]);
    expect(await createReader({ all, again: () => true }).resolve('teams', 'new')).toMatchObject({
      resolved: { id: 7 },
    });
    asked = 0;
    expect(await createReader({ all, again: () => false }).resolve('teams', 'new')).toMatchObject({ problem: {} });
    expect(asked).toBe(1);
    const known = createReader({ again: () => true });
    await known.resolve('helpdesk_priorities', 'Low');
    expect(known.log).toEqual(['helpdesk_priorities']);
  });
});

describe('a list in pages', () => {
  it('is searched, and for names that are close by the longest word', async () => {
    const { resolve, log } = createReader();
    expect(await resolve('groups', 'support')).toMatchObject({ resolved: { id: 1 } });
    expect(await resolve('groups', 'my sales')).toMatchObject({
      problem: { listing: 'close to it', candidates: [{ id: 2 }] },
    });
    expect(await resolve('groups', 'Legal')).toMatchObject({
      problem: { listing: 'there are', candidates: [{ id: 1 }, { id: 2 }] },
    });
    expect(log.slice(1, 3)).toEqual(['groups {"name_cont":"my sales"} 300', 'groups {"name_cont":"sales"} 30']);
  });
});

describe('a name as a reply showed it', () => {
  const long = 'International Business Machines Corporation';
  const manufacturers = [
    { id: 1, name: 'Acme | Licences' },
    { id: 2, name: 'Hew\u200Blett' },
    { id: 3, name: long },
    { id: 4, name: 'Acme | Lice\u2060nses' },
    ...Array.from({ length: 40 }, (_, index) => ({ id: 10 + index, name: `Maker ${index}` })),
  ];
  const find: NameReader['find'] = (_, q, limit) => {
    const group = readQuery('manufacturers.list', q);
    return Promise.resolve(manufacturers.filter((row) => judgeGroup(row, group) === 'holds').slice(0, limit));
  };

  it.each([
    ['Acme / Licences', { resolved: { id: 1 } }],
    ['acme / licenses', { resolved: { id: 4 } }],
    ['Hewlett', { resolved: { id: 2 } }],
    [`${long.slice(0, 20)}…`, { resolved: { id: 3 } }],
    ['Acme / Lice…', { problem: { reason: 'ambiguous', candidates: [{ id: 1 }, { id: 4 }] } }],
    ['Acme', { problem: { reason: 'unknown' } }],
    ['Hewlatt', { problem: { reason: 'unknown' } }],
  ])('%j is found where the server searches', async (given, found) => {
    expect(await createReader({ find }).resolve('manufacturers', given)).toMatchObject(found);
  });

  it('is found on a list that comes whole, and a name that is exactly so wins', async () => {
    const tags = [
      { id: 1, name: 'Software | Licence', owner_class: 'ticket' },
      { id: 2, name: 'V\u200BIP', owner_class: 'ticket' },
      { id: 3, name: 'A | B', owner_class: 'ticket' },
      { id: 4, name: 'A / B', owner_class: 'ticket' },
    ];
    const { resolve } = createReader({ all: () => Promise.resolve(tags) });
    expect(await resolve('tags', 'Software / Licence')).toMatchObject({ resolved: { id: 1 } });
    expect(await resolve('tags', 'vip')).toMatchObject({ resolved: { id: 2 } });
    expect(await resolve('tags', 'A / B')).toMatchObject({ resolved: { id: 4 } });
    expect(await resolve('tags', 'a / b')).toMatchObject({ problem: { reason: 'ambiguous' } });
  });
});

describe('a list that may not be read', () => {
  const refuse = (error: Error) => ({ all: () => Promise.reject(error), find: () => Promise.reject(error) });
  const forbidden = new PermissionError('no', { operation: 'teams.list', status: 403 });

  it('lets ids pass, and no names', async () => {
    const { resolve } = createReader(refuse(forbidden));
    expect(await resolve('teams', ' 15 ')).toEqual({ resolved: { id: 15, name: '15' } });
    await expect(resolve('teams', 'Security')).rejects.toBe(forbidden);
  });

  it('lets nothing pass when it is only out of order', async () => {
    const broken = new ServerError('down', { operation: 'teams.list', status: 500 });
    await expect(createReader(refuse(broken)).resolve('teams', '15')).rejects.toBe(broken);
  });
});
