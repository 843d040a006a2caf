import { ids, tickets } from './seeded.js';
import { byId, type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

/** Custom fields of tickets, the same under any seed. */
const field = {
  assetTag: '35001',
  steps: '35002',
  users: '35004',
  neededBy: '35006',
  blocks: '35007',
  incidentType: '35008',
} as const;
const brokenCable = 36_002;

const mapFields = async (parameters: object) => (await desk.openPanel({ ...parameters })).mapFields('getCustomFields');

describe('the mapper', () => {
  it('offers every field of the class while no category is chosen', async () => {
    const { fields } = await mapFields({ resource: 'ticket', operation: 'create' });
    expect(fields.map(({ displayName, type }) => [displayName, type])).toEqual([
      ['Asset Tag', 'string'],
      ['Steps to Reproduce (Software)', 'string'],
      ['Reference Link', 'string'],
      ['Affected Users', 'number'],
      ['Estimated Cost', 'number'],
      ['Needed By', 'dateTime'],
      ['Blocks Work', 'boolean'],
      ['Incident Type (Network)', 'options'],
      ['Building', 'options'],
    ]);
    expect(fields[7]?.options).toContainEqual({ name: 'Broken cable', value: brokenCable });
  });

  it('offers those of the category chosen', async () => {
    const additionalFields = { categoryId: byId(ids.network) };
    const { fields } = await mapFields({ resource: 'ticket', operation: 'create', additionalFields });
    const names = fields.map(({ displayName }) => displayName);
    expect(names).toContain('Incident Type');
    expect(names).not.toContain('Steps to Reproduce');
  });

  it('offers those of a category that is given by name, and all while an expression is to give it', async () => {
    const offered = async (categoryId: string) => {
      const additionalFields = { categoryId: byId(categoryId) };
      const { fields } = await mapFields({ resource: 'ticket', operation: 'create', additionalFields });
      return fields.map(({ displayName }) => displayName);
    };
    expect(await offered('network')).toContain('Incident Type');
    expect(await offered('network')).not.toContain('Steps to Reproduce');
    expect(await offered('={{ $json.category }}')).toContain('Steps to Reproduce (Software)');
  });

  it('offers those of the CI type chosen, and of the types above it', async () => {
    const updateFields = { typeId: byId(ids.laptop) };
    const { fields } = await mapFields({ resource: 'ci', operation: 'update', updateFields });
    const names = fields.map(({ displayName }) => displayName);
    expect(names).toEqual(expect.arrayContaining(['Warranty Number', 'Encrypted Disk']));
    expect(names).not.toContain('Memory (GB)');
  });
});

describe('values', () => {
  const update = async (customFields: unknown, items: object[] = [{}]) => {
    const panel = {
      resource: 'ticket',
      operation: 'update',
      ticketNumber: byId(tickets.vpn),
      updateFields: {},
      customFields,
    };
    return desk.run(panel, { items });
  };
  const mapped = async (value: object | null, mappingMode = 'defineBelow') => {
    const { fields } = await mapFields({ resource: 'ticket', operation: 'update' });
    return { mappingMode, value, matchingColumns: [], schema: fields };
  };
  const sent = (run: Awaited<ReturnType<typeof update>>) => {
    expect(run.node.error).toBeUndefined();
    return (run.requests[0]?.body as { ticket: unknown }).ticket;
  };

  it('go by field id, only those given', async () => {
    const run = await update(
      await mapped({
        [field.assetTag]: 'PRN-8',
        [field.users]: '={{ "12" }}',
        [field.neededBy]: '2026-12-01T00:00:00',
        [field.blocks]: true,
        35003: null,
        35005: '',
      }),
    );
    expect(sent(run)).toEqual({
      custom_fields: {
        [field.assetTag]: 'PRN-8',
        [field.users]: 12,
        [field.neededBy]: '2026-12-01',
        [field.blocks]: true,
      },
    });
  });

  it.each([
    ['={{ "24/11/2026" }}', '2026-11-24'],
    ['={{ "24.11.2026" }}', '2026-11-24'],
    ['={{ "11/24/2026" }}', '2026-11-24'],
    ['2026-11-24', '2026-11-24'],
  ])('take the day %s of a spreadsheet', async (given, day) => {
    expect(sent(await update(await mapped({ [field.neededBy]: given })))).toEqual({
      custom_fields: { [field.neededBy]: day },
    });
  });

  it.each([
    ['={{ "Yes" }}', true],
    ['={{ "no" }}', false],
    ['={{ 1 }}', true],
    ['={{ "0" }}', false],
  ])('take %s for yes or no', async (given, expected) => {
    expect(sent(await update(await mapped({ [field.blocks]: given })))).toEqual({
      custom_fields: { [field.blocks]: expected },
    });
  });

  it('by the names of fields are read in the same way', async () => {
    const run = await update({ 'Blocks Work': 'yes', 'Needed By': '24/11/2026', Building: null });
    expect(run.requests.at(-1)?.body).toMatchObject({
      ticket: { custom_fields: { [field.blocks]: true, [field.neededBy]: '2026-11-24' } },
    });
    const wrong = await update({ 'Blocks Work': 'perhaps' });
    expect(() => wrong.json).toThrow('Custom Fields: Blocks Work takes true or false, yes or no, 1 or 0');
    const unclear = await update({ 'Needed By': '03/04/2026' });
    expect(() => unclear.json).toThrow('Custom Fields: Needed By takes a day as YYYY-MM-DD');
    expect([...wrong.wire, ...unclear.wire].filter((line) => !line.startsWith('GET'))).toEqual([]);
  });

  it('by the ids of fields are read in the same way', async () => {
    const run = await update({ [field.blocks]: 'no', [field.neededBy]: '24.11.2026', [field.assetTag]: 'yes' });
    expect(run.requests.at(-1)?.body).toEqual({
      ticket: { custom_fields: { [field.blocks]: false, [field.neededBy]: '2026-11-24', [field.assetTag]: 'yes' } },
    });
    const unclear = await update({ [field.neededBy]: '03/04/2026' });
    expect(() => unclear.json).toThrow('Custom Fields: Needed By takes a day as YYYY-MM-DD');
  });

  it('name a drop-down option by its name or id', async () => {
    const byName = await update(await mapped({ [field.incidentType]: '={{ "broken CABLE" }}' }));
    expect(sent(byName)).toEqual({ custom_fields: { [field.incidentType]: brokenCable } });
    const byNumber = await update(await mapped({ [field.incidentType]: brokenCable }));
    expect(sent(byNumber)).toEqual({ custom_fields: { [field.incidentType]: brokenCable } });
  });

  it('come from the item where columns bear the names of fields', async () => {
    const run = await update(await mapped(null, 'autoMapInputData'), [{ 'Asset Tag': 'PRN-9', other: 1 }]);
    expect(sent(run)).toEqual({ custom_fields: { [field.assetTag]: 'PRN-9' } });
    const ofCategory = await update(await mapped(null, 'autoMapInputData'), [{ 'Steps to Reproduce': 'Open it' }]);
    expect(sent(ofCategory)).toEqual({ custom_fields: { [field.steps]: 'Open it' } });
  });

  it('can be handed on as a simplified record has them', async () => {
    const [ticket] = (await desk.run({ resource: 'ticket', operation: 'get', ticketNumber: byId(tickets.full) })).json;
    expect(Object.keys(ticket?.['custom_fields'] ?? {}).length).toBeGreaterThan(1);
    const run = await update(await mapped(null, 'autoMapInputData'), [ticket ?? {}]);
    expect(run.json).toMatchObject([{ updated: true }]);
    const [from, to] = await Promise.all(
      [tickets.full, tickets.vpn].map((friendly_id) => desk.client.tickets.get({ friendly_id })),
    );
    expect(to?.custom_fields).toMatchObject(from?.custom_fields ?? {});
  });

  it('can be an object by field id', async () => {
    const run = await update({ [field.assetTag]: '={{ "PRN" + "-7" }}' });
    expect(sent(run)).toEqual({ custom_fields: { [field.assetTag]: 'PRN-7' } });
  });

  it('stay as they are on the server where they are not given', async () => {
    const before = await desk.client.tickets.get({ friendly_id: tickets.full });
    await desk.run({
      resource: 'ticket',
      operation: 'update',
      ticketNumber: byId(tickets.full),
      updateFields: {},
      customFields: { mappingMode: 'defineBelow', value: { [field.assetTag]: 'PRN-1' } },
    });
    const { custom_fields } = await desk.client.tickets.get({ friendly_id: tickets.full });
    expect(custom_fields).toEqual({ ...before.custom_fields, [field.assetTag]: 'PRN-1' });
  });

  it('are emptied where that is said', async () => {
    const customFields = { [field.assetTag]: 'PRN-2' };
    const run = await desk.run({
      resource: 'ticket',
      operation: 'update',
      ticketNumber: byId(tickets.full),
      updateFields: { clearCustomFields: [Number(field.users)] },
      customFields,
    });
    expect(sent(run)).toEqual({ custom_fields: { ...customFields, [field.users]: null } });
  });

  it.each([
    [
      'an option that there is not',
      field.incidentType,
      '={{ "Broken heart" }}',
      'one of its options, not "Broken heart"',
    ],
    ['a text for a number', field.users, '={{ "many" }}', 'Affected Users takes a number, not "many"'],
    ['a day written otherwise', field.neededBy, '={{ "12/01/2026" }}', 'Needed By takes a day (YYYY-MM-DD)'],
  ])('are refused before a request for %s', async (_, id, value, message) => {
    const run = await update(await mapped({ [id]: value }));
    expect(() => run.json).toThrow(message);
    expect(run.wire).toEqual([]);
  });

  it('go with a new ticket', async () => {
    const run = await desk.run({
      resource: 'ticket',
      operation: 'create',
      title: 'Cable',
      typeId: byId(ids.incident),
      priorityId: byId(ids.low),
      customFields: await mapped({ [field.incidentType]: brokenCable }),
    });
    expect(run.json[0]).toMatchObject({ custom_fields: { 'Incident Type': 'Broken cable' } });
  });
});
