import { getOperation, type OperationId } from '../operations/index.js';
import type { Row } from '../values/json.js';
import type { NameReader } from './reader.js';
import { resolveInput, type ResolveOptions } from './resolveInput.js';

const lists: Readonly<Record<string, readonly Row[]>> = {
  ticket_types: [{ id: 18, name: 'Incident' }],
  helpdesk_priorities: [{ id: 983, name: 'High' }],
  tags: [
    { id: 1, name: 'vip', owner_class: 'ticket' },
    { id: 2, name: 'vip', owner_class: 'ci' },
    { id: 3, name: 'loan', owner_class: 'ticket' },
  ],
  custom_fields: [{ id: 49, name: 'Cost', owner_class: 'ticket' }],
  agents: [{ id: 47, friendly_id: 7, username: 'aldente', is_agent: true }],
  users: [{ id: 47, friendly_id: 7, username: 'aldente', is_agent: true }],
  cis: [{ id: 132, friendly_id: 15, name: 'BOSS-1000' }],
};

const reader: NameReader = {
  all: (kind) => Promise.resolve(lists[kind] ?? []),
  find: (kind) => Promise.resolve(lists[kind] ?? []),
};

const resolve = (id: OperationId, input: Record<string, unknown>, options?: ResolveOptions) =>
  resolveInput(reader, getOperation(id), input, options);

describe('resolveInput', () => {
  it('puts ids in place of names in every field that refers to a record', async () => {
    const { input, resolved, customFields, problems } = await resolve(
      'tickets.create',
      {
        title: 'High',
        type_id: 'incident',
        priority_id: '983',
        agent_id: 'ME',
        requester_id: 47,
        tag_ids: ['vip', 'LOAN', 1, '1'],
        custom_fields: { cost: 5 },
        team_id: null,
      },
      { me: 'aldente' },
    );
    expect(problems).toEqual([]);
    expect(input).toEqual({
      title: 'High',
      type_id: 18,
      priority_id: 983,
      agent_id: 47,
      requester_id: 47,
      tag_ids: [1, 3],
      custom_fields: { '49': 5 },
      team_id: null,
    });
    expect(resolved).toEqual({
      type_id: [{ id: 18, name: 'Incident' }],
      priority_id: [{ id: 983, name: 'High' }],
      agent_id: [{ id: 47, name: 'aldente', note: 'aldente' }],
      tag_ids: [
        { id: 1, name: 'vip' },
        { id: 3, name: 'loan' },
      ],
    });
    expect(customFields).toEqual([{ field: { id: 49, name: 'Cost', options: [] }, value: 5 }]);
  });

  it('tells every problem, and leaves what was given', async () => {
    const { input, problems } = await resolve('tickets.update', {
      friendly_id: 75,
      type_id: 'Change',
      tag_ids: ['vip', 'none', 'such'],
      agent_id: 'me',
      custom_fields: { Colour: 'red' },
    });
    expect(problems.map(({ field, given, reason }) => [field, given, reason])).toEqual([
      ['type_id', 'Change', 'unknown'],
      ['tag_ids', 'none', 'unknown'],
      ['tag_ids', 'such', 'unknown'],
      ['agent_id', 'me', 'noMe'],
      ['custom_fields', 'Colour', 'unknown'],
    ]);
    expect(input).toMatchObject({ friendly_id: 75, type_id: 'Change', tag_ids: [1, 'none', 'such'], agent_id: 'me' });
  });

  it('takes tags of the class of record that is written', async () => {
    expect((await resolve('cis.update', { friendly_id: 15, tag_ids: ['vip'] })).input).toMatchObject({ tag_ids: [2] });
  });

  it.each<[OperationId, Record<string, unknown>, Record<string, unknown>]>([
    // A path names what people see: by number, or by name where there is one.
    ['tickets.get', { friendly_id: '75' }, { friendly_id: 75 }],
    ['tickets.get', { friendly_id: ' #75' }, { friendly_id: 75 }],
    ['tickets.get', { friendly_id: 75 }, { friendly_id: 75 }],
    ['tickets.get', { friendly_id: 'Mouse' }, { friendly_id: 'Mouse' }],
    ['cis.get', { friendly_id: 'boss-1000' }, { friendly_id: 15 }],
    ['users.get', { friendly_id: 'aldente' }, { friendly_id: 7 }],
    ['users.get', { friendly_id: '47' }, { friendly_id: 47 }],
    // Tasks and roles are on no list: digits are their ids.
    ['tasks.close', { friendly_id: 75, id: '15' }, { friendly_id: 75, id: 15 }],
    ['tasks.close', { friendly_id: 75, id: 'x' }, { friendly_id: 75, id: 'x' }],
    ['timeEntries.create', { friendly_id: 75, task_id: ' 15 ' }, { friendly_id: 75, task_id: 15 }],
    ['users.update', { friendly_id: 7, role_ids: ['3', 4, 'x'] }, { friendly_id: 7, role_ids: [3, 4, 'x'] }],
    ['users.update', { friendly_id: 7, role_ids: '3' }, { friendly_id: 7, role_ids: [3] }],
    ['users.update', { friendly_id: 7, role_ids: '3, #4' }, { friendly_id: 7, role_ids: [3, 4] }],
    ['users.update', { friendly_id: 7, role_ids: 'None' }, { friendly_id: 7, role_ids: [] }],
    [
      'tickets.update',
      { agent_id: 'NONE', team_id: 'unassigned', tag_ids: ['none'] },
      { agent_id: null, team_id: null, tag_ids: [] },
    ],
    ['tickets.update', { tag_ids: 'vip, loan', add_tag_ids: undefined }, { tag_ids: [1, 3], add_tag_ids: undefined }],
    ['tickets.update', { add_tag_ids: '["vip"]', remove_tag_ids: 'none' }, { add_tag_ids: [1], remove_tag_ids: [] }],
    // What is neither a name nor an id is for the check of the input.
    ['tickets.create', { type_id: true, tag_ids: [{}] }, { type_id: true, tag_ids: [{}] }],
    ['tickets.create', { custom_fields: 'x' }, { custom_fields: 'x' }],
    ['tickets.create', { colour: 'red', toString: 'x' }, { colour: 'red', toString: 'x' }],
    ['timeEntries.create', { friendly_id: 75, duration: '60' }, { friendly_id: 75, duration: '60' }],
    ['cis.getByBarcode', { barcode: '75' }, { barcode: '75' }],
    ['tickets.list', { q: 'x' }, { q: 'x' }],
  ])('%s %j becomes %j', async (id, given, expected) => {
    const { input, problems } = await resolve(id, given);
    expect(input).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it('tells who is not known by a name in a path', async () => {
    expect((await resolve('users.get', { friendly_id: 'nobody' })).problems).toMatchObject([
      { field: 'friendly_id', given: 'nobody', noun: 'user' },
    ]);
    expect((await resolve('users.get', { friendly_id: 'me' }, { me: 'aldente' })).input).toEqual({ friendly_id: 7 });
  });

  it('looks nothing up for custom fields that come by id', async () => {
    const options = { hasCustomFieldIds: true };
    const { input } = await resolve('tickets.create', { custom_fields: { '5': 'x' } }, options);
    expect(input).toEqual({ custom_fields: { '5': 'x' } });
  });
});
