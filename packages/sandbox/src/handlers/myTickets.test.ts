import { useSandbox } from '../testing/useSandbox.js';

const { call, get } = useSandbox({ tickets: 12, cis: 5, users: 12 });

describe("the end-user's side", () => {
  it('lists only what the caller requested, as requesters see it', async () => {
    const rows = (await get('/my/tickets?per_page=30')).json as { friendly_id: number; status: string }[];
    expect(rows.map((row) => row.friendly_id)).toEqual(expect.arrayContaining([4, 5]));
    expect(rows.map((row) => row.friendly_id)).not.toContain(1);
    expect(rows.find((row) => row.friendly_id === 4)).toEqual({
      id: 185_004,
      friendly_id: 4,
      title: 'Second monitor for my desk',
      status: 'open',
      due_at: expect.any(String),
      type: { id: 11_002, name: 'Service Request', shortcut: 'SR' },
      agent: { id: 22_003, friendly_id: 3, first_name: 'Barry', last_name: 'Cade' },
    });
  });

  it('searches the status that it shows', async () => {
    expect((await get('/my/tickets?q[status_eq]=closed')).json).toEqual(
      expect.arrayContaining([expect.objectContaining({ friendly_id: 5, status: 'closed' })]),
    );
    expect((await get('/my/tickets?q[status_eq]=assigned')).json).toEqual([]);
  });

  it('hides private comments and who wrote them in what role', async () => {
    const { json } = await get('/my/tickets/4');
    expect(json).toMatchObject({ comments: [{ body: '<p>Ordered, arrives next week.</p>' }] });
    expect(Object.keys((json as { comments: object[] }).comments[0] ?? {})).toEqual([
      'id',
      'body',
      'created_at',
      'created_by',
      'attachments',
    ]);
    expect(json).not.toHaveProperty('requester');
  });

  it("does not find other people's tickets", async () => {
    expect((await get('/my/tickets/1')).status).toBe(404);
    expect((await call('PATCH', '/my/tickets/1/reopen', { body: {} })).status).toBe(404);
  });

  it('creates with title and type alone', async () => {
    const created = await call('POST', '/my/tickets', { body: { ticket: { title: 'Mouse', type_id: 11_001 } } });
    expect(created).toMatchObject({ status: 201, json: { title: 'Mouse', status: 'open' } });
    const { friendly_id: number } = created.json as { friendly_id: number };
    expect((await get(`/tickets/${number}`)).json).toMatchObject({
      source: 'user_portal',
      priority: { name: 'Medium' },
    });
  });

  it('comments in public', async () => {
    const reply = await call('POST', '/my/tickets/4/comments', { body: { comment: { body: '<p>Thanks</p>' } } });
    expect(reply).toMatchObject({ status: 201, json: { body: '<p>Thanks</p>' } });
    expect(reply.json).not.toHaveProperty('is_public');
    const { json } = await get('/tickets/4');
    expect((json as { comments: object[] }).comments.at(-1)).toMatchObject({ is_public: true, from_agent: false });
  });

  it('reopens', async () => {
    expect(await call('PATCH', '/my/tickets/5/reopen', { body: {} })).toMatchObject({
      status: 200,
      json: { status: 'open', closed_at: null },
    });
  });
});
