import { useSandbox } from '../testing/useSandbox.js';

const { call, get } = useSandbox({ tickets: 10, cis: 5, users: 12 });
const ticket = async (number = 2) =>
  (await get(`/tickets/${number}`)).json as { tasks: { id: number }[]; time_entries: { id: number }[] };

describe('tasks', () => {
  const create = (task: object) => call('POST', '/tickets/2/tasks', { body: { task } });

  it('live inside their ticket', async () => {
    const created = await create({ title: 'Call', type_id: 16_001, agent_id: 22_002, due_at: '2018-11-28 15:00:00' });
    expect(created).toMatchObject({
      status: 201,
      json: {
        title: 'Call',
        due_at: '2018-11-28T15:00:00.000Z',
        closed_at: null,
        type: { name: 'Communication' },
        agent: { username: 'aldente' },
      },
    });
    const { id } = created.json as { id: number };
    const path = `/tickets/2/tasks/${id}`;

    expect((await call('PATCH', path, { body: { task: { note: 'Twice' } } })).status).toBe(204);
    expect(await call('PATCH', `${path}/close`, { body: { task: { note: 'Done' } } })).toMatchObject({
      status: 200,
      json: { note: 'Done', closed_at: expect.any(String) },
    });
    expect(await call('PATCH', `${path}/reopen`, { body: {} })).toMatchObject({
      status: 200,
      json: { closed_at: null },
    });
    expect((await ticket()).tasks).toMatchObject([{ id, note: 'Done', created_by: { username: 'jackpot' } }]);

    const deleted = await call('DELETE', path);
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    expect((await ticket()).tasks).toEqual([]);
  });

  it('close without a note too', async () => {
    const { id } = (await create({ title: 'Call' })).json as { id: number };
    expect((await call('PATCH', `/tickets/2/tasks/${id}/close`, { body: {} })).status).toBe(200);
  });

  it('need a title and references that exist', async () => {
    expect(await create({ note: 'x', type_id: 3 })).toMatchObject({
      status: 422,
      json: { errors: { title: ["can't be blank"], type: ['must exist'] } },
    });
  });

  it('are found only under their own ticket', async () => {
    const [task] = (await ticket(1)).tasks;
    expect((await call('DELETE', `/tickets/2/tasks/${task?.id}`)).status).toBe(404);
  });
});

describe('time entries', () => {
  const create = (time_entry: object) => call('POST', '/tickets/1/time_entries', { body: { time_entry } });

  it('read DD-MM-YYYY, default to the caller and keep their note to themselves', async () => {
    const reply = await create({ date: '31-12-2017', duration: 60, note: 'herp-derp' });
    expect(reply.status).toBe(201);
    expect(reply.json).toEqual({
      id: expect.any(Number),
      date: '2017-12-31',
      duration: 60,
      task_id: null,
      billable: false,
      agent: expect.objectContaining({ username: 'jackpot' }),
      task: null,
    });
    expect((await ticket(1)).time_entries).toContainEqual(reply.json);
  });

  it('belong to a task of the same ticket', async () => {
    const [task] = (await ticket(1)).tasks;
    expect((await create({ date: '2024-02-29', duration: 5, task_id: task?.id })).json).toMatchObject({
      date: '2024-02-29',
      task: { title: 'Order a black cartridge' },
    });
    expect(await create({ date: '2024-02-29', duration: 5, task_id: 7 })).toMatchObject({
      status: 422,
      json: { errors: { task: ['must exist'] } },
    });
  });

  it.each([
    [{}, { date: ["can't be blank"], duration: ["can't be blank"] }],
    [
      { date: '12/31/2017', duration: 0 },
      { date: ["can't be blank"], duration: ['must be greater than 0'] },
    ],
  ])('are refused as %j', async (wrong, errors) => {
    expect(await create({ billable: true, ...wrong })).toMatchObject({ status: 422, json: { errors } });
  });

  it('change and go with a 204', async () => {
    const { id } = (await create({ date: '2017-12-31', duration: 60 })).json as { id: number };
    const path = `/tickets/1/time_entries/${id}`;
    expect((await call('PATCH', path, { body: { time_entry: { duration: 120 } } })).status).toBe(204);
    expect((await ticket(1)).time_entries).toContainEqual(expect.objectContaining({ id, duration: 120 }));
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await ticket(1)).time_entries).not.toContainEqual(expect.objectContaining({ id }));
  });
});
