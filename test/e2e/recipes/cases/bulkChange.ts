import { randomUUID } from 'node:crypto';
import type { Execution } from '../../execution.js';
import type { RecipeCase } from '../case.js';
import { BYTE_ORDER_MARK, createTicket } from '../desk.js';
import type { Stage } from '../furnish.js';

const sheet =
  BYTE_ORDER_MARK +
  [
    'number,title,priority,team,agent',
    '1,,High,Security,',
    '#2,Renamed,,,al.dente@example.com',
    '3,,Medium,,',
    '3,,Urgent,,',
    '99,,High,,',
    'four,,High,,',
    '4,,Enormous,,',
    '4,,,,',
    '5,,,,',
  ].join('\n');

const reviewed = [
  '#1 One: priority Medium → High, team Service Desk → Security',
  '#2 Two: title Two → Renamed, agent none → al.dente@example.com',
];

const refused = [
  '#3 Three: is so already',
  expect.stringMatching(/^row 8, ticket 4: .*Enormous/),
  'row 5: ticket 3 stands in a row above, and only that one is taken',
  'row 7: "four" is no ticket number',
  'row 9: ticket 4 stands in a row above, and only that one is taken',
  'row 10: nothing is to change',
  expect.stringMatching(/^row 6, ticket 99: .*there is no ticket 99/),
];

const textOf = ({ items }: Execution, node: string): string => String(items(node)[0]?.['text']);

/** A table of its own: n8n keeps it, whereas the desk begins anew. */
const newTable = () => `bulk_${randomUUID().slice(0, 8)}`;

async function review(stage: Stage, slug: string, settings: { sample: string; table: string }): Promise<string> {
  const { items } = await stage.run(await stage.save(slug, settings));
  return String(items('Write review')[0]?.['code']);
}

async function readTickets({ client }: Stage) {
  const tickets = [];
  for (const friendly_id of [1, 2, 3, 4]) tickets.push(await client.tickets.get({ friendly_id }));
  return tickets.map(({ title, priority, team, agent }) => [title, priority?.name, team?.name, agent?.username]);
}

const asTheyWere = [
  ['One', 'Medium', 'Service Desk', undefined],
  ['Two', 'Medium', 'Service Desk', undefined],
  ['Three', 'Medium', 'Service Desk', undefined],
  ['Four', 'Medium', 'Service Desk', undefined],
];

const table = newTable();

/** What a review of the sheet, as the tickets are seeded, is called: its code is made of what it says. */
let approve = '';

