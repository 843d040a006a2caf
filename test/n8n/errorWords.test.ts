import { rawText, removeChance } from '../support/snapshotText.js';
import { ids, tickets } from './seeded.js';
import { byId, type Desk, openDesk, orderFaults } from './support.js';

expect.addSnapshotSerializer(rawText);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ control: true });
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

type Parameters = Readonly<Record<string, unknown>>;

interface ShownError {
  readonly message: string;
  readonly description?: string | null | undefined;
  readonly httpCode?: string | null | undefined;
}

/** What a person reads on the node that failed. */
async function readError(parameters: Parameters, options: Parameters = {}, asked = desk): Promise<string> {
  const error: ShownError | undefined = (await asked.run(parameters, options)).node.error;
  const status = error?.httpCode == null ? undefined : `HTTP ${error.httpCode}`;
  const written = [error?.message ?? 'No error', error?.description, status];
  return removeChance(written.filter((line) => line != null && line !== '').join('\n'), asked.sandbox);
}

const ticket = {
  resource: 'ticket',
  operation: 'create',
  title: 'x',
  typeId: byId(ids.incident),
  priorityId: byId(ids.low),
};
const update = { resource: 'ticket', operation: 'update', ticketNumber: byId(tickets.vpn) };
const get = { resource: 'ticket', operation: 'get', ticketNumber: byId(tickets.full) };
const getAll = { resource: 'ticket', operation: 'getAll', limit: 1 };
const timeEntry = { resource: 'timeEntry', operation: 'create', ticketNumber: byId(tickets.vpn) };
const field = { id: '35004', displayName: 'Affected Users', type: 'number' };

const filters = (field: string, predicate: string, value: string) => ({
  ...getAll,
  filters: { conditions: [{ field, predicate, value }] },
});

const account = { resource: 'account', operation: 'get' };

const badInputs: Readonly<Record<string, Parameters>> = {
  'a blank title': { ...ticket, title: ' ' },
  'a type that an expression does not find': { ...ticket, typeId: byId('={{ $json.none }}') },
  'an object for an id': { ...ticket, typeId: byId('={{ ({ number: 11001 }) }}') },
  'an unknown type': { ...ticket, typeId: byId('Incidnt') },
  'several unknown names': { ...ticket, priorityId: byId('Severe'), additionalFields: { categoryId: byId('zzz') } },
  'an unknown user': { ...ticket, additionalFields: { requesterId: byId('Maya Folley') } },
  'an ambiguous user': { ...ticket, additionalFields: { agentId: byId('Sam Rivers') } },
  'a user who is no agent': { ...ticket, additionalFields: { agentId: byId('donkey') } },
  'a tag of another kind of record': { ...ticket, additionalFields: { tagIds: 'vip, production' } },
  'an id of no record': { ...ticket, additionalFields: { teamId: byId(1) } },
  'a number that is none': { ...get, ticketNumber: byId('3abc') },
  'a number of no ticket': { ...get, ticketNumber: byId(9999), ifNothingFound: 'fail' },
  'an id of no task': { resource: 'task', operation: 'close', ticketNumber: byId(1), taskId: byId(1) },
  'a barcode of no CI': { resource: 'ci', operation: 'getByBarcode', barcode: 'none', ifNothingFound: 'fail' },
  'nothing to change': { ...update, updateFields: {} },
  'a version that is old': { ...update, updateFields: { title: 'New', lockVersion: 77 } },
  'a day that is not ISO': { ...timeEntry, date: '31/12/2026', duration: 5 },
  'a day that does not exist and no duration': { ...timeEntry, date: '2026-02-30', duration: 0 },
  'a duration in words': { ...timeEntry, date: '2026-11-24', duration: '={{ "1h" }}' },
  'a time that is none': {
    resource: 'task',
    operation: 'create',
    ticketNumber: byId(1),
    title: 'x',
    additionalFields: { dueAt: 'soon' },
  },
  'an unknown list': { resource: 'reference', operation: 'getAll', list: '={{ "teapots" }}' },
  'an unknown saved search': { resource: 'savedSearch', operation: 'run', searchId: byId('none') },
  'a custom field that takes a number': {
    ...update,
    customFields: { mappingMode: 'defineBelow', schema: [field], value: { 35004: '={{ "many" }}' } },
  },
  'a drop-down option that there is not': { ...update, customFields: { 35008: '={{ "Broken heart" }}' } },
  'a filter that BOSSDesk ignores': filters('agnt_id', 'eq', '3'),
  'a filter without a value': filters('status', 'eq', ''),
  'a predicate that there is not': filters('status', '={{ "like" }}', 'open'),
  'a raw query that is none': { ...getAll, rawQuery: '={{ "status_eq=open" }}' },
  'a raw query that is a list': { ...getAll, rawQuery: '={{ [1] }}' },
  'a limit of nothing': { ...getAll, limit: 0 },
  'what BOSSDesk refuses': {
    resource: 'user',
    operation: 'create',
    username: 'jackpot',
    additionalFields: { email: 'nonsense' },
  },
  'a ticket that is not closed': { resource: 'ticket', operation: 'reopen', ticketNumber: byId(tickets.vpn) },
  'a file that there is not': {
    resource: 'attachment',
    operation: 'upload',
    ciNumber: byId(1),
    inputDataFieldName: 'data',
  },
};

