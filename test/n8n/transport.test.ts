import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ids, tickets } from './seeded.js';
import { byId, type Desk, openDesk, orderFaults } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ control: true });
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const order = (...faults: object[]) => orderFaults(desk, ...faults);

const getTicket = { resource: 'ticket', operation: 'get', ticketNumber: byId(tickets.full) };
const createTicket = {
  resource: 'ticket',
  operation: 'create',
  title: 'x',
  typeId: byId(ids.incident),
  priorityId: byId(ids.low),
};
const onDesk = ({ wire }: { wire: string[] }) => wire.filter((line) => !line.includes('_control'));

describe('reads', () => {
  it.each([
    ['a busy server', { status: 429, headers: { 'retry-after': '0' } }],
    ['a failing server', { status: 503, body: '<h1>Down</h1>', headers: { 'retry-after': '0' } }],
    ['a connection that breaks', { drop: 'before' }],
    ['an answer cut off by a worker that dies', { truncate: 'fin' }],
    ['an answer cut off by a network that breaks', { truncate: 'reset' }],
  ])('are sent again after %s', async (_, fault) => {
    await order({ method: 'GET', path: '/tickets/:friendly_id', ...fault });
    const run = await desk.run(getTicket);
    expect(run.json).toMatchObject([{ friendly_id: tickets.full }]);
    expect(onDesk(run).filter((line) => line === `GET /tickets/${tickets.full}`)).toHaveLength(2);
  });
});

describe('writes', () => {
  it('are not sent again when they may have happened', async () => {
    await order({ method: 'POST', path: '/tickets', drop: 'after' });
    const run = await desk.run(createTicket);
    expect(onDesk(run)).toEqual(['POST /tickets']);
    expect(run.node.error).toMatchObject({
      message: expect.stringMatching(/broke .*The change may have been made/),
    });
  });

  it.each([
    ['fin', createTicket, 'POST /tickets'],
    ['reset', createTicket, 'POST /tickets'],
    ['fin', { resource: 'ticket', operation: 'close', ticketNumber: byId(tickets.vpn) }, 'PATCH /tickets/2/close'],
    ['fin', { resource: 'ciNote', operation: 'delete', ciNumber: byId(1), noteId: '1' }, 'DELETE /cis/1/notes/1'],
  ])('are no success when the answer is cut off (%s): %j', async (truncate, action, line) => {
    const [method = '', path = ''] = line.split(' ');
    await order({ method, path, truncate, status: 200, body: { id: 1, text: 'half of this will be sent' } });
    const run = await desk.run(action);
    expect(onDesk(run)).toEqual([line]);
    expect(run.node.error?.message).toContain('The change may have been made');
    expect(run.node.items).toEqual([]);
  });

  it('tell a page that is no answer of the API', async () => {
    await order({ method: 'POST', path: '/tickets', status: 500, body: '<h1>We are sorry</h1>' });
    const run = await desk.run(createTicket);
    expect(run.node.error).toMatchObject({
      message: expect.stringContaining('BOSSDesk answered 500'),
      description: expect.stringContaining('We are sorry'),
      httpCode: '500',
    });
  });
});

it('follows no redirect, which could carry the key elsewhere', async () => {
  const seen: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url);
    response.writeHead(302, { location: 'https://elsewhere.invalid/login' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const run = await desk.run(getTicket, { credentials: { bossDeskApi: { url, apiKey: 'example' } } });
  server.close();
  expect(() => run.json).toThrow('redirect to a sign-in page on elsewhere.invalid');
  expect(seen).toEqual([`/api/v1/tickets/${tickets.full}`]);
});
