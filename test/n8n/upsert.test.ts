import { ids } from './seeded.js';
import { byId, type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const upsert = (resource: string, parameters: object, items?: readonly object[]) =>
  desk.run({ resource, operation: 'upsert', ...parameters }, items === undefined ? {} : { items });
const writesOf = ({ wire }: { wire: string[] }) => wire.filter((line) => !line.startsWith('GET'));

const user = (additionalFields: object = {}, parameters: object = {}) =>
  upsert('user', {
    username: 'whilpert',
    additionalFields: {
      email: 'whilpert@example.com',
      firstName: 'Westley',
      tagIds: '["Intern"]',
      ...additionalFields,
    },
    ...parameters,
  });

describe('a user', () => {
  it('is created, then left as it is, then updated where it differs', async () => {
    const created = await user();
    expect(created.json).toMatchObject([{ action: 'created', username: 'whilpert', tags: ['Intern'] }]);
    const again = await user();
    expect(again.json).toMatchObject([{ action: 'unchanged', friendly_id: created.json[0]?.['friendly_id'] }]);
    expect(writesOf(again)).toEqual([]);
    const changed = await user({ designation: 'Analyst', groupId: byId('Managers') });
    expect(changed.json).toMatchObject([{ action: 'updated', designation: 'Analyst', group: 'Managers' }]);
    expect(changed.requests.find(({ method }) => method === 'PATCH')?.body).toEqual({
      user: { designation: 'Analyst', group_id: 21_001 },
    });
    expect(writesOf(await user({ designation: 'Analyst', groupId: byId('Managers') }))).toEqual([]);
  });

  it('is found by e-mail address, and its user name then follows', async () => {
    await user();
    const run = await user({}, { username: 'westley', matchOn: 'email' });
    expect(run.json).toMatchObject([{ action: 'updated', username: 'westley' }]);
    expect(await desk.client.users.list({ q: { email_eq: 'whilpert@example.com' } })).toHaveLength(1);
  });

  it('is refused with an empty key, before a request', async () => {
    const run = await user({ email: '' }, { matchOn: 'email', additionalFields: {} });
    expect(() => run.json).toThrow('Email is empty, and is what Match On looks for');
    expect(writesOf(run)).toEqual([]);
  });

  it('tells in a dry run what it would do', async () => {
    const dry = (username: string) => user({ designation: 'Boss' }, { username, options: { dryRun: true } });
    await user();
    const runs = [await dry('nobody.yet'), await dry('whilpert')];
    expect(runs.map(({ json }) => json[0])).toMatchObject([
      { action: 'created', dry_run: true, method: 'POST' },
      { action: 'updated', dry_run: true, method: 'PATCH', body: { user: { designation: 'Boss' } } },
    ]);
    expect(runs.flatMap(writesOf)).toEqual([]);
  });
});

describe('a CI', () => {
  const ci = (parameters: object) => upsert('ci', { name: 'Plotter', ...parameters });

  it.each([
    ['serial_number', { additionalFields: { serialNumber: 'SN-1' } }],
    ['control_number', { additionalFields: { controlNumber: 'C-1' } }],
    ['name', { additionalFields: { model: 'X' } }],
    ['barcode', { barcode: 'Plotter', additionalFields: { model: 'X' } }],
  ])('is found by its %s', async (matchOn, parameters) => {
    const actions = [];
    for (let turn = 0; turn < 2; turn += 1) actions.push((await ci({ matchOn, ...parameters })).json[0]?.['action']);
    expect(actions).toEqual(['created', 'unchanged']);
  });

  it('is not created for a barcode that it would not get', async () => {
    const run = await ci({ matchOn: 'barcode', barcode: '86-42' });
    expect(() => run.json).toThrow('No CI has the Barcode "86-42", and BOSSDesk would give a new one another');
    expect(writesOf(run)).toEqual([]);
  });

  it('is refused where several have the key, which are named', async () => {
    for (const name of ['One', 'Two']) await desk.client.cis.create({ name, serial_number: 'SN-2' });
    const run = await ci({ matchOn: 'serial_number', additionalFields: { serialNumber: 'SN-2' } });
    expect(() => run.json).toThrow(/Several CIs have Serial Number "SN-2": One \(number \d+\), Two \(number \d+\)/);
    expect(writesOf(run)).toEqual([]);
  });

  it('keeps custom fields that are the same', async () => {
    const customFields = { 'Warranty Number': 'W-1' };
    const given = { matchOn: 'name', customFields };
    expect((await ci(given)).json).toMatchObject([{ action: 'created', custom_fields: customFields }]);
    expect((await ci(given)).json).toMatchObject([{ action: 'unchanged' }]);
    const other = await ci({ ...given, customFields: { 'Warranty Number': 'W-2' } });
    expect(other.json).toMatchObject([{ action: 'updated', custom_fields: { 'Warranty Number': 'W-2' } }]);
  });
});

describe('a ticket', () => {
  const ticket = (parameters: object) =>
    upsert('ticket', { title: 'Import', typeId: byId(ids.incident), priorityId: byId('High'), ...parameters });

  it('is found by a tag, which a new one is given', async () => {
    const tag = await findFreeTag();
    const created = await ticket({ matchTag: byId(tag.name) });
    expect(created.json).toMatchObject([{ action: 'created', tags: [tag.name] }]);
    const again = await ticket({ matchTag: byId(tag.name) });
    expect(again.json).toMatchObject([{ action: 'unchanged' }]);
    const changed = await ticket({
      matchTag: byId(tag.name),
      priorityId: byId('Low'),
      additionalFields: { tagIds: ['vip'] },
    });
    expect(changed.json).toMatchObject([{ action: 'updated', priority: 'Low' }]);
    expect(changed.requests.find(({ method }) => method === 'PATCH')?.body).toEqual({
      ticket: { priority_id: ids.low, tag_ids: [ids.vip, tag.id], lock_version: expect.any(Number) },
    });
  });

  it('is refused where several have the tag, and without one', async () => {
    const several = await ticket({ matchTag: byId('vip') });
    expect(() => several.json).toThrow(/^Several tickets have the tag "vip": .*\(number \d+\)/);
    const none = await ticket({ matchTag: byId('={{ $json.none }}') });
    expect(() => none.json).toThrow('Match On Tag is empty');
    expect([...writesOf(several), ...writesOf(none)]).toEqual([]);
  });

  async function findFreeTag() {
    const tags = (await desk.client.tags.list()).filter(({ owner_class }) => owner_class === 'ticket');
    for (const tag of tags) {
      const found = await desk.client.tickets.list({ q: { tags_id_eq: tag.id }, page: 1, per_page: 30 });
      await Promise.all(found.map(({ friendly_id }) => desk.client.tickets.update({ friendly_id, tag_ids: [] })));
      if (tag.name !== 'vip' && found.length < 30) return tag;
    }
    throw new Error('Every tag has many tickets');
  }
});
