import { tickets } from './seeded.js';
import { byId, type Desk, openDesk } from './support.js';

// What hangs on another record is named by the ids that the API answered.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const onTicket = { ticketNumber: byId(tickets.vpn) };

describe('task', () => {
  const addTask = async () => (await desk.client.tasks.create({ friendly_id: tickets.vpn, title: 'Look' })).id;
  const readTask = async (id: number) =>
    (await desk.client.tickets.get({ friendly_id: tickets.vpn })).tasks?.find((task) => task.id === id);

  it('is updated', async () => {
    const id = await addTask();
    const run = await desk.run({
      resource: 'task',
      operation: 'update',
      ...onTicket,
      taskId: byId(id),
      updateFields: { note: 'Behind the desk', dueAt: '2026-11-28T15:00:00', typeId: byId('') },
    });
    expect(run.json).toEqual([{ updated: true, friendly_id: tickets.vpn, id }]);
    expect(run.wire).toEqual([`PATCH /tickets/${tickets.vpn}/tasks/${id}`]);
    // The workflow's zone is New York where none is set.
    expect(run.requests[0]?.body).toEqual({ task: { note: 'Behind the desk', due_at: '2026-11-28T20:00:00.000Z' } });
    expect(await readTask(id)).toMatchObject({ note: 'Behind the desk' });
  });

  it('is closed with a note, and reopened', async () => {
    const id = await addTask();
    const closing = { resource: 'task', operation: 'close', ...onTicket, taskId: byId(id) };
    const closed = await desk.run({ ...closing, additionalFields: { note: 'Done' } });
    expect(closed.json[0]).toMatchObject({ id, note: 'Done', closed_at: expect.any(String) });
    expect(closed.requests[0]?.body).toEqual({ task: { note: 'Done' } });

    const reopened = await desk.run({ ...closing, operation: 'reopen' });
    expect(reopened.json[0]).toMatchObject({ id, closed_at: null });
    expect(reopened.wire).toEqual([`PATCH /tickets/${tickets.vpn}/tasks/${id}/reopen`]);
  });

  it('is deleted', async () => {
    const id = await addTask();
    const run = await desk.run({ resource: 'task', operation: 'delete', ...onTicket, taskId: byId(id) });
    expect(run.json).toEqual([{ deleted: true }]);
    expect(await readTask(id)).toBeUndefined();
  });
});

it('takes the time that a task is due at from an expression', async () => {
  const dueAt = '={{ DateTime.fromISO("2026-11-28T15:00:00+02:00") }}';
  const run = await desk.run({
    resource: 'task',
    operation: 'create',
    ...onTicket,
    title: 'Call the provider',
    additionalFields: { dueAt },
  });
  expect(run.json).toMatchObject([{ due_at: '2026-11-28T13:00:00.000Z' }]);
});

describe('timeEntry', () => {
  const addEntry = async () =>
    (await desk.client.timeEntries.create({ friendly_id: tickets.vpn, date: '2026-11-24', duration: 30 })).id;
  const readEntry = async (id: number) =>
    (await desk.client.tickets.get({ friendly_id: tickets.vpn })).time_entries?.find((entry) => entry.id === id);

  it('is updated', async () => {
    const id = await addEntry();
    const run = await desk.run({
      resource: 'timeEntry',
      operation: 'update',
      ...onTicket,
      timeEntryId: byId(String(id)),
      updateFields: { date: '2026-11-23', billable: false },
    });
    expect(run.json).toEqual([{ updated: true, friendly_id: tickets.vpn, id }]);
    expect(run.requests[0]?.body).toEqual({ time_entry: { date: '23-11-2026', billable: false } });
    expect(await readEntry(id)).toMatchObject({ date: '2026-11-23', duration: 30 });
  });

  it.each([
    ['={{ $now.set({ year: 2026, month: 11, day: 24 }) }}'],
    ['={{ new Date("2026-11-24T00:00:00Z") }}'],
    ['2026-11-24T00:00:00'],
    ['2026-11-24T23:30:00+02:00'],
  ])('takes the day of %s', async (date) => {
    const run = await desk.run({ resource: 'timeEntry', operation: 'create', ...onTicket, date, duration: 30 });
    expect(run.json).toMatchObject([{ date: '2026-11-24' }]);
  });

  it('is deleted', async () => {
    const id = await addEntry();
    const run = await desk.run({ resource: 'timeEntry', operation: 'delete', ...onTicket, timeEntryId: byId(id) });
    expect(run.json).toEqual([{ deleted: true }]);
    expect(await readEntry(id)).toBeUndefined();
  });
});

describe('ciNote', () => {
  it('is updated, and its deletion gives what it was', async () => {
    const { id } = await desk.client.ciNotes.create({ friendly_id: 1, text: 'Fan is loud' });
    const panel = { resource: 'ciNote', ciNumber: byId(1), noteId: id };
    const updated = await desk.run({ ...panel, operation: 'update', text: 'Fan was replaced' });
    expect(updated.json[0]).toMatchObject({ id, text: 'Fan was replaced' });

    const deleted = await desk.run({ ...panel, operation: 'delete' });
    expect(deleted.json[0]).toMatchObject({ deleted: true, id, text: 'Fan was replaced' });
    expect(deleted.wire).toEqual([`DELETE /cis/1/notes/${id}`]);
  });
});
