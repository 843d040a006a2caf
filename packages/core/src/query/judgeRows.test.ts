import { judgeGroup, readAttribute } from './judgeRows.js';
import { readQuery } from './conditions.js';

const row = {
  id: 185235,
  friendly_id: 15,
  title: 'Café printer 100% broken',
  status: 'incoming',
  due_at: '2026-10-23T14:30:54.861Z',
  online: true,
  description: '',
  priority: { id: 1, name: 'Low' },
  agent: null,
  requester: { id: 22553, username: 'jackpot', group: { id: 6, name: 'Purchasing' } },
  tags: [{ id: 54 }],
  model: '  ',
  location: { name: 'Hauptstraße' },
  designation: '🔥 chief',
  bought: '2024-01-15',
};

const judge = (query: unknown) => judgeGroup(row, readQuery('tickets.list', query));

describe('judgeGroup', () => {
  it.each([
    { status_eq: 'incoming' },
    { status_eq: 'Incoming' },
    { title_cont: 'cafe PRINTER' },
    { title_matches: 'caf_ %100_ broken' },
    { title_start: 'café' },
    { id_in: [1, 185235] },
    { priority_id_eq: 1 },
    { priority_name_eq: 'Low' },
    { requester_group_name_cont: 'purch' },
    { agent_id_null: true },
    { agent_id_not_null: false },
    { agent_username_null: true },
    { online_true: true },
    { online_eq: 'true' },
    { description_blank: true },
    { due_at_lt: '2026-10-23T14:30:54.862Z' },
    { due_at_gteq: '2026-10-24' },
    { due_at_eq: '2026-10-23' },
    { status_not_eq: 'Incoming' },
    { friendly_id_gt: 14 },
    { title_cont_any: ['mouse', 'printer'] },
    { m: 'or', status_eq: 'closed', priority_id_eq: 1 },
    { title_or_status_cont: 'incom' },
    { model_present: true },
    { model_blank: true },
    { location_name_cont: 'HAUPTSTRASSE' },
    { location_name_matches: 'hauptstra_e' },
    { designation_matches: '_ chief' },
    { bought_gteq: '2024-01-15T08:00:00Z' },
    { online_eq: ' true ' },
    { online_not_eq: 'f' },
  ])('%j holds', (query) => {
    expect(judge(query)).not.toBe('contradicts');
  });

  it.each([
    { status_eq: 'closed' },
    { status_not_eq: 'incoming' },
    { title_cont: 'mouse' },
    { title_not_cont: 'printer' },
    { title_end: 'printer' },
    { title_matches: 'printer%' },
    { title_does_not_match: '%printer%' },
    { id_in: [1, 2] },
    { id_not_in: [185235] },
    { priority_id_eq: 2 },
    { agent_id_eq: 5 },
    { agent_id_null: false },
    { agent_id_not_null: true },
    { requester_username_eq: 'aldente' },
    { online_false: true },
    { online_true: false },
    { description_present: true },
    { due_at_lt: '2026-10-23T14:30:54Z' },
    { due_at_gt: '2026-10-25' },
    { friendly_id_gt: 15 },
    { friendly_id_lteq: 14 },
    { title_cont_all: ['printer', 'mouse'] },
    { m: 'or', status_eq: 'closed', priority_id_eq: 2 },
    { g: [{ status_eq: 'closed' }] },
    { m: 'or', status_eq: 'closed', g: [{ title_eq: undefined }] },
    { online_not_eq: '1' },
    { online_eq: 'yes' },
    { online_not_eq: 'yes' },
    { location_name_not_cont: 'Hauptstraße' },
    { title_or_status_cont: 'mouse' },
  ])('%j contradicts', (query) => {
    expect(judge(query)).toBe('contradicts');
  });

  it.each([
    { created_at_gteq: '2026-01-01' },
    { tags_id_eq: 54 },
    { problem_id_null: true },
    { title_gt: 'a' },
    { title_matches: '%100\\%%' },
    { m: 'or', status_eq: 'closed', created_at_gteq: '2026-01-01' },
    { title_or_body_cont: 'mouse' },
    { agent_updated_at_lt: '2026-01-01' },
    { constructor_eq: 'x' },
  ])('%j cannot be told from the row', (query) => {
    expect(judge(query)).toBe('unknown');
  });
});

describe('several conditions and groups', () => {
  const row = { id: 1, a: 'x', b: 'y' };
  const [yes, no, open] = [{ a_eq: 'x' }, { b_eq: 'x' }, { c_eq: 'x' }];

  it.each([
    ['and', [yes, yes], 'holds'],
    ['and', [yes, no], 'contradicts'],
    ['and', [no, open], 'contradicts'],
    ['and', [yes, open], 'unknown'],
    ['or', [no, no], 'contradicts'],
    ['or', [no, yes], 'holds'],
    ['or', [open, yes], 'holds'],
    ['or', [open, no], 'unknown'],
    ['and', [], 'holds'],
    ['or', [], 'holds'],
  ] as const)('%s of %j %s', (m, g, verdict) => {
    expect(judgeGroup(row, readQuery('tickets.list', { m, g }))).toBe(verdict);
  });

  it.each([
    ['a_and_b_eq', 'x', 'contradicts'],
    ['a_or_b_eq', 'x', 'holds'],
    ['a_or_b_eq', 'z', 'contradicts'],
    ['a_or_c_eq', 'z', 'unknown'],
    ['b_and_c_eq', 'x', 'contradicts'],
  ])('%s %s %s', (name, wanted, verdict) => {
    expect(judgeGroup(row, readQuery('tickets.list', { [name]: wanted }))).toBe(verdict);
  });
});

describe('readAttribute', () => {
  const row = {
    id: 1,
    type_name: 'own',
    type: { id: 18, name: 'Incident' },
    agent: null,
    requester: { group: { name: 'Purchasing' }, email: undefined },
    custom_field: { owner: { id: 7 } },
    tags: [{ id: 5 }],
    title: 'Mouse',
  };

  it.each([
    ['id', { value: 1 }],
    ['type_name', { value: 'own' }],
    ['type_id', { value: 18 }],
    ['requester_group_name', { value: 'Purchasing' }],
    ['requester_email', { value: undefined }],
    ['custom_field_owner_id', { value: 7 }],
    ['agent_id', { value: null }],
    ['agent', { value: null }],
    ['agent_left_at', undefined],
    ['agent_left_on', undefined],
    ['agent_format', { value: null }],
    ['agent_at_home', { value: null }],
    ['type', undefined],
    ['tags', undefined],
    ['tags_id', undefined],
    ['title_id', undefined],
    ['type_colour', undefined],
    ['toString', undefined],
    ['_id', undefined],
    ['team_id', undefined],
  ])('%s is %j', (attribute, shown) => {
    expect(readAttribute(row, attribute)).toEqual(shown);
  });
});
