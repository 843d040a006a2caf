import type { KindName } from '../kinds/kinds.js';
import { readQuery } from '../query/conditions.js';
import { judgeGroup } from '../query/judgeRows.js';
import type { Row } from '../values/json.js';
import type { NameProblem } from './problem.js';
import type { NameReader } from './reader.js';
import { type NameRequest, resolveName } from './resolve.js';

const users: Row[] = [
  {
    id: 1,
    friendly_id: 11,
    first_name: 'Al',
    last_name: 'Dente',
    username: 'aldente',
    email: 'al@example.com',
    is_agent: true,
  },
  {
    id: 2,
    friendly_id: 12,
    first_name: 'Sam',
    last_name: 'Rivers',
    username: 'samr',
    email: 'sam@example.com',
    is_agent: true,
  },
  { id: 3, friendly_id: 13, first_name: 'Sam', last_name: 'Rivers', username: 'srivers', is_agent: true },
  { id: 4, friendly_id: 14, first_name: 'Nia', last_name: 'Feeney', username: 'nia', is_agent: false },
  {
    id: 5,
    friendly_id: 15,
    first_name: 'Barry',
    last_name: 'Cade',
    username: 'old',
    is_agent: true,
    archived_at: '2020-01-01',
  },
  {
    id: 6,
    friendly_id: 16,
    first_name: 'Barry',
    last_name: 'Cade',
    username: 'bcade',
    is_agent: true,
    archived_at: null,
  },
  {
    id: 7,
    friendly_id: 17,
    first_name: 'Gone',
    last_name: 'Away',
    username: 'gone',
    is_agent: true,
    archived_at: '2020-01-01',
  },
  { id: 8, friendly_id: 18, username: '99', is_agent: true },
  { id: 9, friendly_id: 19, email: 'nameless@example.com', is_agent: true },
];

/** Searches the people above as a server does, and logs what it was asked for. */
function createReader(answers: Partial<NameReader> = {}) {
  const log: string[] = [];
  const reader: NameReader = {
    all: () => Promise.resolve([]),
    find: (kind, q, limit) => {
      log.push(`${kind} ${JSON.stringify(q)} ${String(limit)}`);
      const group = readQuery('users.list', q);
      return Promise.resolve(users.filter((row) => judgeGroup(row, group) === 'holds').slice(0, limit));
    },
    ...answers,
  };
  const resolve = (kind: KindName, given: string | number, options: Partial<NameRequest> = {}) =>
    resolveName(reader, { kind, given, field: 'the_field', ...options });
  return { log, resolve };
}

const CONDITION = 'first_name_or_last_name_or_username_or_email_cont';

