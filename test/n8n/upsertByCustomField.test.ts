import { ids } from './seeded.js';
import { byId, type Desk, openDesk } from './support.js';

const newest = { field: 'friendly_id', predicate: 'isAtLeast', value: '290' };

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ tickets: 301 });
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const upsert = (parameters: object = {}, items?: readonly object[]) =>
  desk.run(
    {
      resource: 'ticket',
      operation: 'upsert',
      matchOn: 'custom_field',
      matchCustomField: byId('asset tag'),
      title: 'Disk is full',
      typeId: byId(ids.incident),
      priorityId: byId('High'),
      customFields: { 'Asset Tag': 'ALERT-1' },
      filters: { conditions: [newest] },
      ...parameters,
    },
    items === undefined ? {} : { items },
  );
const writesOf = ({ wire }: { wire: string[] }) => wire.filter((line) => !line.startsWith('GET'));

it('creates a ticket, leaves it as it is, then updates what differs', async () => {
  const created = await upsert();
  expect(created.json).toMatchObject([{ action: 'created', custom_fields: { 'Asset Tag': 'ALERT-1' } }]);
  const again = await upsert();
  expect(again.json).toMatchObject([{ action: 'unchanged', friendly_id: created.json[0]?.['friendly_id'] }]);
  expect(writesOf(again)).toEqual([]);
  const changed = await upsert({ priorityId: byId('Low') });
  expect(changed.json).toMatchObject([{ action: 'updated', priority: 'Low' }]);
  expect(changed.requests.find(({ method }) => method === 'PATCH')?.body).toEqual({
    ticket: { priority_id: ids.low, lock_version: expect.any(Number) },
  });
  const other = await upsert({ customFields: { 'Asset Tag': 'ALERT-2' } });
  expect(other.json).toMatchObject([{ action: 'created' }]);
});

it('does not mind blanks around the value', async () => {
  const custom_fields = { 35001: 'ALERT-1 ' };
  const given = { title: 'Disk is full', type_id: ids.incident, priority_id: ids.high, custom_fields };
  const { friendly_id } = await desk.client.tickets.create(given);
  const run = await upsert({ customFields: { 'Asset Tag': ' ALERT-1' }, options: { dryRun: true } });
  expect(run.json).toMatchObject([{ action: 'updated', path: `/api/v1/tickets/${friendly_id}` }]);
});

it('finds for the second item what the first one created', async () => {
  const run = await upsert({}, [{}, {}]);
  expect(run.json).toMatchObject([{ action: 'created' }, { action: 'unchanged' }]);
});

it('asks BOSSDesk for what the filters let through, and reads each of those', async () => {
  const run = await upsert({ options: { dryRun: true } });
  expect(run.json).toMatchObject([{ action: 'created', dry_run: true, method: 'POST' }]);
  const [lists, reads] = [/^GET \/tickets\?/, /^GET \/tickets\/\d+$/].map((line) =>
    run.wire.filter((sent) => line.test(sent)),
  );
  expect(lists?.length).toBeGreaterThan(0);
  for (const line of lists ?? []) expect(line).toContain('q[friendly_id_gteq]=290');
  expect(reads).toHaveLength(12);
  expect(writesOf(run)).toEqual([]);
});

it('takes an option by its name', async () => {
  const given = { matchCustomField: byId('Building'), customFields: { Building: 'Warehouse' } };
  expect((await upsert(given)).json).toMatchObject([{ action: 'created', custom_fields: { Building: ['Warehouse'] } }]);
  expect((await upsert(given)).json).toMatchObject([{ action: 'unchanged' }]);
});

it('refuses several that have the value, naming them', async () => {
  for (const title of ['One', 'Two']) {
    const custom_fields = { 35001: 'ALERT-1' };
    await desk.client.tickets.create({ title, type_id: ids.incident, priority_id: ids.high, custom_fields });
  }
  const run = await upsert();
  expect(() => run.json).toThrow(
    /^Several tickets have the custom field Asset Tag "ALERT-1": Two \(number \d+\), One \(number \d+\)/,
  );
  expect(writesOf(run)).toEqual([]);
});

it.each<[string, object, string]>([
  [
    'no value',
    { customFields: { 'Asset Tag': '={{ $json.none }}' } },
    'Custom Fields: Asset Tag is empty, and is what',
  ],
  ['no values', { customFields: null }, 'Custom Fields: Asset Tag is empty, and is what Match On looks for'],
  ['no field', { matchCustomField: byId('={{ $json.none }}') }, 'Match On Custom Field is empty'],
  ['an unknown field', { matchCustomField: byId('Asset Tga') }, 'no custom field of tickets is called "Asset Tga"'],
  [
    'more tickets than are read',
    { filters: {} },
    'To find the custom field Asset Tag "ALERT-1", more than 300 tickets would have to be read one by one',
  ],
  ['another key', { matchOn: 'title' }, 'Match On takes no field "title"'],
])('writes nothing for %s', async (_, parameters, message) => {
  const run = await upsert(parameters);
  expect(() => run.json).toThrow(message);
  expect(writesOf(run)).toEqual([]);
});

it('takes a tag and a custom field as BOSSDesk gives them', async () => {
  const run = await upsert({ matchOn: 'tag', matchTag: byId('={{ $json.tag }}'), options: { dryRun: true } }, [
    { tag: { id: ids.vip, name: 'vip' } },
  ]);
  expect(run.json).toMatchObject([{ dry_run: true, body: { ticket: { tag_ids: [ids.vip] } } }]);
  const field = await upsert({ matchCustomField: byId('={{ $json.field }}'), options: { dryRun: true } }, [
    { field: { id: 35_001, name: 'Asset Tag' } },
  ]);
  expect(field.json).toMatchObject([{ action: 'created', dry_run: true }]);
});

it('narrows down a tag as well', async () => {
  const tagged = (value: string) =>
    upsert({
      matchOn: 'tag',
      matchTag: byId('vip'),
      filters: { conditions: [{ field: 'title', predicate: 'is', value }] },
      title: value,
    });
  expect((await tagged('Only this')).json).toMatchObject([{ action: 'created' }]);
  expect((await tagged('Only this')).json).toMatchObject([{ action: 'unchanged' }]);
});

it('offers custom fields and tags of tickets alone', async () => {
  const panel = await desk.openPanel({ resource: 'ticket', operation: 'upsert' });
  const offered = async (method: string) => (await panel.searchList(method)).results.map(({ name }) => name);
  expect(await offered('searchCustomFields')).toContain('Asset Tag');
  expect(await offered('searchCustomFields')).not.toContain('Warranty Number');
  expect(await offered('searchTags')).not.toContain('Intern');
});
