import { getOperation, isBossDeskError, type OperationId, type OperationOutput } from 'bossdesk-client';
import { decodeResponse } from '../../../packages/core/src/wire/decode.js';
import { schemas } from 'bossdesk-client/schemas';
import { findFixtures } from '../fixtures/index.js';

// How answers are read where the API doc leaves it open (docs/api-notes.md, section 5).

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
  ])('refuses %d, which the doc’s table lacks, with a %s (notes 5.3)', (status, name) => {
    expect(refusal('tickets.list', status)).toBe(name);
  });

  it.each([200, 201])('takes %d as the answer to a create (notes 5.4)', (status) => {
    expect(decode('cis.create', status, ci)).toEqual(ci);
  });

  it('takes writes as done with or without a body (notes 5.12, 5.13)', () => {
    expect(decode('cis.delete', 204, '')).toBeUndefined();
    expect(decode('cis.delete', 200, ci)).toBeUndefined();
    expect(decode('attachments.update', 204, '')).toBeUndefined();
    expect(decode('ciNotes.delete', 200, { id: 1506, text: 'x' })).toEqual({ id: 1506, text: 'x' });
  });

  it('reports a bad tmp_key under the name it was sent by (notes 5.10)', () => {
    expect(() => decode('attachments.create', 422, { errors: { key: ['is invalid'] } })).toThrow(
      expect.objectContaining({ fieldErrors: { tmp_key: ['is invalid'] }, messages: ['tmp_key is invalid'] }),
    );
  });

  it.each([400, 409, 422])('says why when errors come under `base` with status %d (notes 5.23)', (status) => {
    const body = { errors: { base: ["can't be closed because of this and that"] } };
    expect(() => decode('tickets.close', status, body)).toThrow(
      expect.objectContaining({ messages: ["can't be closed because of this and that"] }),
    );
  });

  it('says which kinds of saved search can be run when one cannot (notes 5.29)', () => {
    expect(() => decode('savedSearches.run', 501, '')).toThrow(
      expect.objectContaining({ name: 'NotImplementedError', hint: expect.stringContaining('tickets and CIs') }),
    );
  });

  it('names the module that the plan does not hold (notes 5.60)', () => {
    expect(() => decode('cis.list', 402, '')).toThrow(/CMDB/);
    expect(() => decode('tickets.list', 402, '')).toThrow(/API access/);
  });
});

describe('answers that vary', () => {
  it('reads `archived` in lists of CIs and `archived_at` in one (notes 5.14)', () => {
    expect(fits('cis.list', () => [ci, { ...ci, archived: true }])).toBe(true);
    expect(fits('cis.get', (json: object) => ({ ...json, archived_at: '2016-06-23T14:30:54.861Z' }))).toBe(true);
  });

  it('reads a CI’s description as `alias` in saved searches (notes 5.15)', () => {
    expect(
      fits('savedSearches.run', () => [
        { ...ci, alias: "Boss's computer" },
        { ...ci, description: 'x' },
      ]),
    ).toBe(true);
  });

  it('reads a new CI without icon and inventory, with the id of a purchase order (notes 5.17)', () => {
    const created = {
      ...ci,
      created_at: 'x',
      type: { id: 44, name: 'Server' },
      purchase_order_id: null,
      inventory: null,
    };
    expect(fits('cis.create', () => created)).toBe(true);
  });

  it('reads kinds of owner that the doc does not name (notes 5.20)', () => {
    expect(fits('tags.list', () => [{ id: 1, name: 'x', owner_class: 'asset' }])).toBe(true);
    expect(fits('savedSearches.list', () => [{ id: 1, name: 'x', owner_class: 'release' }])).toBe(true);
  });

  it('reads a CI found by its barcode without users (notes 5.21)', () => {
    expect(fits('cis.getByBarcode', ({ ...json }: { users?: unknown }) => json)).toBe(true);
    expect(fits('cis.getByBarcode', (json: object) => ({ ...json, users: [] }))).toBe(true);
  });

  it.each(['rgb(88, 214, 141)', '#34B632', null])('reads %s as a colour (notes 5.26)', (color) => {
    expect(fits('helpdeskCategories.list', () => [{ id: 3, name: 'Email', color }])).toBe(true);
  });

  it('reads CIs or tickets out of a saved search (notes 5.29)', () => {
    expect(fits('savedSearches.run', () => [ci])).toBe(true);
    expect(fits('savedSearches.run', () => [ticket])).toBe(true);
    expect(fits('savedSearches.run', () => [{ number: 'PO12345' }])).toBe(false);
  });

  it('reads a new task that says neither when nor by whom, without an agent (notes 5.32)', () => {
    expect(fits('tasks.create', () => ({ id: 10755, title: 'x', agent: null }))).toBe(true);
  });

  it('reads a time with impossible seconds (notes 5.34)', () => {
    expect(fits('tasks.close', (json: object) => ({ ...json, closed_at: '2018-11-27T14:45:75.352Z' }))).toBe(true);
  });

  it('reads rows of tickets without times, teams and tags (notes 5.36)', () => {
    expect(fits('tickets.list', () => [ticket])).toBe(true);
  });

  it.each(['incoming', 'assigned', 'open', 'on_hold'])('reads %s as a status (notes 5.37)', (status) => {
    expect(fits('tickets.list', () => [{ ...ticket, status }])).toBe(true);
  });

  it('reads the system as a text in a ticket’s CIs, as a record in a CI’s inventory (notes 5.40)', () => {
    type Ticket = OperationOutput<'tickets.get'>;
    expect(
      fits('tickets.get', (json: Ticket) => ({ ...json, cis: [{ id: 1, friendly_id: 2, name: 'x', os: 'Windows' }] })),
    ).toBe(true);
    expect(fits('cis.get', (json: object) => ({ ...json, inventory: { os: { name: 'Windows' } } }))).toBe(true);
  });

  it.each(['user_portal', 'web_portal', 'mobile_app', 'email', 'chat'])(
    'reads %s as a source (notes 5.44)',
    (source) => {
      expect(fits('tickets.get', (json: object) => ({ ...json, source }))).toBe(true);
    },
  );

  it('reads a requester’s ticket without priority, and agents without user names (notes 5.47)', () => {
    const agent = { id: 22571, friendly_id: 5112, first_name: 'Al', last_name: 'Dente' };
    expect(fits('myTickets.list', () => [{ ...ticket, agent }])).toBe(true);
  });
});
