import type { NodeJson } from '../support/n8nInProcess.js';
import { tickets } from './seeded.js';
import { byId, type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const text = 'Warranty until 2028 – „gültig“';

/** Turns the item's `text` into a file in the binary field `data`. */
const makeFile = (fileName: string): NodeJson => ({
  name: 'File',
  type: 'n8n-nodes-base.convertToFile',
  typeVersion: 1.1,
  parameters: { operation: 'toText', sourceProperty: 'text', options: { fileName } },
});

const upload = (fileName: string, parameters: object = {}) =>
  desk.run(
    { resource: 'attachment', operation: 'upload', ciNumber: byId(1), ...parameters },
    { items: [{ text }], before: [makeFile(fileName)] },
  );

const storageRequests = () => desk.sandbox.requests.filter(({ path }) => !path.startsWith('/api/v1'));

describe('upload', () => {
  it('puts the file into the storage and attaches it, the key staying at home', async () => {
    const run = await upload('warranty.txt', { additionalFields: { description: 'Scan' } });
    expect(run.json[0]).toMatchObject({ id: expect.any(Number), name: 'warranty.txt', description: 'Scan' });
    expect(run.json[0]?.['size']).toBe(Buffer.byteLength(text));
    expect(run.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
    expect(storageRequests().map(({ headers }) => headers['authorization'])).toEqual([undefined]);
  });

  it('keeps a file name that needs care', async () => {
    const run = await upload('a.txt', { additionalFields: { fileName: 'Büro "Zürich" 100%.txt' } });
    expect(run.json[0]).toMatchObject({ name: expect.stringContaining('Zürich') });
  });

  it('names the binary field that is missing', async () => {
    const run = await upload('a.txt', { binaryPropertyName: 'report' });
    expect(() => run.json).toThrow(/report/);
    expect(run.wire).toEqual([]);
  });
});

describe('get', () => {
  const attachment = { resource: 'attachment', operation: 'get' };

  const ofTicket = async (number: number) => {
    const { attachments, comments } = await desk.client.tickets.get({ friendly_id: number });
    const comment = comments?.find((one) => (one.attachments ?? []).length > 0);
    return { id: attachments?.[0]?.id, commentId: comment?.id, inComment: comment?.attachments?.[0]?.id };
  };

  it.each([
    ['ticket', tickets.full, '/tickets/1/attachments/'],
    ['myTicket', tickets.own, '/my/tickets/4/attachments/'],
  ])('reads one of a %s', async (parent, number, path) => {
    const { id } = await ofTicket(number);
    const run = await desk.run({ ...attachment, parent, ticketNumber: byId(number), attachmentId: byId(id ?? 0) });
    expect(run.json[0]).toMatchObject({ id, secure_url: expect.stringMatching(/^http/) });
    expect(run.wire).toEqual([`GET ${path}${id}`]);
    expect(run.node.items[0]?.binary).toBeUndefined();
  });

  it.each([
    ['ticketComment', tickets.full, '/tickets/1/comments/'],
    ['myTicketComment', tickets.own, '/my/tickets/4/comments/'],
  ])('reads one of a %s', async (parent, number, path) => {
    const { commentId, inComment } = await ofTicket(number);
    const run = await desk.run({
      ...attachment,
      parent,
      ticketNumber: byId(number),
      commentId: byId(commentId ?? 0),
      attachmentId: byId(inComment ?? 0),
    });
    expect(run.wire).toEqual([`GET ${path}${commentId}/attachments/${inComment}`]);
    expect(run.json[0]).toMatchObject({ id: inComment });
  });

  it('downloads the file into a binary field, the key staying at home', async () => {
    const uploaded = (await upload('warranty.txt')).json[0];
    desk.sandbox.requests.length = 0;
    const run = await desk.run({
      ...attachment,
      parent: 'ci',
      ciNumber: byId(1),
      attachmentId: uploaded?.['id'],
      download: true,
      binaryPropertyName: 'file',
    });
    const file = run.node.items[0]?.binary?.['file'];
    expect(file).toMatchObject({ fileName: 'warranty.txt', mimeType: 'text/plain' });
    expect(Buffer.from(file?.data ?? '', 'base64').toString()).toBe(text);
    expect(run.json[0]).toMatchObject({ id: uploaded?.['id'] });
    expect(storageRequests().map(({ headers }) => headers['authorization'])).toEqual([undefined]);
  });
});

describe('of a CI', () => {
  it('has its description updated, and its deletion gives what it was', async () => {
    const { id } = (await upload('a.txt')).json[0] ?? {};
    const panel = { resource: 'attachment', ciNumber: byId(1), attachmentId: id };
    const updated = await desk.run({ ...panel, operation: 'update', description: 'Old invoice' });
    expect(updated.json[0]).toMatchObject({ id, description: 'Old invoice' });
    const deleted = await desk.run({ ...panel, operation: 'delete' });
    expect(deleted.json[0]).toMatchObject({ deleted: true, id, description: 'Old invoice' });
    expect(deleted.wire).toEqual([`DELETE /cis/1/attachments/${String(id)}`]);
  });
});
