import { type Desk, openDesk } from './support.js';

const TICKETS = 300;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ tickets: TICKETS, control: true });
});
afterAll(() => desk.close());

const getAll = () =>
  desk.run({ resource: 'ticket', operation: 'getAll', returnAll: true, options: { fetchFullRecords: true } });
const isRecord = (request: string) => /^GET \/tickets\/\d/.test(request);
const isPage = (request: string) => request.startsWith('GET /tickets?');

describe('full records of a list', () => {
  it('are read while further pages are read, and come in the order of the list', async () => {
    const { json, wire } = await getAll();
    expect(json).toHaveLength(TICKETS);
    expect(json.map(({ friendly_id }) => friendly_id)).toEqual(
      Array.from({ length: TICKETS }, (_, index) => TICKETS - index),
    );
    const lastPage = wire.findLastIndex(isPage);
    expect(wire.findIndex(isRecord)).toBeLessThan(lastPage);
    expect(wire.filter(isRecord)).toHaveLength(TICKETS);
  });

  it('are not asked for to the end where one is refused', async () => {
    const fault = { method: 'GET', path: '/tickets/:friendly_id', times: TICKETS, status: 403, body: '{}' };
    await fetch(`${desk.sandbox.url}/_control/faults`, { method: 'POST', body: JSON.stringify([fault]) });
    const { node, wire } = await getAll();
    expect(node.error?.message).toContain('ticket');
    expect(wire.filter(isRecord).length).toBeLessThan(TICKETS);
    // And behind the node's back no more arrives than was on its way.
    const { length } = desk.sandbox.requests;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(desk.sandbox.requests.length - length).toBeLessThanOrEqual(8);
  });
});
