import type { NodeJson } from '../support/n8nInProcess.js';
import { byId, type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const byName = (value: string) => ({ __rl: true, mode: 'name', value });
const getUser = (value: string) => desk.run({ resource: 'user', operation: 'get', userNumber: byName(value) });
const getCi = (value: string) => desk.run({ resource: 'ci', operation: 'get', ciNumber: byName(value) });

describe('a user', () => {
  it.each(['aldente', 'Al Dente', 'Dente, Al'])('is found as %s', async (name) => {
    expect((await getUser(name)).json).toMatchObject([{ friendly_id: 2, username: 'aldente' }]);
  });

  it('is found by an e-mail address', async () => {
    const { email } = await desk.client.users.get({ friendly_id: 2 });
    expect((await getUser(String(email))).json).toMatchObject([{ friendly_id: 2 }]);
  });

  it('is found by a name of digits, which the number mode takes for a number', async () => {
    const { friendly_id } = await desk.client.users.create({ username: '3' });
    expect((await getUser('3')).json).toMatchObject([{ friendly_id }]);
    const byNumber = { __rl: true, mode: 'id', value: '#3' };
    const run = await desk.run({ resource: 'user', operation: 'get', userNumber: byNumber });
    expect(run.json).toMatchObject([{ friendly_id: 3 }]);
  });

  it('is named with the others when several are called so', async () => {
    await desk.client.users.create({ username: 'al2', first_name: 'Al', last_name: 'Dente' });
    const run = await getUser('Al Dente');
    expect(() => run.json).toThrow(/more than one user is called "Al Dente".*called so: Al Dente/);
  });
});

describe('a CI', () => {
  it('is found by name, serial number, control number and barcode', async () => {
    const { friendly_id } = await desk.client.cis.create({
      name: 'Plotter',
      serial_number: '900100',
      control_number: 'C-901',
    });
    for (const code of ['plotter', '900100', 'C-901']) {
      expect((await getCi(code)).json).toMatchObject([{ friendly_id, name: 'Plotter' }]);
    }
    const run = await desk.run({
      resource: 'ci',
      operation: 'update',
      ciNumber: byName('900100'),
      updateFields: { model: 'X' },
    });
    expect(run.json).toMatchObject([{ updated: true, friendly_id }]);
  });

  it('is asked for by its barcode last', async () => {
    const run = await getCi('no-such-code');
    expect(run.json).toEqual([]);
    expect(run.wire.map((line) => line.split('?')[0])).toEqual(
      expect.arrayContaining(['GET /cis', 'GET /cis/by_barcode/no-such-code']),
    );
  });
});

describe('If Nothing Is Found', () => {
  const found = { friendly_id: 2 };
  const items = [{ name: 'aldente' }, { name: 'nobody at all' }, { name: 'aldente' }];
  const lookUp = (ifNothingFound?: string, node = {}) =>
    desk.run(
      {
        resource: 'user',
        operation: 'get',
        userNumber: byName('={{ $json.name }}'),
        ...(ifNothingFound === undefined ? {} : { ifNothingFound }),
      },
      { items, node },
    );

  it('gives nothing, and notes it', async () => {
    const run = await lookUp();
    expect(run.json).toMatchObject([found, found]);
    expect(run.node.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
    expect(run.node.hints.map(({ message }) => message)).toEqual([
      expect.stringContaining('no user is called "nobody at all"'),
    ]);
  });

  it('keeps the place of what is missing', async () => {
    const run = await lookUp('item');
    expect(run.json).toMatchObject([found, { found: false }, found]);
    expect(run.node.items[1]?.pairedItem).toEqual({ item: 1 });
  });

  it('fails the item', async () => {
    const run = await lookUp('fail', { onError: 'continueRegularOutput' });
    expect(run.node.items.map(({ json }) => json)).toMatchObject([
      found,
      { error: expect.stringContaining('no user is called "nobody at all"') },
      found,
    ]);
  });

  it.each([
    ['nothing', []],
    ['item', [{ found: false }]],
  ])('is asked of numbers and of lists too: %s', async (ifNothingFound, expected) => {
    const ticketNumber = { __rl: true, mode: 'id', value: '99999' };
    const got = await desk.run({ resource: 'ticket', operation: 'get', ticketNumber, ifNothingFound });
    expect(got.json).toEqual(expected);
    const listed = await desk.run({
      resource: 'ticket',
      operation: 'getAll',
      searchText: 'nothing is called so',
      ifNothingFound,
    });
    expect(listed.json).toEqual(expected);
  });

  it('fails for numbers and lists', async () => {
    const ticketNumber = { __rl: true, mode: 'id', value: '99999' };
    const got = await desk.run({ resource: 'ticket', operation: 'get', ticketNumber, ifNothingFound: 'fail' });
    expect(() => got.json).toThrow('there is no ticket 99999');
    const listed = await desk.run({
      resource: 'ticket',
      operation: 'getAll',
      searchText: 'nothing is called so',
      ifNothingFound: 'fail',
    });
    expect(() => listed.json).toThrow('Nothing was found');
  });

  it('is no excuse for anything else that fails', async () => {
    const run = await desk.run(
      { resource: 'user', operation: 'get', userNumber: byName('aldente') },
      { credentials: { bossDeskApi: { url: desk.sandbox.url, apiKey: 'wrong' } } },
    );
    expect(() => run.json).toThrow('BOSSDesk refused the API key');
    const odd = await lookUp('={{ "maybe" }}');
    expect(() => odd.json).toThrow('If Nothing Is Found takes nothing, item or fail, not "maybe"');
  });
});

describe('Keep Input', () => {
  const get = (keepInput: unknown, operation = 'get') =>
    desk.run(
      {
        resource: 'user',
        operation,
        userNumber: byName('={{ $json.name }}'),
        options: { keepInput },
        ifNothingFound: 'item',
      },
      { items: [{ name: 'aldente', row: 7 }, { name: 'nobody at all' }] },
    );

  it('lets the item go on with the record in a field', async () => {
    expect((await get('who')).json).toMatchObject([
      { name: 'aldente', row: 7, who: { friendly_id: 2 } },
      { name: 'nobody at all', who: { found: false } },
    ]);
    expect((await get(true)).json[0]).toMatchObject({ row: 7, user: { friendly_id: 2 } });
    expect((await get('')).json[0]).not.toHaveProperty('row');
  });
});

it('lets a CI be made and its report attached in two nodes, the file passing through the first', async () => {
  const account = { bossDeskApi: { id: 'bossDeskApi', name: 'bossDeskApi' } };
  const makeFile: NodeJson = {
    name: 'File',
    type: 'n8n-nodes-base.convertToFile',
    typeVersion: 1.1,
    parameters: { operation: 'toText', sourceProperty: 'report', options: { fileName: 'report.txt' } },
  };
  const attach: NodeJson = {
    name: 'Attach',
    type: 'n8n-nodes-bossdesk.bossDesk',
    credentials: account,
    parameters: {
      resource: 'attachment',
      operation: 'upload',
      ciNumber: byId('={{ $json.ci.friendly_id }}'),
      binaryPropertyName: 'data',
      options: { keepInput: 'attached' },
    },
  };
  const run = await desk.run(
    { resource: 'ci', operation: 'create', name: '={{ "Plotter " + $itemIndex }}', options: { keepInput: 'ci' } },
    { items: [{ report: 'one' }, { report: 'number two' }], before: [makeFile], after: [attach] },
  );
  expect(run.node.items.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([['data'], ['data']]);
  expect(run.last.items.map(({ json }) => json)).toMatchObject([
    { ci: { name: 'Plotter 0' }, attached: { name: 'report.txt', size: 3 } },
    { ci: { name: 'Plotter 1' }, attached: { name: 'report.txt', size: 10 } },
  ]);
});

it('counts over pages, what a filter finds', async () => {
  const count = await desk.run({ resource: 'ticket', operation: 'count' });
  expect(count.json).toEqual([{ count: 200 }]);
  const none = await desk.run({ resource: 'ticket', operation: 'count', searchText: 'nothing is called so' });
  expect(none.json).toEqual([{ count: 0 }]);
});