export const bulkChange: RecipeCase = {
  slug: 'bulk-change-from-sheet',
  settings: () => ({ sample: sheet, table, approve }),
  async seed(stage) {
    for (const title of ['One', 'Two', 'Three', 'Four']) await createTicket(stage, { title });
    approve = await review(stage, 'bulk-change-from-sheet', { sample: sheet, table });
  },
  dry(_, execution) {
    expect(textOf(execution, 'Write report')).toBe(['Dry run, nothing was written.', ...reviewed].join('\n'));
  },
  async real(stage) {
    expect(await readTickets(stage)).toEqual([
      ['One', 'High', 'Security', undefined],
      ['Renamed', 'Medium', 'Service Desk', 'aldente'],
      ...asTheyWere.slice(2),
    ]);
  },
  second(_, execution) {
    expect(textOf(execution, 'Write report')).toBe(reviewed.map((line) => `done already: ${line}`).join('\n'));
  },
  others: {
    async 'only reviews without an approval, also where it may write'(stage, { slug }) {
      const execution = await stage.run(await stage.save(slug, { dryRun: false, sample: sheet, table: newTable() }));
      expect(execution).toMatchObject({ status: 'success', failure: undefined });
      const [first, ...others] = textOf(execution, 'Write review').split('\n');
      const code = String(execution.items('Write review')[0]?.['code']);
      expect(first).toBe(`Review ${code}: 2 tickets would change, nothing was written.`);
      expect(others).toEqual([...reviewed, ...refused, expect.stringContaining(`?approve=${code}`)]);
      expect(stage.takeWrites()).toEqual([]);
    },
    async 'leaves a ticket alone that somebody changed after the review, and writes the others'(stage, { slug }) {
      const settings = { dryRun: false, approve, table };
      await stage.client.tickets.update({ friendly_id: 1, priority_id: 12_004 });
      stage.takeWrites();
      const { status, failure } = await stage.run(await stage.save(slug, settings));
      expect(status).toBe('error');
      expect(failure?.message).toMatch(/^Not all was written\. not written: #1 One: .*somebody changed it since/);
      expect(stage.takeWrites()).toEqual(['PATCH /tickets/2']);
    },
    async 'does not write again what somebody has taken back since'(stage, { slug }) {
      const id = await stage.save(slug, { dryRun: false, approve, table });
      await stage.run(id);
      await stage.client.tickets.update({ friendly_id: 1, priority_id: 12_002 });
      stage.takeWrites();
      expect((await stage.run(id)).status).toBe('success');
      expect(stage.takeWrites()).toEqual([]);
    },
    async 'writes up to the ceiling, and goes on when it is approved again'(stage, { slug }) {
      const id = await stage.save(slug, { dryRun: false, maxWrites: 1, approve, table });
      expect(textOf(await stage.run(id), 'Write report')).toMatch(/The ceiling was reached: 1 more are approved\.[^]*/);
      expect(stage.takeWrites()).toEqual(['PATCH /tickets/1']);
      await stage.run(id);
      expect(stage.takeWrites()).toEqual(['PATCH /tickets/2']);
    },
    async 'says what one row was refused for, and writes it in the next run'(stage, { slug }) {
      await stage.orderFaults([
        { method: 'PATCH', path: '/api/v1/tickets/1', status: 422, body: { errors: { base: ['Locked'] } } },
      ]);
      const id = await stage.save(slug, { dryRun: false, approve, table });
      expect((await stage.run(id)).failure?.message).toMatch(/^Not all was written\. not written: #1 .*Locked/);
      stage.takeWrites();
      expect((await stage.run(id)).status).toBe('success');
      expect(stage.takeWrites()).toEqual(['PATCH /tickets/1']);
    },
    async 'refuses an empty sheet, another header and a code that no review has'(stage, { slug }) {
      const send = async (settings: Readonly<Record<string, string>>) =>
        (await stage.run(await stage.save(slug, { dryRun: false, table, ...settings }))).failure?.message;
      expect(await send({ sample: 'number,priority\n' })).toMatch(/^The CSV has no rows at all\. Nothing was reviewed/);
      expect(await send({ sample: 'ticket;prio\n1;High\n' })).toMatch(/^The columns of the CSV are ticket;prio\. /);
      expect(await send({ sample: 'number,prio\n1,High\n' })).toMatch(/^The columns of the CSV are number, prio\. /);
      expect(await send({ approve: 'guessed' })).toMatch(/^There is no review guessed, and nothing was written\./);
      expect(stage.takeWrites()).toEqual([]);
    },
    async 'takes a sheet that is posted, and the approval at the address'(stage, { slug }) {
      const { editor } = stage;
      const id = await stage.save(slug, { dryRun: false, table: newTable() });
      await editor.publish(id);
      const post = { method: 'POST', headers: { 'content-type': 'text/csv' }, body: sheet };
      const answer = (await (await stage.callHook('bossdesk-bulk-change', post)).json()) as {
        code: string;
        text: string;
      };
      expect(answer.text).toContain(reviewed[1]);
      expect(stage.takeWrites()).toEqual([]);
      const approved = await stage.callHook(`bossdesk-bulk-change?approve=${answer.code}`, post);
      expect(await approved.json()).toEqual({ text: reviewed.join('\n') });
      expect(stage.takeWrites()).toEqual(['PATCH /tickets/1', 'PATCH /tickets/2']);
      expect((await stage.callHook('bossdesk-bulk-change?approve=guessed', post)).status).toBe(500);
      await editor.unpublish(id);
    },
  },
};
