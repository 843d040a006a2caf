import type { RecipeCase } from '../case.js';
import { findUser } from '../desk.js';
import type { Stage } from '../furnish.js';

const request = {
  kind: 'joiner',
  person: 'Al Dente',
  email: 'al.dente@example.com',
  date: '2026-12-10',
  device: 'LAP-1',
};
const ask = (change: Partial<typeof request> = {}) => ({ sample: JSON.stringify({ ...request, ...change }) });
const joinerTasks = 'Service Desk | Account | -5\nHardware Team | Workplace | 1';

async function readDesk({ client }: Stage) {
  const tickets = await client.tickets.list({ q: { s: 'id asc' } });
  const whole = await Promise.all(tickets.map(({ friendly_id }) => client.tickets.get({ friendly_id })));
  const cis = await client.cis.list({ q: { s: 'id asc' } });
  const devices = await Promise.all(cis.map(({ friendly_id }) => client.cis.get({ friendly_id })));
  return {
    tickets: whole.map(({ title, tasks }) => [
      title,
      ...(tasks ?? []).map((task) => [task.title, task.team?.name, task.due_at?.slice(0, 10)].join(', ')),
    ]),
    devices: devices.map(({ name, status, users }) =>
      [name, status?.name, ...(users ?? []).map(({ username }) => username)].join(', '),
    ),
  };
}

const ticket = [
  '[joiner al.dente@example.com] Al Dente, 2026-12-10',
  'Account, Service Desk, 2026-12-05',
  'Workplace, Hardware Team, 2026-12-11',
];

export const joinerLeaver: RecipeCase = {
  slug: 'joiner-leaver',
  settings: ({ chat }) => ({ ...ask(), joinerTasks, chatWebhook: chat.url }),
  async seed(stage) {
    const { id } = await findUser(stage, 'barrycade');
    const fields = { type_id: 17_004, status_id: 18_004 };
    await stage.client.cis.create({ ...fields, name: 'LAP-1', serial_number: 'SN-1' });
    for (const name of ['LAP-2', 'LAP-3']) {
      await stage.client.cis.create({ ...fields, status_id: 18_001, name, serial_number: name, user_ids: [id] });
    }
  },
  dry(_, { items }) {
    expect(String(items('Write report')[0]?.['text']).split('\n')).toEqual([
      'Dry run, nothing was written. Joiner Al Dente, 2026-12-10',
      'task for Service Desk: Account, due 2026-12-05',
      'task for Hardware Team: Workplace, due 2026-12-11',
      'device given out: LAP-1',
    ]);
  },
  async real(stage) {
    expect(await readDesk(stage)).toEqual({
      tickets: [ticket],
      devices: ['LAP-1, Active, aldente', 'LAP-2, Active, barrycade', 'LAP-3, Active, barrycade'],
    });
  },
  second({ chat }) {
    expect(chat.messages).toHaveLength(1);
  },
  others: {
    async 'takes the devices of a leaver back'(stage, { slug }) {
      const leaver = ask({ kind: 'leaver', person: 'Barry Cade', email: 'barry.cade@example.com', device: '' });
      const id = await stage.save(slug, { ...leaver, leaverTasks: 'Security | Block | 0', dryRun: false });
      expect((await stage.run(id)).status).toBe('success');
      expect(await readDesk(stage)).toEqual({
        tickets: [['[leaver barry.cade@example.com] Barry Cade, 2026-12-10', 'Block, Security, 2026-12-10']],
        devices: ['LAP-1, In Stock', 'LAP-2, In Stock', 'LAP-3, In Stock'],
      });
      stage.takeWrites();
      await stage.run(id);
      expect(stage.takeWrites()).toEqual([]);
    },
    async 'goes on after a device and a team that the desk does not know, when the request comes again'(
      stage,
      { slug },
    ) {
      const wrong = { ...ask({ device: 'LAP-9' }), joinerTasks: joinerTasks.replace('Hardware Team', 'Nobody') };
      const { failure } = await stage.run(await stage.save(slug, { ...wrong, dryRun: false }));
      expect(failure?.message).toMatch(
        /^Not all was written\. not done: task Workplace \(.*Nobody.*; not done: device LAP-9 \(/,
      );
      expect((await readDesk(stage)).tickets).toEqual([ticket.slice(0, 2)]);
      await stage.run(await stage.save(slug, { ...ask(), joinerTasks, dryRun: false }));
      expect((await readDesk(stage)).tickets).toEqual([ticket]);
    },
    async 'stops at a request that is not whole'(stage, { slug }) {
      const { failure } = await stage.run(await stage.save(slug, { ...ask({ date: 'soon' }), dryRun: false }));
      expect(failure?.message).toMatch(/^The request is not whole, and nothing was written\./);
      expect(stage.takeWrites()).toEqual([]);
    },
  },
};
