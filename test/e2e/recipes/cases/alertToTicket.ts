import type { RecipeCase } from '../case.js';
import type { Stage } from '../furnish.js';

const alert = { key: 'disk srv 3', title: 'Disk is full', text: '97 % <of /var>', event: '1', state: 'firing' };
type Alert = Partial<typeof alert>;

const take = (change: Alert) => ({ sample: JSON.stringify({ ...alert, ...change }) });

/** Tickets of the alert's key, with what stands in them. */
async function listTickets({ client }: Stage) {
  const rows = await client.tickets.list({ q: { title_start: '[disk-srv-3]', s: 'id asc' } });
  return Promise.all(
    rows.map(async ({ friendly_id }) => {
      const { title, status, comments } = await client.tickets.get({ friendly_id });
      return { title, status, comments: comments?.map(({ body }) => body) };
    }),
  );
}

const opened = { title: '[disk-srv-3] Disk is full', status: 'incoming', comments: [] };

export const alertToTicket: RecipeCase = {
  slug: 'alert-to-ticket',
  settings: () => take({}),
  async seed({ client }) {
    const title = '[disk-srv-3] Disk is full';
    const { friendly_id } = await client.tickets.create({ title, type_id: 11_001, priority_id: 12_001 });
    await client.tickets.close({ friendly_id });
  },
  dry(_, { items, nodes }) {
    expect(items('Open ticket')).toEqual([
      expect.objectContaining({ record: expect.objectContaining({ dry_run: true, path: '/api/v1/tickets' }) }),
    ]);
    expect(nodes).not.toContain('Look again');
  },
  async real(stage) {
    expect(await listTickets(stage)).toEqual([{ ...opened, status: 'closed' }, opened]);
  },
  others: {
    async 'comments on the open ticket once per event, up to the ceiling, and closes it when told'(stage, { slug }) {
      const settings = { dryRun: false, maxWrites: 2, closeWhenResolved: true };
      const send = async (change: Alert) => {
        const execution = await stage.run(await stage.save(slug, { ...settings, ...take(change) }));
        expect(execution.status).toBe('success');
      };
      for (const event of ['1', '2', '2', '3', '4']) await send({ event });
      const comments = ['2', '3'].map((event) => `<p>Again: 97 % &lt;of /var&gt;</p><p>(event ${event})</p>`);
      expect((await listTickets(stage)).slice(1)).toEqual([{ ...opened, comments }]);

      await send({ event: '5', state: 'resolved' });
      expect((await listTickets(stage))[1]).toMatchObject({ status: 'closed', comments: { length: 3 } });
    },
    async 'closes a second open ticket of the key, which a run that was killed left'(stage, { slug }) {
      const title = '[disk-srv-3] Disk is full';
      const open = () => stage.client.tickets.create({ title, type_id: 11_001, priority_id: 12_001 });
      const { friendly_id } = await open();
      await open();
      const id = await stage.save(slug, { dryRun: false, ...take({}) });
      expect((await stage.run(id)).status).toBe('success');
      const comments = ['<p>Again: 97 % &lt;of /var&gt;</p><p>(event 1)</p>'];
      const second = {
        ...opened,
        status: 'closed',
        comments: [expect.stringContaining(`The same alert has ticket #${friendly_id}, which came first.`)],
      };
      expect((await listTickets(stage)).slice(1)).toEqual([{ ...opened, comments }, second]);

      stage.takeWrites();
      expect((await stage.run(id)).status).toBe('success');
      expect(stage.takeWrites()).toEqual([]);
    },
    async 'stops at an alert without a key'(stage, { slug }) {
      const { failure } = await stage.run(await stage.save(slug, { dryRun: false, ...take({ key: '' }) }));
      expect(failure?.message).toMatch(/^An alert came without a key or a title, and nothing was written\./);
      expect(stage.takeWrites()).toEqual([]);
    },
    async 'leaves one open ticket of ten alerts that come at once, and says 500 to one without a key'(stage, { slug }) {
      const { editor } = stage;
      const id = await stage.save(slug, { dryRun: false, closeWhenResolved: true });
      await editor.publish(id);
      const send = async (change: Alert) =>
        (await stage.callHook('bossdesk-alert', JSON.stringify({ ...alert, ...change }))).status;
      await stage.orderFaults([{ method: 'POST', path: '/api/v1/tickets', delay: 2000, times: 10 }]);
      const events = Array.from({ length: 10 }, (_, event) => String(event));
      expect(await Promise.all(events.map((event) => send({ event })))).toEqual(events.map(() => 200));
      const isOpen = ({ status }: { readonly status: string }) => status !== 'closed';
      // Some have asked before the first one was there.
      expect((await listTickets(stage)).length).toBeGreaterThan(2);
      expect((await listTickets(stage)).filter(isOpen)).toHaveLength(1);

      await send({ event: 'end', state: 'resolved' });
      expect((await listTickets(stage)).filter(isOpen)).toEqual([]);
      expect(await send({ key: '' })).toBe(500);
      await editor.unpublish(id);
    },
  },
};
