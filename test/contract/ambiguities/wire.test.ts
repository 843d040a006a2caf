import { type AttachmentRef, normalizeBaseUrl, type OperationOutput } from 'bossdesk-client';
import { type Desk, lastOf, openDesk, summarize } from './support.js';

// What leaves the client and what comes of it, where the API doc leaves it open (docs/api-notes.md, section 5).

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
  ])('reads the address %s as %s (notes 5.1)', (text, url) => {
    expect(normalizeBaseUrl(text)).toBe(url);
  });

  it('says in every request which form it has and wants, and sends no body with a delete (notes 5.2)', async () => {
    const note = await desk.client.ciNotes.create({ friendly_id: ci.friendly_id, text: 'x' });
    await desk.client.ciNotes.delete({ friendly_id: ci.friendly_id, id: note.id });
    const request = desk.sent.at(-1);
    expect(request?.headers).toEqual({ accept: 'application/json', 'content-type': 'application/json' });
    expect(request?.body).toBeUndefined();
  });

  it('reads the attachments of five parents with one method (notes 5.7)', async () => {
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

  it('keeps slashes and dots of a barcode in the path (notes 5.21)', async () => {
    const found = await desk.client.cis.getByBarcode({ barcode: 'ROW/1.2' });
    expect(desk.sent.at(-1)?.url).toMatch(/\/cis\/by_barcode\/ROW%2F1%2E2$/);
    expect(found.friendly_id).toBe(ci.friendly_id);
  });

  it('takes the number that people see in paths, and says so when there is none such (notes 5.53)', async () => {
    await expect(desk.client.tickets.get({ friendly_id: 999_999 })).rejects.toMatchObject({
      name: 'NotFoundError',
      hint: expect.stringContaining('friendly_id'),
    });
    // @ts-expect-error an id is not a number that people see
    await desk.client.tickets.get({ friendly_id: ticket.id }).catch(() => undefined);
  });
});

describe('what bodies hold', () => {
  it('sends an empty object to close and to reopen (notes 5.33)', async () => {
    await desk.client.tickets.close({ friendly_id: ticket.friendly_id });
    expect(lastOf(desk.sent)).toEqual({ line: at('PATCH /tickets/75/close'), body: {} });
    await desk.client.tickets.reopen({ friendly_id: ticket.friendly_id });
    expect(lastOf(desk.sent)).toEqual({ line: at('PATCH /tickets/75/reopen'), body: {} });
  });

  it('closes a task with or without a note (notes 5.33)', async () => {
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
  ])('sends %s as the due time %s (notes 5.30)', async (due_at, utc) => {
    const task = await desk.client.tasks.create({ friendly_id: ticket.friendly_id, title: 'x', due_at });
    expect(lastOf(desk.sent).body).toEqual({ task: { title: 'x', due_at: utc } });
    expect(task.due_at).toBe(utc);
  });

  it.each([
    ['2017-12-31', '31-12-2017'],
    ['2024-02-29', '29-02-2024'],
  ])('sends the day %s as %s, and reads it as it was given (notes 5.49)', async (date, wire) => {
    const entry = await desk.client.timeEntries.create({ friendly_id: ticket.friendly_id, date, duration: 60 });
    expect(lastOf(desk.sent).body).toEqual({ time_entry: { date: wire, duration: 60 } });
    expect(entry.date).toBe(date);
  });

  it('writes a note of a time entry that is never read, for the caller’s own time (notes 5.51, 5.52)', async () => {
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

  it('sends texts as they are given (notes 5.42)', async () => {
    const html = await desk.client.tickets.addComment({
      friendly_id: ticket.friendly_id,
      body: '<p>a & b</p>',
      is_public: true,
    });
    const note = await desk.client.ciNotes.create({ friendly_id: ci.friendly_id, text: 'a < b' });
    expect([html.body, note.text]).toEqual(['<p>a & b</p>', 'a < b']);
  });

  it('says of a private comment that it is (notes 5.43)', async () => {
    const comment = await desk.client.tickets.addComment({
      friendly_id: ticket.friendly_id,
      body: 'x',
      is_public: false,
    });
    expect(lastOf(desk.sent).body).toEqual({ comment: { body: 'x', is_public: false } });
    expect(comment.is_public).toBe(false);
  });

  it('sends empty texts and null (notes 5.55)', async () => {
    const user = await desk.client.users.create({ username: 'emptied', phone: '1', domain_name: '', group_id: null });
    expect(lastOf(desk.sent).body).toEqual({
      user: { username: 'emptied', phone: '1', domain_name: '', group_id: null },
    });
    await desk.client.users.update({ friendly_id: user.friendly_id, phone: '' });
    expect((await desk.client.users.get({ friendly_id: user.friendly_id })).phone).toBe('');
  });
});

describe('what changes', () => {
  it('leaves custom fields alone that are not sent (notes 5.18)', async () => {
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

  it('replaces a list of ids by the one sent, and empties it with an empty one (notes 5.22)', async () => {
    const tags = (await desk.client.tags.list()).filter(({ owner_class }) => owner_class === 'ticket');
    const [first, second] = tags.map(({ id }) => id);
    const tagIds = async () => (await read()).tags?.map(({ id }) => id);
    await desk.client.tickets.update({ friendly_id: ticket.friendly_id, tag_ids: [first ?? 0] });
    await desk.client.tickets.update({ friendly_id: ticket.friendly_id, tag_ids: [second ?? 0] });
    expect(await tagIds()).toEqual([second]);
    await desk.client.tickets.update({ friendly_id: ticket.friendly_id, tag_ids: [] });
    expect(await tagIds()).toEqual([]);
  });

  it('overwrites nothing with a stale lock_version, and anything without one (notes 5.39)', async () => {
    const { friendly_id, lock_version } = await read();
    await desk.client.tickets.update({ friendly_id, title: 'First', lock_version });
    await expect(desk.client.tickets.update({ friendly_id, title: 'Second', lock_version })).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect((await read()).title).toBe('First');
    await desk.client.tickets.update({ friendly_id, title: 'Third' });
    expect((await read()).title).toBe('Third');
  });

  it('makes a ticket without a requester the caller’s own (notes 5.41)', async () => {
    const [mine] = await desk.client.myTickets.list({ q: { id_eq: ticket.id } });
    expect(mine?.friendly_id).toBe(ticket.friendly_id);
  });

  it('reads all pages, 30 rows at a time, until one is short (notes 5.57)', async () => {
    const before = desk.sent.length;
    const rows: unknown[] = [];
    for await (const row of desk.client.tickets.list.items()) rows.push(row);
    expect(rows).toHaveLength(41);
    const [first, second, ...beyond] = desk.sent.slice(before).map((request) => summarize(request).line);
    expect([first, second]).toEqual([
      'GET /tickets?page=1&per_page=30&q[s]=id desc',
      'GET /tickets?page=1&per_page=30&q[id_lt]=185012&q[s]=id desc',
    ]);
    // One page was on its way before the second one turned out to be short.
    expect(beyond.length).toBeLessThanOrEqual(1);
  });
});
