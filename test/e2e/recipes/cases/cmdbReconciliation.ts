import type { RecipeCase } from '../case.js';
import { BYTE_ORDER_MARK, findUser } from '../desk.js';
import type { Stage } from '../furnish.js';

const LAPTOP = 17_004;
const sample = [
  'serial_number,name,model,type,owner',
  'SN-1,LAP-1,T14,Laptop,al.dente@example.com',
  'SN-2,LAP-2,,,barrycade',
  'SN-3,SRV-3,R650,Server,',
].join('\n');

async function readCis({ client }: Stage) {
  const rows = await client.cis.list({ q: { s: 'id asc' } });
  const cis = await Promise.all(rows.map(({ friendly_id }) => client.cis.get({ friendly_id })));
  return cis.map(({ name, serial_number, model, type, users }) => [
    serial_number,
    name,
    model ?? '',
    type?.name,
    users?.map(({ username }) => username).join(),
  ]);
}

const reconciled = [
  ['SN-1', 'LAP-1', 'T14', 'Laptop', 'aldente'],
  ['SN-9', 'LAP-9', '', 'Laptop', ''],
  ['SN-2', 'LAP-2', '', 'Laptop', 'barrycade'],
  ['SN-3', 'SRV-3', 'R650', 'Server', ''],
];

/** One CI by another name and model, one that the export lacks. */
export const cmdbReconciliation: RecipeCase = {
  slug: 'cmdb-reconciliation',
  settings: ({ chat }) => ({ sample: BYTE_ORDER_MARK + sample, chatWebhook: chat.url }),
  async seed(stage) {
    const { id } = await findUser(stage, 'aldente');
    const fields = { type_id: LAPTOP, status_id: 18_001 };
    await stage.client.cis.create({ ...fields, name: 'OLD-1', serial_number: 'SN-1', model: 'T13', user_ids: [id] });
    await stage.client.cis.create({ ...fields, name: 'LAP-9', serial_number: 'SN-9' });
  },
  dry(_, { items }) {
    expect(String(items('Write report')[0]?.['text']).split('\n')).toEqual([
      'Dry run, nothing was written.',
      'updated: LAP-1 (SN-1)',
      'created: LAP-2 (SN-2)',
      'created: SRV-3 (SN-3)',
      'not in the export: LAP-9 (SN-9)',
      'without an owner: LAP-9',
    ]);
  },
  async real(stage) {
    expect(await readCis(stage)).toEqual(reconciled);
  },
  second({ chat }) {
    expect(chat.messages[1]?.split('\n')).toEqual([
      'not in the export: LAP-9 (SN-9)',
      'without an owner: LAP-9',
      'without an owner: SRV-3',
    ]);
  },
  others: {
    async 'takes an export that is posted, up to the ceiling, and goes on when it comes again'(stage, { slug }) {
      const { editor, chat } = stage;
      const id = await stage.save(slug, { dryRun: false, maxWrites: 2, chatWebhook: chat.url });
      await editor.publish(id);
      const send = async (body: string) => {
        const post = { method: 'POST', headers: { 'content-type': 'text/csv' }, body };
        return (await stage.callHook('bossdesk-inventory', post)).status;
      };
      expect(await send(sample)).toBe(200);
      expect(stage.takeWrites()).toHaveLength(2);
      expect(chat.messages[0]).toContain('The ceiling was reached: 1 more differ.');
      expect(await send(sample)).toBe(200);
      expect(stage.takeWrites()).toHaveLength(1);
      expect(await readCis(stage)).toEqual(reconciled);
      expect(await send('serial;host\nSN-1;LAP-1\n')).toBe(500);
      await editor.unpublish(id);
    },
    async 'writes the other rows where one names an owner that the desk does not know'(stage, { slug }) {
      const wrong = sample.replace('barrycade', 'nobody');
      const { status, failure } = await stage.run(await stage.save(slug, { dryRun: false, sample: wrong }));
      expect(status).toBe('error');
      expect(failure?.message).toMatch(/^Not all was written\. not done: LAP-2 \(SN-2\) \(.*nobody/);
      expect(stage.takeWrites()).toHaveLength(2);
    },
    async 'says what is wrong with an empty export, and with another header'(stage, { slug }) {
      const send = async (csv: string) =>
        (await stage.run(await stage.save(slug, { dryRun: false, sample: csv }))).failure;
      expect((await send('serial_number,name\n'))?.message).toContain('It has no rows at all.');
      expect((await send('serial,host\nSN-1,LAP-1\n'))?.message).toContain('serial, host');
      expect(stage.takeWrites()).toEqual([]);
    },
  },
};
