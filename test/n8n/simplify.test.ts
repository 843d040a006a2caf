import { ids, tickets } from './seeded.js';
import type { NodeJson } from '../support/n8nInProcess.js';
import { byId, type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ tickets: 20 });
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const getTicket = (number: number, parameters = {}) =>
  desk.run({ resource: 'ticket', operation: 'get', ticketNumber: byId(number), ...parameters });
const handOn = (record: object, updateFields: object) =>
  desk.run(
    { resource: 'ticket', operation: 'update', ticketNumber: byId(tickets.vpn), updateFields },
    { items: [record] },
  );

describe('a simplified record', () => {
  it('has name, id and e-mail address of what it refers to, beside times and tags', async () => {
    const whole = await desk.client.tickets.get({ friendly_id: tickets.full });
    const [ticket] = (await getTicket(tickets.full)).json;
    expect(ticket).toMatchObject({
      agent: expect.any(String),
      agent_id: whole.agent?.id,
      priority: whole.priority?.name,
      priority_id: whole.priority?.id,
      requester_id: whole.requester?.id,
      tags: whole.tags?.map(({ name }) => name),
      tag_ids: whole.tags?.map(({ id }) => id),
      created_at: whole.created_at,
      updated_at: whole.updated_at,
    });
  });

  it('has custom fields by name with the names of their options', async () => {
    const fields = await desk.client.customFields.list();
    const choice = fields.find(({ owner_class, type_id }) => owner_class === 'ticket' && type_id === 8);
    const [option] = choice?.options ?? [];
    const custom_fields = { [String(choice?.id)]: Number(option?.id) };
    await desk.client.tickets.update({ friendly_id: tickets.vpn, custom_fields });
    const [ticket] = (await getTicket(tickets.vpn)).json;
    expect(ticket?.['custom_fields']).toMatchObject({ [String(choice?.name)]: option?.name });
    const [raw] = (await getTicket(tickets.vpn, { simplify: false })).json;
    expect(raw?.['custom_fields']).toMatchObject(custom_fields);
  });

  it('has all that its row has when it is read whole, in as many requests as there are records and one for the names', async () => {
    const list = (options: object) =>
      desk.run({ resource: 'ticket', operation: 'getAll', limit: 5, simplify: true, options });
    const rows = (await list({})).json;
    const whole = await list({ fetchFullRecords: true });
    for (const [index, row] of rows.entries()) expect(whole.json[index]).toMatchObject(row);
    expect(whole.wire.filter((line) => line === 'GET /custom_fields').length).toBeLessThanOrEqual(1);
  });

  it.each(['ci', 'user'])('has all that its row has when it is read whole: %s', async (resource) => {
    const [row] = (await desk.run({ resource, operation: 'getAll', limit: 1 })).json;
    const options = { fetchFullRecords: true };
    const [whole] = (await desk.run({ resource, operation: 'getAll', limit: 1, options })).json;
    expect(whole).toMatchObject(row ?? {});
    const [raw] = (await desk.run({ resource, operation: 'getAll', limit: 1, simplify: false, options })).json;
    // What only a row of the list says is no part of the record as it came.
    expect(Object.hasOwn(raw ?? {}, 'archived')).toBe(false);
  });

  it('comes of an update that reads it again, and as it came where that is wanted', async () => {
    const update = async (parameters: object, options: object = {}) =>
      (
        await desk.run({
          resource: 'ticket',
          operation: 'update',
          ticketNumber: byId(tickets.vpn),
          updateFields: { priorityId: byId('High') },
          customFields: { 'Asset Tag': 'PRN-1' },
          options: { returnRecord: true, ...options },
          ...parameters,
        })
      ).json[0];
    expect(await update({})).toMatchObject({
      priority: 'High',
      priority_id: ids.high,
      custom_fields: { 'Asset Tag': 'PRN-1' },
    });
    expect(await update({ simplify: false })).toMatchObject({
      priority: { id: ids.high },
      custom_fields: { 35001: 'PRN-1' },
    });
    expect(Object.keys((await update({}, { fields: 'title' })) ?? {}).sort()).toEqual(['friendly_id', 'id', 'title']);
    expect(await update({}, { returnRecord: false })).toEqual({ updated: true, friendly_id: tickets.vpn });
  });

  it('can be filtered by its custom fields, by their names', async () => {
    await desk.client.tickets.update({ friendly_id: tickets.vpn, custom_fields: { 35001: 'PRN-77' } });
    const filter: NodeJson = {
      name: 'Filter',
      type: 'n8n-nodes-base.filter',
      typeVersion: 2.2,
      parameters: {
        conditions: {
          options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
          conditions: [
            {
              id: '1',
              leftValue: "={{ $json.custom_fields['Asset Tag'] }}",
              rightValue: 'PRN-77',
              operator: { type: 'string', operation: 'equals' },
            },
          ],
          combinator: 'and',
        },
        options: {},
      },
    };
    const run = await desk.run(
      { resource: 'ticket', operation: 'getAll', returnAll: true, options: { fetchFullRecords: true } },
      { after: [filter] },
    );
    expect(run.last.items.map(({ json }) => json['friendly_id'])).toEqual([tickets.vpn]);
  });

  it('comes of creating, closing and reopening too', async () => {
    const create = {
      resource: 'ticket',
      operation: 'create',
      title: 'x',
      typeId: byId(ids.incident),
      priorityId: byId(ids.high),
    };
    const [created] = (await desk.run(create)).json;
    expect(created).toMatchObject({ title: 'x', priority: 'High', priority_id: ids.high });
    const ticketNumber = byId(Number(created?.['friendly_id']));
    const change = async (operation: string, simplify: boolean) =>
      (await desk.run({ resource: 'ticket', operation, ticketNumber, simplify })).json[0];
    for (const operation of ['close', 'reopen']) {
      expect(await change(operation, true)).toMatchObject({ priority: 'High', priority_id: ids.high });
    }
    for (const operation of ['close', 'reopen']) {
      expect(await change(operation, false)).toMatchObject({ priority: { id: ids.high } });
    }
  });

  it('keeps chosen fields, those of what it refers to included', async () => {
    const [ticket] = (await getTicket(tickets.full, { options: { fields: 'title, priority_id' } })).json;
    expect(Object.keys(ticket ?? {}).sort()).toEqual(['friendly_id', 'id', 'priority_id', 'title']);
  });
});

