import { ids, tickets } from './seeded.js';
import { byId, type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const getTicket = {
  resource: 'ticket',
  operation: 'get',
  ticketNumber: byId('={{ $json.number }}'),
  ifNothingFound: 'fail',
};
const items = [{ number: 1 }, { number: 9999 }, { number: 2 }];

describe('one of three items fails', () => {
  it('and the node stops, saying which and what to do', async () => {
    const { node } = await desk.run(getTicket, { items });
    expect(node.error).toMatchObject({
      message: expect.stringMatching(
        /^Could not get a ticket: there is no ticket 9999, or this user may not see it\. .*Check what was given\. \[Item 1\]$/,
      ),
      description: expect.stringContaining('Request ID'),
      httpCode: '404',
      context: { itemIndex: 1 },
    });
  });

  it('and the others go on, each paired with its own', async () => {
    const { node } = await desk.run(getTicket, { items, node: { onError: 'continueRegularOutput' } });
    expect(node.error).toBeUndefined();
    expect(node.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
    expect(node.items.map(({ json }) => json['friendly_id'])).toEqual([1, undefined, 2]);
    expect(node.items[1]?.json).toMatchObject({
      error: expect.stringContaining('no ticket 9999'),
      details: { status: 404, operation: 'tickets.get', request_id: expect.any(String) },
    });
  });

  it('and goes to the error output with its input', async () => {
    const { node } = await desk.run(getTicket, { items, node: { onError: 'continueErrorOutput' } });
    expect(node.outputs[0]?.map(({ json }) => json['friendly_id'])).toEqual([1, 2]);
    expect(node.outputs[1]?.map(({ json }) => json)).toEqual([
      expect.objectContaining({ number: 9999, error: expect.stringContaining('9999') }),
    ]);
  });
});

it('says what the desk said of a field, whatever that is called', async () => {
  const busy = await openDesk({ control: true });
  const body = JSON.stringify({ errors: { "$'": ['is odd'] } });
  const fault = { method: 'GET', path: '/tickets/:friendly_id', status: 422, body };
  await fetch(`${busy.sandbox.url}/_control/faults`, { method: 'POST', body: JSON.stringify([fault]) });
  const { node } = await busy.run(getTicket, { items: [{ number: 1 }] });
  await busy.close();
  expect(node.error?.message).toContain("$' is odd");
});

describe('bad input is refused before a request', () => {
  const timeEntry = { resource: 'timeEntry', operation: 'create', ticketNumber: byId(tickets.vpn) };
  const ticket = { resource: 'ticket', operation: 'create', typeId: byId(ids.incident), priorityId: byId(ids.high) };

  it.each([
    ['an empty title', { ...ticket, title: ' ' }, 'Title must not be blank'],
    [
      'a type that is neither id nor name',
      { ...ticket, title: 'x', typeId: byId('={{ ({ number: 11001 }) }}') },
      'Type takes an id (a whole number), not an object',
    ],
    ['a missing type', { ...ticket, title: 'x', typeId: byId('={{ $json.none }}') }, 'Type '],
    [
      'a day that is not ISO',
      { ...timeEntry, date: '31/12/2026', duration: 5 },
      'Date takes a day of the calendar as YYYY-MM-DD',
    ],
    [
      'a day that does not exist',
      { ...timeEntry, date: '2026-02-30', duration: 5 },
      'Date takes a day of the calendar',
    ],
    [
      'a duration of nothing',
      { ...timeEntry, date: '2026-11-24', duration: 0 },
      'Duration (Minutes) must be 1 or more, not 0',
    ],
    [
      'a duration in words',
      { ...timeEntry, date: '2026-11-24', duration: '={{ "1h" }}' },
      'Duration (Minutes) takes a whole number',
    ],
    [
      'an empty update',
      { resource: 'ticket', operation: 'update', ticketNumber: byId(1), updateFields: {} },
      'Update Fields: nothing to change; give at least one of Title, Type, Priority, Description',
    ],
    [
      'a lock version alone',
      { resource: 'ticket', operation: 'update', ticketNumber: byId(1), updateFields: { lockVersion: 1 } },
      'nothing to change',
    ],
    [
      'a number that is none',
      { resource: 'ticket', operation: 'get', ticketNumber: byId('3abc') },
      'Ticket Number takes the number that people see',
    ],
    [
      'an unknown list',
      { resource: 'reference', operation: 'getAll', list: '={{ "teapots" }}' },
      'There is no list "teapots"',
    ],
  ])('%s', async (_, parameters, message) => {
    const run = await desk.run(parameters, { items: [{}] });
    expect(() => run.json).toThrow(message);
    expect(run.wire).toEqual([]);
  });
});

it('says which of several items has a value that no custom field takes', async () => {
  const field = { id: '35004', displayName: 'Affected Users', type: 'number' };
  const run = await desk.run(
    {
      resource: 'ticket',
      operation: 'update',
      ticketNumber: byId(1),
      customFields: { mappingMode: 'defineBelow', schema: [field], value: { 35004: '={{ $json.count }}' } },
    },
    { items: [{ count: 3 }, { count: 'many' }] },
  );
  expect(() => run.json).toThrow('Custom field Affected Users takes a number, not "many" [Item 1]');
});

describe('what BOSSDesk refuses', () => {
  it('is told by the names of the panel', async () => {
    const run = await desk.run({
      resource: 'user',
      operation: 'create',
      username: 'jackpot',
      additionalFields: { email: 'nonsense' },
    });
    expect(run.node.error).toMatchObject({
      message: expect.stringMatching(/^Could not create a user: .*Email is invalid/),
      httpCode: '422',
    });
    expect(() => run.json).toThrow(/Username has already been taken/);
  });

  it('is told in its own words when it is not about a field', async () => {
    await desk.client.tickets.close({ friendly_id: tickets.vpn });
    const run = await desk.run({ resource: 'ticket', operation: 'close', ticketNumber: byId(tickets.vpn) });
    expect(() => run.json).toThrow(/can't be closed/);
  });

  it('a wrong key, after one request', async () => {
    const credentials = { bossDeskApi: { url: desk.sandbox.url, apiKey: 'wrong' } };
    const run = await desk.run({ resource: 'account', operation: 'get' }, { credentials });
    expect(run.node.error).toMatchObject({
      message: 'BOSSDesk refused the API key. Check that the API key is complete and belongs to this account.',
      description: expect.stringContaining('BOSSDesk said: HTTP Token: Access denied.'),
      httpCode: '401',
    });
    expect(run.wire).toEqual(['GET /account']);
  });
});

describe('a write that stops the node in the middle of its input', () => {
  const create = {
    resource: 'ticket',
    operation: 'create',
    title: '={{ $json.title }}',
    typeId: byId(ids.incident),
    priorityId: byId(ids.low),
  };
  const titles = [{ title: 'a' }, { title: 'b' }, { title: ' ' }];
  const done = /The 2 items before it are done; running the node again, as Retry On Fail does, would repeat them/;

  it('says that what came before is done', async () => {
    expect((await desk.run(create, { items: titles })).node.error?.message).toMatch(done);
    expect((await desk.run(create, { items: titles.slice(1) })).node.error?.message).toContain(
      'The item before it is done; running the node again, as Retry On Fail does, would repeat it',
    );
  });

  it('says nothing of it where nothing is done, or the others go on', async () => {
    const first = await desk.run(create, { items: titles.slice(2) });
    expect(first.node.error?.message).toBe('Title must not be blank');
    const goesOn = await desk.run(create, { items: titles, node: { onError: 'continueRegularOutput' } });
    expect(goesOn.node.items[2]?.json['error']).toBe('Title must not be blank [Item 2]');
    const read = await desk.run(getTicket, { items });
    expect(read.node.error?.message).not.toContain('Retry On Fail');
  });
});

describe('Protect Against Overwrites', () => {
  const update = {
    resource: 'ticket',
    operation: 'update',
    ticketNumber: byId(tickets.vpn),
    updateFields: { title: 'New' },
  };

  it('reads the version and sends it', async () => {
    const run = await desk.run({ ...update, options: { protectAgainstOverwrites: true } });
    expect(run.wire).toEqual([`GET /tickets/${tickets.vpn}`, `PATCH /tickets/${tickets.vpn}`]);
    expect(run.requests[1]?.body).toEqual({ ticket: { title: 'New', lock_version: expect.any(Number) } });
  });

  it('leaves a version that was given, and tells the conflict', async () => {
    const updateFields = { title: 'New', lockVersion: 77 };
    const run = await desk.run({ ...update, updateFields, options: { protectAgainstOverwrites: true } });
    expect(run.wire).toEqual([`PATCH /tickets/${tickets.vpn}`]);
    expect(run.node.error).toMatchObject({
      message: expect.stringContaining('the record changed since its lock_version was read'),
      httpCode: '409',
    });
  });
});

it('gives the updated record where that is asked for', async () => {
  const run = await desk.run({
    resource: 'ticket',
    operation: 'update',
    ticketNumber: byId(tickets.vpn),
    updateFields: { title: 'New' },
    options: { returnRecord: true },
    simplify: false,
  });
  expect(run.json).toEqual([await desk.client.tickets.get({ friendly_id: tickets.vpn })]);
  expect(run.json[0]).toMatchObject({ title: 'New' });
});

describe('where there is no answer', () => {
  it.each([
    ['a host that refuses connections', 'http://127.0.0.1:9', /127\.0\.0\.1:9 cannot be reached \(ECONNREFUSED\)/],
    [
      'a host that does not exist',
      'https://desk.invalid',
      /desk\.invalid cannot be reached \((?:ENOTFOUND|EAI_AGAIN)\)/,
    ],
    ['an address that cannot be used', 'http://desk.example.com', /must start with https:\/\//],
    ['an address with a password', 'https://user:secret@desk.example.com', /must not contain a user name or password/],
  ])('says so of %s', async (_, url, message) => {
    const credentials = { bossDeskApi: { url, apiKey: 'example' } };
    const run = await desk.run({ resource: 'account', operation: 'get' }, { credentials });
    expect(() => run.json).toThrow(message);
    expect(JSON.stringify(run.node.error)).not.toContain('secret');
  });
});
