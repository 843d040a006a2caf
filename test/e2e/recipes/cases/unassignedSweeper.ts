import type { RecipeCase } from '../case.js';
import { createTicket, findUser } from '../desk.js';

/** Al has two open tickets, Barry none: of three that wait, Barry gets the first two, and the third is between them. */
export const unassignedSweeper: RecipeCase = {
  slug: 'unassigned-sweeper',
  settings: ({ chat }) => ({ agents: 'aldente, barry.cade@example.com', chatWebhook: chat.url }),
  async seed(stage) {
    stage.moveClock(-1);
    const al = await findUser(stage, 'aldente');
    await createTicket(stage, { title: 'Taken 1', agent_id: al.id });
    await createTicket(stage, { title: 'Taken 2', agent_id: al.id });
    for (const title of ['Waits longest', 'Waits', 'Waits last']) await createTicket(stage, { title });
    stage.moveClock(0);
    await createTicket(stage, { title: 'Too young' });
  },
  dry(_, { items }) {
    expect(items('Assign ticket').map(({ record }) => record)).toEqual(
      [3, 4, 5].map((friendly_id): unknown =>
        expect.objectContaining({ dry_run: true, path: `/api/v1/tickets/${friendly_id}` }),
      ),
    );
    expect(items('Write report')[0]?.['text']).toBe(
      [
        'Dry run: would assign 3 of 3 waiting tickets',
        '#3 Waits longest → Barry Cade',
        '#4 Waits → Barry Cade',
        '#5 Waits last → Al Dente',
      ].join('\n'),
    );
  },
  async real({ client, chat }) {
    const agents = [];
    for (const friendly_id of [1, 2, 3, 4, 5, 6])
      agents.push((await client.tickets.get({ friendly_id })).agent?.username);
    expect(agents).toEqual(['aldente', 'aldente', 'barrycade', 'barrycade', 'aldente', undefined]);
    expect(chat.messages).toEqual([expect.stringMatching(/^Assigned 3 of 3 waiting tickets\n#3 /)]);
  },
  second({ chat }) {
    expect(chat.messages).toHaveLength(1);
  },
  others: {
    async 'assigns no more than the ceiling, and says how many wait'(stage, { slug }) {
      const id = await stage.save(slug, { dryRun: false, maxWrites: 2 });
      const first = await stage.run(id);
      expect(first.items('Write report')[0]?.['text']).toMatch(/^Assigned 2 of 3 waiting tickets/);
      expect(stage.takeWrites()).toHaveLength(2);
      await stage.run(id);
      expect(stage.takeWrites()).toHaveLength(1);
    },
    async 'stops before it writes at a name that the desk does not know'(stage, { slug }) {
      const { status, failure } = await stage.run(await stage.save(slug, { dryRun: false, agents: 'aldente,nobody' }));
      expect(status).toBe('error');
      expect(failure).toMatchObject({ node: 'Get named agent', message: expect.stringContaining('nobody') });
      expect(stage.takeWrites()).toEqual([]);
    },
    async 'stops before it writes where the desk ignores a filter'(stage, { slug }) {
      const { client } = stage;
      const tickets = await client.tickets.list({});
      await stage.orderFaults([{ method: 'GET', path: '/api/v1/tickets', status: 200, times: 50, body: tickets }]);
      const { status, failure } = await stage.run(await stage.save(slug, { dryRun: false }));
      expect(status).toBe('error');
      expect(failure).toMatchObject({ node: 'Count waiting tickets', message: expect.stringContaining('filter') });
      expect(stage.takeWrites()).toEqual([]);
    },
    async 'fails when the chat is down, and assigns nothing twice afterwards'(stage, { slug }) {
      const { chat } = stage;
      chat.breakDown();
      const id = await stage.save(slug, { dryRun: false, chatWebhook: chat.url });
      const { status, failure } = await stage.run(id);
      expect(status).toBe('error');
      expect(failure?.message).toMatch(
        /^The tickets are assigned\. The chat did not take the message: .*chatWebhook in Config/,
      );
      expect(stage.takeWrites()).toHaveLength(3);
      expect((await stage.run(id)).status).toBe('success');
      expect(stage.takeWrites()).toEqual([]);
    },
    async 'goes on with the others where one is refused, and takes it up in the next run'(stage, { slug }) {
      await stage.orderFaults([
        { method: 'PATCH', path: '/api/v1/tickets/4', status: 422, body: { errors: { base: ['Locked'] } } },
      ]);
      const id = await stage.save(slug, { dryRun: false });
      const { status, failure } = await stage.run(id);
      expect(status).toBe('error');
      expect(failure?.message).toMatch(/^1 tickets were not assigned: #4 \(.*Locked/);
      stage.takeWrites();
      expect((await stage.run(id)).status).toBe('success');
      expect(stage.takeWrites()).toEqual(['PATCH /tickets/4']);
    },
  },
};
