import type { RecipeCase } from '../case.js';
import { createTicket, findUser } from '../desk.js';
import type { Stage } from '../furnish.js';

const week = '2026-W47';
const csv = [
  'date,ticket,title,requester,agent,task,minutes,hours,billable',
  '2026-11-16,1,"\'=Sum, of it",aldente,barrycade,,50,0.83,yes',
  '2026-11-22,2,Two,jackpot,jackpot,,120,2,no',
].join('\n');

async function fetchCsv(stage: Stage, query: string): Promise<[number, string]> {
  const response = await stage.callHook(`bossdesk-time-export?${query}`);
  return [response.status, (await response.text()).replace(/^\uFEFF/, '').trim()];
}

export const weeklyTimeExport: RecipeCase = {
  slug: 'weekly-time-export',
  settings: ({ chat }) => ({ week, chatWebhook: chat.url }),
  async seed(stage) {
    const { client } = stage;
    const [al, barry] = [await findUser(stage, 'aldente'), await findUser(stage, 'barrycade')];
    const [one, two] = [
      (await createTicket(stage, { title: '=Sum, of it', requester_id: al.id })).friendly_id,
      (await createTicket(stage, { title: 'Two' })).friendly_id,
    ];
    await createTicket(stage, { title: 'Without time' });
    const log = (friendly_id: number, date: string, duration: number) =>
      client.timeEntries.create({ friendly_id, date, duration });
    await log(two, '2026-11-22', 120);
    await log(two, '2026-11-15', 5);
    await log(two, '2026-11-23', 5);
    await client.timeEntries.create({
      friendly_id: one,
      date: '2026-11-16',
      duration: 50,
      billable: true,
      agent_id: barry.id,
    });
  },
  isReader: true,
  dry(_, { items }) {
    expect(items('One row per entry')).toEqual([
      expect.objectContaining({ ticket: 1, minutes: 50 }),
      expect.objectContaining({ ticket: 2, minutes: 120 }),
    ]);
  },
  async real({ chat }) {
    expect(chat.messages[0]).toBe('Time of 2026-W47: 2 entries, 2.83 hours, of which 0.83 billable');
  },
  others: {
    async 'hands the file to whoever asks, and says 500 to a week that is none'(stage, { slug }) {
      const { editor } = stage;
      const id = await stage.save(slug, {});
      await editor.publish(id);
      expect(await fetchCsv(stage, `week=${week}`)).toEqual([200, csv]);
      expect(await fetchCsv(stage, 'week=2026-W02')).toEqual([200, expect.stringMatching(/^date,ticket,[^\n]*\n,+$/)]);
      expect((await fetchCsv(stage, 'week=soon'))[0]).toBe(500);
      await editor.unpublish(id);
    },
  },
};