it.each(Object.entries(badInputs))('bad input: %s', async (_, parameters) => {
  expect(await readError(parameters)).toMatchSnapshot();
});

it('bad input: the second of three items', async () => {
  const items = [{ number: 1 }, { number: 'x' }, { number: 2 }];
  expect(await readError({ ...get, ticketNumber: byId('={{ $json.number }}') }, { items })).toMatchSnapshot();
});

const html = '<html><body><h1>Maintenance</h1></body></html>';

it.each([
  ['no plan for the API', { status: 402 }],
  ['no permission', { status: 403 }],
  ['a failure without words', { status: 500 }],
  ['a page instead of an answer', { status: 200, body: html }],
  ['a page of an error', { status: 500, body: html }],
])('BOSSDesk answers: %s', async (_, fault) => {
  await orderFaults(desk, { method: 'PATCH', path: '/tickets/:friendly_id/close', ...fault });
  const close = { resource: 'ticket', operation: 'close', ticketNumber: byId(tickets.vpn) };
  expect(await readError(close)).toMatchSnapshot();
});

it('BOSSDesk answers: what is wrong with a custom field, and with the whole', async () => {
  const body = JSON.stringify({ errors: { custom_fields: { 75: ["can't be blank"] }, base: ['Nothing was saved'] } });
  await orderFaults(desk, { method: 'PATCH', path: '/tickets/:friendly_id', status: 422, body });
  expect(await readError({ ...update, updateFields: { title: 'New' } })).toMatchSnapshot();
});

it('BOSSDesk answers: too many requests', async () => {
  // Of its own: nobody sends anything to a desk that asked for an hour's pause.
  const busy = await openDesk({ control: true });
  await orderFaults(busy, { path: '/account', status: 429, headers: { 'retry-after': '3600' } });
  expect(await readError(account, {}, busy)).toMatchSnapshot();
  await busy.close();
});

it('BOSSDesk answers: nothing, to a write', async () => {
  await orderFaults(desk, { method: 'POST', path: '/tickets', drop: 'after' });
  expect(await readError(ticket)).toMatchSnapshot();
});

it.each([
  ['a wrong key', (url: string) => ({ url, apiKey: 'wrong' })],
  ['a host that refuses connections', () => ({ url: 'http://127.0.0.1:9', apiKey: 'example' })],
  ['an address without encryption', () => ({ url: 'http://desk.example.com', apiKey: 'example' })],
  ['an address with a password', () => ({ url: 'https://user:secret@desk.example.com', apiKey: 'example' })],
  ['an empty address', () => ({ url: '', apiKey: 'example' })],
])('credential: %s', async (_, credential) => {
  const credentials = { bossDeskApi: credential(desk.sandbox.url) };
  expect(await readError(account, { credentials })).toMatchSnapshot();
});

it('credential: a login whose key is refused', async () => {
  await orderFaults(desk, { method: 'GET', path: '/account', times: 2, status: 401 });
  const credentials = {
    bossDeskLoginApi: { url: desk.sandbox.url, username: 'jackpot', password: 'sandbox-password' },
  };
  expect(await readError({ ...account, authentication: 'login' }, { credentials })).toMatchSnapshot();
});

it('credential: a wrong password', async () => {
  const credentials = { bossDeskLoginApi: { url: desk.sandbox.url, username: 'jackpot', password: 'wrong' } };
  expect(await readError({ ...account, authentication: 'login' }, { credentials })).toMatchSnapshot();
});
