import { useSandbox } from '../testing/useSandbox.js';

const { call, get } = useSandbox({ tickets: 10, cis: 40, users: 12 });

describe('CIs', () => {
  it('are listed with a summary, and whole by number', async () => {
    const rows = (await get('/cis?q[name_eq]=BOSS-1000')).json as object[];
    expect(Object.keys(rows[0] ?? {})).toEqual([
      'id',
      'friendly_id',
      'name',
      'description',
      'online',
      'updated_at',
      'archived',
      'inventory',
      'type',
      'status',
    ]);
    expect((await get('/cis/1')).json).toMatchObject({
      name: 'BOSS-1000',
      serial_number: '09384124-2-4124-24s',
      users: [{ username: 'aldente', roles: [{ name: 'Technician' }, { name: 'Helpdesk' }] }],
      purchase_order: { number: 'PO12345' },
    });
  });

  it('found by barcode have no users', async () => {
    const { status, json } = await get('/cis/by_barcode/BOSS-1000');
    expect([status, json]).toEqual([200, expect.not.objectContaining({ users: expect.anything() })]);
  });

  it('are created in the form of the doc: no icon, no purchase order', async () => {
    const ci = {
      name: 'TS-21442',
      type_id: 17_005,
      status_id: 18_001,
      tag_ids: [31_007],
      user_ids: [22_002],
      custom_fields: { 35013: 64, 35016: true },
    };
    const reply = await call('POST', '/cis', { body: { ci } });
    expect(reply).toMatchObject({
      status: 201,
      json: {
        type: { id: 17_005, name: 'Server' },
        users: [{ username: 'aldente' }],
        purchase_order_id: null,
        custom_fields: { 35013: 64, 35016: true },
        inventory: null,
      },
    });
    expect((reply.json as { type: object }).type).not.toHaveProperty('icon');
  });

  it('keep the barcode that is their name', async () => {
    await call('PATCH', '/cis/1', { body: { ci: { name: 'BOSS-1001' } } });
    expect((await get('/cis/by_barcode/BOSS-1001')).json).toMatchObject({ friendly_id: 1 });
    expect((await get('/cis/by_barcode/BOSS-1000')).status).toBe(404);
  });

  it('change in part, lists being replaced', async () => {
    const reply = await call('PATCH', '/cis/1', { body: { ci: { model: 'Alpha 1', user_ids: [22_001] } } });
    expect(reply.status).toBe(204);
    expect((await get('/cis/1')).json).toMatchObject({
      name: 'BOSS-1000',
      model: 'Alpha 1',
      users: [{ username: 'jackpot' }],
    });
  });

  it('need a name and references that exist', async () => {
    expect(await call('PATCH', '/cis/1', { body: { ci: { name: '', location_id: 5 } } })).toMatchObject({
      status: 422,
      json: { errors: { name: ["can't be blank"], location: ['must exist'] } },
    });
    expect((await call('POST', '/cis', { body: { ci: { name: 'x', user_ids: [1] } } })).status).toBe(404);
  });

  it('are gone once deleted', async () => {
    expect((await call('DELETE', '/cis/2')).status).toBe(204);
    expect((await get('/cis/2')).status).toBe(404);
    expect((await call('DELETE', '/cis/2')).status).toBe(404);
  });

  it('leave the tickets that were about them', async () => {
    const cisOf = async () =>
      ((await get('/tickets/1')).json as { cis: { friendly_id: number }[] }).cis.map(({ friendly_id }) => friendly_id);
    expect(await cisOf()).toContain(1);
    expect((await call('DELETE', '/cis/1')).status).toBe(204);
    expect(await cisOf()).not.toContain(1);
  });
});

describe('notes on CIs', () => {
  it('are answered with when they are written, changed and deleted', async () => {
    const created = await call('POST', '/cis/1/notes', { body: { note: { text: 'Note this!' } } });
    expect(created).toMatchObject({ status: 201, json: { text: 'Note this!', created_by: { username: 'jackpot' } } });
    const path = `/cis/1/notes/${(created.json as { id: number }).id}`;
    expect(await call('PATCH', path, { body: { note: { text: 'Updated' } } })).toMatchObject({
      status: 200,
      json: { text: 'Updated' },
    });
    expect(await call('DELETE', path)).toMatchObject({ status: 200, json: { text: 'Updated' } });
    expect((await call('DELETE', path)).status).toBe(404);
  });

  it('need a text', async () => {
    expect(await call('POST', '/cis/1/notes', { body: { note: { text: ' ' } } })).toMatchObject({
      status: 422,
      json: { errors: { text: ["can't be blank"] } },
    });
  });
});

describe('saved searches', () => {
  const idOf = async (name: string) => {
    const searches = (await get('/searches')).json as { id: number; name: string }[];
    return searches.find((search) => search.name === name)?.id;
  };

  it('over CIs find what they are about, with alias and colour', async () => {
    const rows = (await get(`/searches/${await idOf('All printers')}?per_page=30`)).json as { name: string }[];
    const printers = (await get('/cis?q[type_name_eq]=Printer&per_page=30')).json as { name: string }[];
    expect(rows.map((row) => row.name)).toEqual(printers.map((row) => row.name));
    expect(rows[0]).toMatchObject({ status: { color: expect.stringMatching(/^#/) } });
    expect(rows[0]).toHaveProperty('alias');
    expect(rows[0]).not.toHaveProperty('archived');
  });

  it('over tickets find those that match now, page by page', async () => {
    const path = `/searches/${await idOf('Unassigned tickets')}?per_page=30`;
    expect((await get(path)).json).toContainEqual(expect.objectContaining({ friendly_id: 2 }));
    await call('PATCH', '/tickets/2', { body: { ticket: { agent_id: 22_002 } } });
    expect((await get(path)).json).not.toContainEqual(expect.objectContaining({ friendly_id: 2 }));
    expect((await get(`${path}&page=2`)).json).toEqual([]);
  });

  it('take no further conditions', async () => {
    const path = `/searches/${await idOf('All printers')}`;
    expect((await get(`${path}?q[name_eq]=x`)).json).toEqual((await get(path)).json);
  });

  it('of other classes are not implemented', async () => {
    expect(await get(`/searches/${await idOf('Known problems')}`)).toMatchObject({
      status: 501,
      json: { error: 'Not Implemented' },
    });
    expect((await get('/searches/1')).status).toBe(404);
  });
});
