import { ids, tickets } from './seeded.js';
import { byId, type Desk, openDesk, orderFaults } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ tickets: 10, control: true });
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const path = `/tickets/${tickets.vpn}`;
const close = (additionalFields: object, parameters: object = {}) =>
  desk.run({
    resource: 'ticket',
    operation: 'close',
    ticketNumber: byId(tickets.vpn),
    additionalFields,
    ...parameters,
  });
const commentsOf = async () => (await desk.client.tickets.get({ friendly_id: tickets.vpn })).comments ?? [];

describe('closing with a comment', () => {
  it('adds it first, private unless it is to be public', async () => {
    const run = await close({ comment: 'Fixed & tested' });
    expect(run.json).toMatchObject([{ friendly_id: tickets.vpn, status: 'closed', type_id: ids.incident }]);
    expect(run.wire.slice(0, 2)).toEqual([`POST ${path}/comments`, `PATCH ${path}/close`]);
    expect((await commentsOf()).at(-1)).toMatchObject({ body: '<p>Fixed &amp; tested</p>', is_public: false });
  });

  it('takes a public one, and its text as it is told', async () => {
    await close({ comment: '<b>', isPublic: '={{ "yes" }}' }, { options: { textFormat: 'plain' } });
    expect((await commentsOf()).at(-1)).toMatchObject({ body: '<p>&lt;b&gt;</p>', is_public: true });
  });

  it.each(['', '={{ $json.none }}', ' '])('adds none for %j', async (comment) => {
    expect((await close({ comment, isPublic: true })).wire[0]).toBe(`PATCH ${path}/close`);
  });

  it('writes nothing for what is no text', async () => {
    const run = await close({ comment: '={{ { text: "x" } }}' });
    expect(() => run.json).toThrow('Comment takes a text, not {"text":"x"}');
    expect(run.wire).toEqual([]);
  });

  it('does not close where the comment is refused', async () => {
    await orderFaults(desk, { method: 'POST', path: `${path}/comments`, times: 1, status: 403 });
    const run = await close({ comment: 'x' });
    expect(() => run.json).toThrow();
    expect(run.wire).toEqual([`POST ${path}/comments`]);
  });

  it('says that it is half done where only the comment was added', async () => {
    await orderFaults(desk, { method: 'PATCH', path: `${path}/close`, times: 1, status: 403 });
    const run = await close({ comment: 'x' });
    const [comment] = (await commentsOf()).slice(-1);
    expect(() => run.json).toThrow(
      new RegExp(
        `^Half done: the private comment ${String(comment?.id)} was added to ticket ${tickets.vpn}, but it was not closed\\. .* Remove Comment before trying again: it would be added once more\\.`,
      ),
    );
  });

  it('looks whether the ticket was closed where the answer is lost', async () => {
    await orderFaults(desk, { method: 'PATCH', path: `${path}/close`, times: 9, drop: 'after' });
    expect((await close({ comment: 'x' })).json).toMatchObject([{ status: 'closed' }]);
    expect(await commentsOf()).toHaveLength(1);
  });

  it('tells in a dry run of both requests, and sends neither', async () => {
    const run = await close({ comment: 'x' }, { options: { dryRun: true } });
    expect(run.json).toEqual([
      {
        dry_run: true,
        operation: 'tickets.close',
        method: 'PATCH',
        path: `/api/v1${path}/close`,
        body: {},
        before: [
          {
            operation: 'tickets.addComment',
            method: 'POST',
            path: `/api/v1${path}/comments`,
            body: { comment: { body: '<p>x</p>', is_public: false } },
          },
        ],
      },
    ]);
    expect(run.wire).toEqual([]);
  });
});
