import { type AttachmentRef, normalizeBaseUrl, type OperationOutput } from 'bossdesk-client';
import { type Desk, lastOf, openDesk, summarize } from './support.js';

// What leaves the client and what comes of it, by the rows of the project's list of ambiguities.

let desk: Desk;
let ticket: OperationOutput<'tickets.get'>;
let ci: OperationOutput<'cis.get'>;

beforeAll(async () => {
  desk = await openDesk();
  const [type] = await desk.client.ticketTypes.list();
  const [priority] = await desk.client.helpdeskPriorities.list();
  ticket = await desk.client.tickets.create({ title: 'Row', type_id: type?.id ?? 0, priority_id: priority?.id ?? 0 });
  ci = await desk.client.cis.create({ name: 'ROW/1.2' });
});

afterAll(() => desk.close());

const read = () => desk.client.tickets.get({ friendly_id: ticket.friendly_id });
const at = (path: string) => path.replace('75', String(ticket.friendly_id));

describe('where requests go', () => {
  it.each([
    ['acme', 'https://acme.bossdesk.io'],
    ['https://desk.example.com/support/api/v1/', 'https://desk.example.com/support'],
  ])('row 1: %s is an account on %s', (text, url) => {
    expect(normalizeBaseUrl(text)).toBe(url);
  });

  it('row 2: every request says which form it has and wants; a delete has no body', async () => {
    const note = await desk.client.ciNotes.create({ friendly_id: ci.friendly_id, text: 'x' });
    await desk.client.ciNotes.delete({ friendly_id: ci.friendly_id, id: note.id });
    const request = desk.sent.at(-1);
    expect(request?.headers).toEqual({ accept: 'application/json', 'content-type': 'application/json' });
    expect(request?.body).toBeUndefined();
  });

  it('row 7: one method reads the attachments of five parents', async () => {
    const ids = { friendly_id: 75, id: 21 };
    const refs: AttachmentRef[] = [
      { parent: 'ticket', ...ids },
      { parent: 'ticketComment', comment_id: 58, ...ids },
      { parent: 'myTicket', ...ids },
      { parent: 'myTicketComment', comment_id: 58, ...ids },
      { parent: 'ci', ...ids },
    ];
    const before = desk.sent.length;
    for (const ref of refs) await desk.client.attachments.get(ref).catch(() => undefined);
    expect(desk.sent.slice(before).map((request) => summarize(request).line)).toEqual([
      'GET /tickets/75/attachments/21',
      'GET /tickets/75/comments/58/attachments/21',
      'GET /my/tickets/75/attachments/21',
      'GET /my/tickets/75/comments/58/attachments/21',
      'GET /cis/75/attachments/21',
    ]);
  });

  it('row 21: slashes and dots of a barcode survive the path', async () => {
    const found = await desk.client.cis.getByBarcode({ barcode: 'ROW/1.2' });
    expect(desk.sent.at(-1)?.url).toMatch(/\/cis\/by_barcode\/ROW%2F1%2E2$/);
    expect(found.friendly_id).toBe(ci.friendly_id);
  });

  it('row 53: paths take the number that people see; the error for another says so', async () => {
    await expect(desk.client.tickets.get({ friendly_id: 999_999 })).rejects.toMatchObject({
      name: 'NotFoundError',
      hint: expect.stringContaining('friendly_id'),
    });
    // @ts-expect-error an id is not a number that people see
    await desk.client.tickets.get({ friendly_id: ticket.id }).catch(() => undefined);
  });
});

