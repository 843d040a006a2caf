import { decodeResponse, getOperation, isBossDeskError, type OperationId, type OperationOutput } from 'bossdesk-client';
import { schemas } from 'bossdesk-client/schemas';
import { findFixtures } from '../fixtures/index.js';

// How answers are read, by the rows of the project's list of ambiguities.

const decode = (id: OperationId, status: number, body: unknown, headers: Record<string, string> = {}) =>
  decodeResponse(
    getOperation(id),
    { friendly_id: 75, id: 15 },
    {
      status,
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
  );

/** Name of the error that an answer becomes. */
function refusal(id: OperationId, status: number, body: unknown = ''): string {
  try {
    decode(id, status, body);
    return 'none';
  } catch (error) {
    if (!isBossDeskError(error)) throw error;
    return error.name;
  }
}

/** Whether the answer of the doc's example, with changes, is what the schema describes. */
function fits(id: OperationId, change: (json: never) => unknown): boolean {
  const example = findFixtures(id, 'response')[0];
  return schemas[id].output.safeParse(change(structuredClone(example?.json) as never)).success;
}

const ci = { id: 1, friendly_id: 2, name: 'PC', updated_at: '2016-06-23T14:30:54.861Z' };
const ticket = { id: 1, friendly_id: 2, title: 'x', status: 'incoming' };

describe('success and refusal', () => {
  it.each<[number, string]>([
    [429, 'RateLimitError'],
    [500, 'ServerError'],
    [501, 'NotImplementedError'],
    [503, 'ServerError'],
  ])('row 3: %d, which the doc’s table lacks, is a %s', (status, name) => {
    expect(refusal('tickets.list', status)).toBe(name);
  });

  it.each([200, 201])('row 4: a create may answer %d', (status) => {
    expect(decode('cis.create', status, ci)).toEqual(ci);
  });

  it('rows 12, 13: success is per operation, with or without a body', () => {
    expect(decode('cis.delete', 204, '')).toBeUndefined();
    expect(decode('cis.delete', 200, ci)).toBeUndefined();
    expect(decode('attachments.update', 204, '')).toBeUndefined();
    expect(decode('ciNotes.delete', 200, { id: 1506, text: 'x' })).toEqual({ id: 1506, text: 'x' });
  });

  it('row 10: a bad tmp_key is reported under the name it was sent by', () => {
    expect(() => decode('attachments.create', 422, { errors: { key: ['is invalid'] } })).toThrow(
      expect.objectContaining({ fieldErrors: { tmp_key: ['is invalid'] }, messages: ['tmp_key is invalid'] }),
    );
  });

  it.each([400, 409, 422])('row 23: errors under `base` with status %d say why', (status) => {
    const body = { errors: { base: ["can't be closed because of this and that"] } };
    expect(() => decode('tickets.close', status, body)).toThrow(
      expect.objectContaining({ messages: ["can't be closed because of this and that"] }),
    );
  });

  it('row 29: a search of another kind is not implemented, and the error says which are', () => {
    expect(() => decode('savedSearches.run', 501, '')).toThrow(
      expect.objectContaining({ name: 'NotImplementedError', hint: expect.stringContaining('tickets and CIs') }),
    );
  });

  it('row 60: a plan limit names the module', () => {
    expect(() => decode('cis.list', 402, '')).toThrow(/CMDB/);
    expect(() => decode('tickets.list', 402, '')).toThrow(/API access/);
  });
});

describe('answers that vary', () => {
  it('row 14: a CI is archived by flag in lists, by time alone', () => {
    expect(fits('cis.list', () => [ci, { ...ci, archived: true }])).toBe(true);
    expect(fits('cis.get', (json: object) => ({ ...json, archived_at: '2016-06-23T14:30:54.861Z' }))).toBe(true);
  });

  it('row 15: a description is an alias in saved searches', () => {
    expect(
      fits('savedSearches.run', () => [
        { ...ci, alias: "Boss's computer" },
        { ...ci, description: 'x' },
      ]),
    ).toBe(true);
  });

  it('row 17: a new CI has no icon, no inventory, and the id of a purchase order', () => {
    const created = {
      ...ci,
      created_at: 'x',
      type: { id: 44, name: 'Server' },
      purchase_order_id: null,
      inventory: null,
    };
    expect(fits('cis.create', () => created)).toBe(true);
  });

  it('row 20: kinds of owner that the doc does not name', () => {
    expect(fits('tags.list', () => [{ id: 1, name: 'x', owner_class: 'asset' }])).toBe(true);
    expect(fits('savedSearches.list', () => [{ id: 1, name: 'x', owner_class: 'release' }])).toBe(true);
  });

  it('row 21: a CI found by its barcode has no users', () => {
    expect(fits('cis.getByBarcode', ({ ...json }: { users?: unknown }) => json)).toBe(true);
    expect(fits('cis.getByBarcode', (json: object) => ({ ...json, users: [] }))).toBe(true);
  });

  it.each(['rgb(88, 214, 141)', '#34B632', null])('row 26: %s is a colour', (color) => {
    expect(fits('helpdeskCategories.list', () => [{ id: 3, name: 'Email', color }])).toBe(true);
  });

  it('row 29: a saved search answers CIs or tickets', () => {
    expect(fits('savedSearches.run', () => [ci])).toBe(true);
    expect(fits('savedSearches.run', () => [ticket])).toBe(true);
    expect(fits('savedSearches.run', () => [{ number: 'PO12345' }])).toBe(false);
  });

  it('row 32: a new task says neither when nor by whom, and may have no agent', () => {
    expect(fits('tasks.create', () => ({ id: 10755, title: 'x', agent: null }))).toBe(true);
  });

  it('row 34: impossible seconds are no reason to refuse', () => {
    expect(fits('tasks.close', (json: object) => ({ ...json, closed_at: '2018-11-27T14:45:75.352Z' }))).toBe(true);
  });

  it('row 36: list rows have no times, teams or tags', () => {
    expect(fits('tickets.list', () => [ticket])).toBe(true);
  });

  it.each(['incoming', 'assigned', 'open', 'on_hold'])('row 37: %s is a status', (status) => {
    expect(fits('tickets.list', () => [{ ...ticket, status }])).toBe(true);
  });

  it('row 40: the system is a text in a ticket’s CIs, a record in a CI’s inventory', () => {
    type Ticket = OperationOutput<'tickets.get'>;
    expect(
      fits('tickets.get', (json: Ticket) => ({ ...json, cis: [{ id: 1, friendly_id: 2, name: 'x', os: 'Windows' }] })),
    ).toBe(true);
    expect(fits('cis.get', (json: object) => ({ ...json, inventory: { os: { name: 'Windows' } } }))).toBe(true);
  });

  it.each(['user_portal', 'web_portal', 'mobile_app', 'email', 'chat'])('row 44: %s is a source', (source) => {
    expect(fits('tickets.get', (json: object) => ({ ...json, source }))).toBe(true);
  });

  it('row 47: a requester sees no priority, and agents without their user names', () => {
    const agent = { id: 22571, friendly_id: 5112, first_name: 'Al', last_name: 'Dente' };
    expect(fits('myTickets.list', () => [{ ...ticket, agent }])).toBe(true);
  });
});
