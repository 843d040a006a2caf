import type { RecipeCase } from '../case.js';
import { createTicket, findUser } from '../desk.js';
import type { Stage } from '../furnish.js';

const digest = [
  'Open tickets: 4',
  'Service Desk: 3 open, 2 over 7 days, 1 over 30 days, 2 overdue, 2 without an agent',
  'Security: 1 open, 0 over 7 days, 0 over 30 days, 0 overdue, 1 without an agent',
  'Oldest: #1 Very old (aldente)',
  '#2 Old (nobody)',
].join('\n');

async function seedTickets(stage: Stage): Promise<void> {
  const al = await findUser(stage, 'aldente');
  stage.moveClock(-40);
  await createTicket(stage, { title: 'Very old', team_id: 15_001, agent_id: al.id });
  stage.moveClock(-9);
  await createTicket(stage, { title: 'Old', team_id: 15_001 });
  const { friendly_id } = await createTicket(stage, { title: 'Closed', team_id: 15_001 });
  await stage.client.tickets.close({ friendly_id });
  stage.moveClock(0);
  await createTicket(stage, { title: 'New', team_id: 15_001 });
  await createTicket(stage, { title: 'New', team_id: 15_005 });
}

export const morningDigest: RecipeCase = {
  slug: 'morning-digest',
  settings: ({ chat }) => ({ oldest: 2, chatWebhook: chat.url }),
  seed: seedTickets,
  isReader: true,
  dry(_, { items }) {
    expect(items('Write report')).toEqual([{ text: digest }]);
  },
  async real({ chat }) {
    expect(chat.messages[0]).toBe(digest);
  },
  second({ chat }) {
    expect(chat.messages).toEqual([digest, digest]);
  },
  others: {
    async 'says that nothing is open on an empty desk'(stage, { slug }) {
      stage.sandbox.reset();
      const { items } = await stage.run(await stage.save(slug, {}));
      expect(items('Write report')).toEqual([{ text: 'Open tickets: 0' }]);
    },
    async 'gives no number where the desk ignores a filter'(stage, { slug }) {
      const tickets = await stage.client.tickets.list({});
      await stage.orderFaults([{ method: 'GET', path: '/api/v1/tickets', status: 200, times: 50, body: tickets }]);
      const { status, failure } = await stage.run(
        await stage.save(slug, { dryRun: false, chatWebhook: stage.chat.url }),
      );
      expect(status).toBe('error');
      expect(failure?.message).toContain('ignored the filter');
      expect(stage.chat.messages).toEqual([]);
    },
    async 'waits when the desk asks to slow down'(stage, { slug }) {
      const slow = { status: 429, headers: { 'retry-after': 1 }, times: 3 };
      await stage.orderFaults([{ method: 'GET', path: '/api/v1/tickets', ...slow }]);
      const { items } = await stage.run(await stage.save(slug, { oldest: 2 }));
      expect(items('Write report')).toEqual([{ text: digest }]);
    },
  },
};