describe('what bodies hold', () => {
  it('row 33: closing and reopening send an empty object', async () => {
    await desk.client.tickets.close({ friendly_id: ticket.friendly_id });
    expect(lastOf(desk.sent)).toEqual({ line: at('PATCH /tickets/75/close'), body: {} });
    await desk.client.tickets.reopen({ friendly_id: ticket.friendly_id });
    expect(lastOf(desk.sent)).toEqual({ line: at('PATCH /tickets/75/reopen'), body: {} });
  });

  it('row 33: a task is closed with or without a note', async () => {
    const { id } = await desk.client.tasks.create({ friendly_id: ticket.friendly_id, title: 'x' });
    await desk.client.tasks.close({ friendly_id: ticket.friendly_id, id });
    expect(lastOf(desk.sent).body).toEqual({});
    await desk.client.tasks.reopen({ friendly_id: ticket.friendly_id, id });
    expect(lastOf(desk.sent).body).toEqual({});
    const closed = await desk.client.tasks.close({ friendly_id: ticket.friendly_id, id, note: 'Done' });
    expect(lastOf(desk.sent).body).toEqual({ task: { note: 'Done' } });
    expect(closed.note).toBe('Done');
  });

  it.each([
    ['2018-11-28T15:00:00+02:00', '2018-11-28T13:00:00.000Z'],
    ['2018-11-28T15:00:00Z', '2018-11-28T15:00:00.000Z'],
    ['2018-11-28 15:00:00', '2018-11-28T15:00:00.000Z'],
  ])('row 30: %s is due at %s', async (due_at, utc) => {
    const task = await desk.client.tasks.create({ friendly_id: ticket.friendly_id, title: 'x', due_at });
    expect(lastOf(desk.sent).body).toEqual({ task: { title: 'x', due_at: utc } });
    expect(task.due_at).toBe(utc);
  });

  it.each([
    ['2017-12-31', '31-12-2017'],
    ['2024-02-29', '29-02-2024'],
  ])('row 49: %s is sent as %s and comes back as it was given', async (date, wire) => {
    const entry = await desk.client.timeEntries.create({ friendly_id: ticket.friendly_id, date, duration: 60 });
    expect(lastOf(desk.sent).body).toEqual({ time_entry: { date: wire, duration: 60 } });
    expect(entry.date).toBe(date);
  });

  it('rows 51, 52: the note of a time entry is written only, and the time is the caller’s own', async () => {
    const entry = await desk.client.timeEntries.create({
      friendly_id: ticket.friendly_id,
      date: '2017-12-31',
      duration: 60,
      note: 'herp-derp',
    });
    expect(lastOf(desk.sent).body).toMatchObject({ time_entry: { note: 'herp-derp' } });
    expect(entry).not.toHaveProperty('note');
    expect(entry.agent?.id).toBe(ticket.requester?.id);
  });

  it('row 42: texts are sent as they are given', async () => {
    const html = await desk.client.tickets.addComment({
      friendly_id: ticket.friendly_id,
      body: '<p>a & b</p>',
      is_public: true,
    });
    const note = await desk.client.ciNotes.create({ friendly_id: ci.friendly_id, text: 'a < b' });
    expect([html.body, note.text]).toEqual(['<p>a & b</p>', 'a < b']);
  });

  it('row 43: a private comment says so', async () => {
    const comment = await desk.client.tickets.addComment({
      friendly_id: ticket.friendly_id,
      body: 'x',
      is_public: false,
    });
    expect(lastOf(desk.sent).body).toEqual({ comment: { body: 'x', is_public: false } });
    expect(comment.is_public).toBe(false);
  });

  it('row 55: empty texts and null are sent, not dropped', async () => {
    const user = await desk.client.users.create({ username: 'row55', phone: '1', domain_name: '', group_id: null });
    expect(lastOf(desk.sent).body).toEqual({
      user: { username: 'row55', phone: '1', domain_name: '', group_id: null },
    });
    await desk.client.users.update({ friendly_id: user.friendly_id, phone: '' });
    expect((await desk.client.users.get({ friendly_id: user.friendly_id })).phone).toBe('');
  });
});

describe('what changes', () => {
  it('row 18: custom fields that are not sent stay', async () => {
    const fields = await desk.client.customFields.list();
    const [first, second] = fields.filter((field) => field.owner_class === 'ticket' && [1, 2].includes(field.type_id));
    const ids = [first?.id ?? 0, second?.id ?? 0] as const;
    await desk.client.tickets.update({
      friendly_id: ticket.friendly_id,
      custom_fields: { [ids[0]]: 'a', [ids[1]]: 'b' },
    });
    await desk.client.tickets.update({ friendly_id: ticket.friendly_id, custom_fields: { [ids[1]]: 'c' } });
    expect((await read()).custom_fields).toMatchObject({ [ids[0]]: 'a', [ids[1]]: 'c' });
  });

  it('row 22: a list of ids replaces the one that was there, and an empty one empties it', async () => {
    const tags = (await desk.client.tags.list()).filter(({ owner_class }) => owner_class === 'ticket');
    const [first, second] = tags.map(({ id }) => id);
    const tagIds = async () => (await read()).tags?.map(({ id }) => id);
    await desk.client.tickets.update({ friendly_id: ticket.friendly_id, tag_ids: [first ?? 0] });
    await desk.client.tickets.update({ friendly_id: ticket.friendly_id, tag_ids: [second ?? 0] });
    expect(await tagIds()).toEqual([second]);
    await desk.client.tickets.update({ friendly_id: ticket.friendly_id, tag_ids: [] });
    expect(await tagIds()).toEqual([]);
  });

  it('row 39: with a stale lock_version nothing is overwritten, without one the last write wins', async () => {
    const { friendly_id, lock_version } = await read();
    await desk.client.tickets.update({ friendly_id, title: 'First', lock_version });
    await expect(desk.client.tickets.update({ friendly_id, title: 'Second', lock_version })).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect((await read()).title).toBe('First');
    await desk.client.tickets.update({ friendly_id, title: 'Third' });
    expect((await read()).title).toBe('Third');
  });

  it('row 41: a ticket without a requester is the caller’s own', async () => {
    const [mine] = await desk.client.myTickets.list({ q: { id_eq: ticket.id } });
    expect(mine?.friendly_id).toBe(ticket.friendly_id);
  });

  it('row 57: all pages are read, 30 rows at a time, until one is short', async () => {
    const before = desk.sent.length;
    const rows: unknown[] = [];
    for await (const row of desk.client.tickets.list.items()) rows.push(row);
    expect(rows).toHaveLength(41);
    expect(desk.sent.slice(before).map((request) => summarize(request).line)).toEqual([
      'GET /tickets?page=1&per_page=30',
      'GET /tickets?page=2&per_page=30',
    ]);
  });
});