describe('a record is handed on', () => {
  const expected = { ticket: { agent_id: ids.aldente, priority_id: ids.high, tag_ids: [ids.vip] } };
  const fields = { agentId: byId('={{ $json.agent }}'), priorityId: byId('={{ $json.priority }}') };

  it('as it came, by the records that it refers to', async () => {
    const record = {
      agent: { id: ids.aldente, first_name: 'Al' },
      priority: { id: ids.high },
      tags: [{ id: ids.vip }],
    };
    const run = await handOn(record, { ...fields, tagIds: '={{ $json.tags }}' });
    expect(run.requests.at(-1)?.body).toEqual(expected);
  });

  it('simplified, by their names', async () => {
    const run = await handOn(
      { agent: 'Al Dente', priority: 'High', tags: ['vip'] },
      { ...fields, tagIds: '={{ $json.tags }}' },
    );
    expect(run.requests.at(-1)?.body).toEqual(expected);
  });

  it('into a filter, and as a path', async () => {
    const run = await desk.run(
      {
        resource: 'ticket',
        operation: 'getAll',
        filters: { conditions: [{ field: 'agent_id', predicate: 'is', value: byId('={{ $json.agent }}') }] },
      },
      { items: [{ agent: { id: ids.aldente, friendly_id: 2 } }] },
    );
    expect(run.wire.at(-1)).toContain(`q[agent_id_eq]=${ids.aldente}`);
    const read = await desk.run(
      { resource: 'user', operation: 'get', userNumber: byId('={{ $json.agent }}') },
      { items: [{ agent: { id: ids.aldente, friendly_id: 2 } }] },
    );
    expect(read.wire).toEqual(['GET /users/2']);
  });
});
