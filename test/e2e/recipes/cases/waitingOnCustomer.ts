import type { RecipeCase } from '../case.js';
import { createTicket } from '../desk.js';
import type { Stage } from '../furnish.js';

const WAITING = 14_001;
const reminder = 'Are you there?';

const openWaiting = async (stage: Stage, title: string, status: number | undefined = WAITING) =>
  (await createTicket(stage, { title, extended_status_id: status })).friendly_id;

/** What stands in public in a ticket, and whether it is open. */
async function readTicket({ client }: Stage, friendly_id: number) {
  const { status, comments } = await client.tickets.get({ friendly_id });
  return { status, comments: comments?.filter(({ is_public }) => is_public).map(({ body }) => body) };
}

const reminded = { status: 'incoming', comments: [`<p>${reminder}</p>`] };

export const waitingOnCustomer: RecipeCase = {
  slug: 'waiting-on-customer',
  settings: ({ chat }) => ({ reminder, farewell: 'Closed.', chatWebhook: chat.url }),
  async seed(stage) {
    const { client } = stage;
    stage.moveClock(-10);
    await openWaiting(stage, 'Waits');
    const [asked, answered] = [await openWaiting(stage, 'Was reminded'), await openWaiting(stage, 'Was answered')];
    await openWaiting(stage, 'On hold', 14_002);
    stage.moveClock(-8);
    await client.tickets.addComment({ friendly_id: asked, body: `<p>${reminder}</p>`, is_public: true });
    await client.tickets.addComment({ friendly_id: answered, body: `<p>${reminder}</p>`, is_public: true });
    // Tickets without a requester are those of the key's own user.
    await client.myTickets.addComment({ friendly_id: answered, body: '<p>Yes.</p>' });
    stage.moveClock(-1);
    await openWaiting(stage, 'Waits since yesterday');
    stage.moveClock(0);
  },
  dry(_, { items }) {
    expect(items('Write report')[0]?.['text']).toBe(
      [
        'Dry run, nothing was done. Tickets that wait for their requesters: 3',
        '#2 Was reminded: closed',
        '#1 Waits: reminded',
        '#3 Was answered: answered: take it out of the waiting status',
      ].join('\n'),
    );
  },
  async real(stage) {
    expect(await readTicket(stage, 1)).toEqual(reminded);
    expect(await readTicket(stage, 2)).toEqual({
      status: 'closed',
      comments: [`<p>${reminder}</p>`, '<p>Closed.</p>'],
    });
    expect(await readTicket(stage, 3)).toMatchObject({ status: 'incoming', comments: { length: 2 } });
    for (const friendly_id of [4, 5]) expect(await readTicket(stage, friendly_id)).toMatchObject({ comments: [] });
  },
  second({ chat }) {
    expect(chat.messages).toEqual([
      expect.stringContaining('#1 Waits: reminded'),
      expect.stringMatching(/^Tickets that wait for their requesters: 1\n#3 Was answered: /),
    ]);
  },
  others: {
    async 'reminds of no more than the ceiling, and of the others in the next run'(stage, { slug }) {
      stage.moveClock(-5);
      await openWaiting(stage, 'Waits, too');
      stage.moveClock(0);
      const id = await stage.save(slug, { dryRun: false, reminder, maxWrites: 1 });
      expect((await stage.run(id)).items('Write report')[0]?.['text']).toContain('The ceiling was reached');
      expect(await readTicket(stage, 6)).toMatchObject({ comments: [] });
      await stage.run(id);
      expect([await readTicket(stage, 1), await readTicket(stage, 6)]).toEqual([reminded, reminded]);
    },
    async 'does the others where one cannot be closed, and names it'(stage, { slug }) {
      await stage.orderFaults([
        { path: '/api/v1/tickets/2/close', status: 422, body: { errors: { base: ['has an open task'] } } },
      ]);
      const { status, failure } = await stage.run(await stage.save(slug, { dryRun: false, reminder }));
      expect(status).toBe('error');
      expect(failure?.message).toMatch(/^Not all was done\. #2 not done \(.*has an open task/);
      expect(await readTicket(stage, 1)).toEqual(reminded);
    },
    async 'stops before it writes where the desk has no such status'(stage, { slug }) {
      const { failure } = await stage.run(
        await stage.save(slug, { dryRun: false, waitingStatus: 'Waiting for Godot' }),
      );
      expect(failure).toMatchObject({ node: 'Get waiting tickets', message: expect.stringContaining('Godot') });
      expect(stage.takeWrites()).toEqual([]);
    },
  },
};
