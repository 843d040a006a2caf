import type { RecipeCase } from '../case.js';
import { createTicket } from '../desk.js';
import type { Stage } from '../furnish.js';

const ESCALATED = 14_004;
const WAITING = 14_001;
/** How many days after it was opened a ticket is due in the sandbox, by its priority. */
const due = { low: { priority_id: 12_001, days: 8 }, high: { priority_id: 12_003, days: 4 } } as const;
const TWO_HOURS = 2 / 24;

/** Opens a ticket that is due so many days from now. */
async function openDue(stage: Stage, title: string, inDays: number, extended_status_id?: number): Promise<void> {
  const { days, priority_id } = inDays > 0 ? due.low : due.high;
  stage.moveClock(inDays - days);
  await createTicket(stage, {
    title,
    priority_id,
    ...(extended_status_id === undefined ? {} : { extended_status_id }),
  });
  stage.moveClock(0);
}

async function readTicket({ client }: Stage, friendly_id: number) {
  const { extended_status, comments } = await client.tickets.get({ friendly_id });
  return [extended_status?.name, ...(comments ?? []).map(({ body, is_public }) => [body.slice(0, 24), is_public])];
}

export const overdueEscalation: RecipeCase = {
  slug: 'overdue-escalation',
  settings: ({ chat }) => ({ chatWebhook: chat.url }),
  async seed(stage) {
    await openDue(stage, 'Overdue', -1);
    await openDue(stage, 'Long overdue', -3);
    await openDue(stage, 'Overdue, but waits', -1, WAITING);
    await openDue(stage, 'Escalated', -1, ESCALATED);
    await openDue(stage, 'Due soon', TWO_HOURS);
    await openDue(stage, 'Due soon, but waits', TWO_HOURS, WAITING);
    await openDue(stage, 'Due later', 2);
  },
  dry(_, { items }) {
    expect(items('Write report')[0]?.['text']).toMatch(
      /^Dry run, nothing was done\.\nOverdue: #2 Long overdue \(nobody\), due .*\nOverdue: #1 Overdue .*\nDue soon: #5 Due soon .*$/,
    );
  },
  async real(stage) {
    const desk = [];
    for (const friendly_id of [1, 2, 3, 4, 5, 6, 7]) desk.push(await readTicket(stage, friendly_id));
    expect(desk).toEqual([
      ['Escalated'],
      ['Escalated'],
      ['Waiting on Customer'],
      ['Escalated'],
      [undefined, ['<p>This ticket is due at', false]],
      ['Waiting on Customer'],
      [undefined],
    ]);
  },
  second({ chat }) {
    expect(chat.messages).toEqual([expect.stringMatching(/^Overdue: #2 /)]);
  },
  others: {
    async 'escalates no more than the ceiling, the longest overdue first'(stage, { slug }) {
      const id = await stage.save(slug, { dryRun: false, maxWrites: 1 });
      expect((await stage.run(id)).items('Write report')[0]?.['text']).toContain('The ceiling was reached');
      expect(stage.takeWrites()).toEqual(['PATCH /tickets/2', 'POST /tickets/5/comments']);
      await stage.run(id);
      expect(stage.takeWrites()).toEqual(['PATCH /tickets/1']);
    },
    async 'says what it did not do where the desk has no such status'(stage, { slug }) {
      const { status, failure } = await stage.run(await stage.save(slug, { dryRun: false, escalatedStatus: 'Alarm' }));
      expect(status).toBe('error');
      expect(failure?.message).toMatch(/^Not all was done\. Not done: #2 \(.*Alarm.*; Not done: #1 /);
      // The others are done all the same.
      expect(stage.takeWrites()).toEqual(['POST /tickets/5/comments']);
    },
  },
};