describe('a person', () => {
  it.each<[KindName, string, number]>([
    ['agents', 'al@example.com', 1],
    ['agents', ' AL@Example.com', 1],
    ['agents', 'ALDENTE', 1],
    ['agents', 'Al Dente', 1],
    ['agents', 'dente,  al', 1],
    ['agents', 'Dente Al', 1],
    ['users', '4', 4],
    // Digits are a user name first.
    ['agents', '99', 8],
    // Who has left is meant only when nobody else is.
    ['agents', 'Barry Cade', 6],
    ['agents', 'old', 5],
    ['agents', 'Gone Away', 7],
  ])('%s %j is %d', async (kind, given, id) => {
    expect(await createReader().resolve(kind, given)).toMatchObject({ resolved: { id } });
  });

  it.each<[KindName, string, object]>([
    [
      'agents',
      'Sam Rivers',
      {
        reason: 'ambiguous',
        candidates: [
          { id: 2, name: 'Sam Rivers', note: 'samr, sam@example.com' },
          { id: 3, name: 'Sam Rivers', note: 'srivers' },
        ],
      },
    ],
    ['agents', 'Nia Feeney', { reason: 'notAnAgent', listing: 'agents' }],
    ['agents', '4', { reason: 'notAnAgent' }],
    ['users', 'Samuel Rivers', { reason: 'unknown', listing: 'close to it', candidates: [{ id: 2 }, { id: 3 }] }],
    ['users', 'Nobody', { reason: 'unknown', listing: 'there are', candidates: [] }],
    ['users', '1234', { reason: 'unknown' }],
  ])('%s %j is a problem', async (kind, given, problem) => {
    expect(await createReader().resolve(kind, given)).toMatchObject({ problem: { given, ...problem } });
  });

  it('is one of the agents where any agent may be meant', async () => {
    const { resolve, log } = createReader();
    const result = await resolve('agents', 'Nobody Here');
    expect(result).toMatchObject({ problem: { reason: 'unknown', listing: 'there are' } });
    const { candidates } = (result as { readonly problem: NameProblem }).problem;
    expect(candidates.map(({ id }) => id)).toEqual([1, 2, 3, 6, 8, 9]);
    expect(candidates.at(-1)).toEqual({ id: 9, name: 'user 9', note: 'nameless@example.com' });
    expect(log.at(-1)).toBe('agents {"is_agent_true":true} 30');
  });

  it('is searched for by all names at once', async () => {
    const { resolve, log } = createReader();
    await resolve('users', ' Al   Dente ');
    await resolve('users', '4');
    expect(log).toEqual([
      `users {"g":[{"${CONDITION}":"Al"},{"${CONDITION}":"Dente"}]} 300`,
      `users {"m":"or","g":[{"${CONDITION}":"4"},{"id_eq":4}]} 300`,
    ]);
  });

  it('is asked for by the exact name when there are too many', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ id: 1000 + index, username: `al${String(index)}` }));
    const asked: string[] = [];
    const find: NameReader['find'] = (_, q) => {
      asked.push(JSON.stringify(q));
      return Promise.resolve(asked.length === 1 ? many : [...many.slice(0, 1), { id: 1, username: 'al' }]);
    };
    expect(await createReader({ find }).resolve('users', 'al')).toMatchObject({ resolved: { id: 1 } });
    expect(asked[1]).toBe('{"first_name_or_last_name_or_username_or_email_eq":"al"}');
    asked.length = 0;
    expect(await createReader({ find }).resolve('users', 'al al')).toMatchObject({ problem: {} });
    expect(asked[1]).toContain('{"g":[{"first_name_or_last_name_or_username_or_email_eq":"al"}');
    asked.length = 0;
    // Found twice, it is still one.
    expect(await createReader({ find }).resolve('users', 'al0')).toMatchObject({ resolved: { id: 1000 } });
  });

  it('is named in a path by his number', async () => {
    const { resolve } = createReader();
    expect(await resolve('users', 'nia', { inPath: true })).toEqual({
      resolved: { id: 14, name: 'Nia Feeney', note: 'nia' },
    });
    expect(await resolve('users', '4', { inPath: true })).toMatchObject({ problem: { reason: 'unknown' } });
  });
});

describe('me', () => {
  it.each(['me', ' ME '])('%j is who the face says', async (given) => {
    expect(await createReader().resolve('agents', given, { me: 'aldente' })).toMatchObject({ resolved: { id: 1 } });
    expect(await createReader().resolve('users', given, { me: 'nia' })).toMatchObject({ resolved: { id: 4 } });
  });

  it('is a problem of its own where nobody says who, and names who could not be found', async () => {
    const { resolve, log } = createReader();
    expect(await resolve('agents', 'me')).toMatchObject({ problem: { reason: 'noMe', given: 'me' } });
    expect(log).toEqual([]);
    expect(await resolve('agents', 'me', { me: 'x@example.com' })).toMatchObject({
      problem: { reason: 'unknown', given: 'x@example.com', isMe: true },
    });
  });

  it('is a name like any other where no people are meant', async () => {
    expect(await createReader().resolve('teams', 'me', { me: 'aldente' })).toMatchObject({
      problem: { reason: 'unknown', given: 'me' },
    });
  });
});
