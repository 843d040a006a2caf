import { randomUUID } from 'node:crypto';
import type { RecipeCase } from '../case.js';
import { createTicket, findUser } from '../desk.js';

const message =
  'New: #2 Printer <3> is down\nIncident, High, Security; from Al Dente\nIt burns & smokes. Really\nhttps://desk.example.com/tickets/2';

/** A table of its own: n8n keeps it, whereas the desk begins anew. */
const newTable = () => ({ table: `told_${randomUUID().slice(0, 8)}` });

export const newTicketToChat: RecipeCase = {
  slug: 'new-ticket-to-chat',
  settings: ({ chat }) => ({
    ...newTable(),
    ticketUrl: 'https://desk.example.com/tickets/',
    summaryLength: 25,
    chatWebhook: chat.url,
  }),
  async seed(stage) {
    stage.moveClock(-2);
    await createTicket(stage, { title: 'Old' });
    stage.moveClock(0);
    const { id } = await findUser(stage, 'aldente');
    const description = '<p>It burns &amp; smokes.</p><p>Really, it does.</p>';
    const fields = { requester_id: id, team_id: 15_005, priority_id: 12_003, description };
    await createTicket(stage, { title: 'Printer <3> is down', ...fields });
    await createTicket(stage, { title: 'Without a word' });
  },
  isReader: true,
  dry(_, { items }) {
    expect(items('Write message').map(({ text }) => text)).toEqual([
      message,
      expect.stringMatching(/^New: #3 Without a word\nIncident, Medium/),
    ]);
  },
  async real({ chat }) {
    expect(chat.messages).toEqual([message, expect.stringContaining('#3')]);
  },
  others: {
    async 'tells of no more than the ceiling, and of the rest in the next run'(stage, { slug }) {
      const { chat } = stage;
      const settings = { ...newTable(), dryRun: false, maxWrites: 1, chatWebhook: chat.url };
      const id = await stage.save(slug, settings);
      await stage.run(id);
      expect(chat.messages).toEqual([expect.stringMatching(/#2[^]*\n1 more are left for the next run\.$/)]);
      await stage.run(id);
      expect(chat.messages).toEqual([expect.stringContaining('#2'), expect.stringContaining('#3')]);
    },
    async 'fails while the chat is down, and tells of it afterwards'(stage, { slug }) {
      const { chat } = stage;
      const id = await stage.save(slug, { ...newTable(), dryRun: false, chatWebhook: chat.url });
      chat.breakDown();
      const { status, failure } = await stage.run(id);
      expect(status).toBe('error');
      expect(failure?.message).toMatch(/^Some tickets were not told of\. The chat did not take the message: .*Config/);
      chat.clear();
      await stage.run(id);
      expect(chat.messages).toHaveLength(2);
    },
  },
};
