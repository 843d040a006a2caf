import { ciColumns } from './ciRows.js';
import { referenceColumns } from './referenceRows.js';
import { type Column, renderTable } from './table.js';
import { myTicketColumns, ticketColumns } from './ticketRows.js';
import { userColumns } from './userRows.js';

/** The cells of one row by their headings. */
function cellsOf<Row>(columns: readonly Column<Row>[], row: unknown): Record<string, string | undefined> {
  return Object.fromEntries(columns.map(({ heading, cell }) => [heading, cell(row as Row)]));
}

const nulls = (...names: string[]) => Object.fromEntries(names.map((name) => [name, null]));

describe('rows of tickets', () => {
  const ticket = {
    id: 1494,
    friendly_id: 54,
    title: 'Mouse',
    status: 'assigned',
    type: { id: 18, name: 'Incident' },
    priority: { id: 983, name: 'High' },
    category: { id: 5, name: 'Hardware' },
    extended_status: { id: 6, name: 'On hold' },
    requester: { id: 8, username: 'jackpot' },
    agent: { id: 47, first_name: 'Al', last_name: 'Dente' },
    due_at: '2026-11-24T08:00:00.000Z',
  };

  it('show what an agent needs', () => {
    expect(cellsOf(ticketColumns, ticket)).toEqual({
      number: '54',
      title: 'Mouse',
      status: 'assigned',
      'type (id)': 'Incident (18)',
      'priority (id)': 'High (983)',
      'category (id)': 'Hardware (5)',
      'extended status (id)': 'On hold (6)',
      'requester (id)': 'jackpot (8)',
      'agent (id)': 'Al Dente (47)',
      due: '2026-11-24 08:00Z',
    });
  });

  it('show what a requester sees', () => {
    expect(cellsOf(myTicketColumns, { ...ticket, agent: null, due_at: null })).toEqual({
      number: '54',
      title: 'Mouse',
      status: 'assigned',
      'type (id)': 'Incident (18)',
      'agent (id)': undefined,
      due: undefined,
    });
  });
});

describe('rows of CIs', () => {
  const ci = {
    id: 132,
    friendly_id: 15,
    name: 'BOSS-1000',
    type: { id: 3, name: 'Desktop' },
    updated_at: '2026-11-24T08:00:00Z',
  };

  it('show what there is', () => {
    const full = {
      ...ci,
      description: 'At the door',
      status: { id: 1, name: 'Active' },
      online: false,
      archived: true,
      inventory: { os: { name: 'Windows' } },
    };
    expect(cellsOf(ciColumns, full)).toEqual({
      number: '15',
      id: '132',
      name: 'BOSS-1000',
      description: 'At the door',
      'type (id)': 'Desktop (3)',
      'status (id)': 'Active (1)',
      online: 'no',
      archived: 'archived',
      OS: 'Windows',
      updated: '2026-11-24 08:00Z',
    });
  });

  it.each([
    [{ alias: 'At the window' }, 'At the window'],
    [{ description: null, alias: 'At the window' }, 'At the window'],
    [{ description: '', alias: 'At the window' }, ''],
    [nulls('description', 'alias'), undefined],
  ])('take the description of a saved search from its alias: %j', (fields, shown) => {
    expect(cellsOf(ciColumns, { ...ci, ...fields })['description']).toBe(shown);
  });

  it.each([{}, nulls('inventory'), { inventory: {} }, { inventory: { os: null } }, { inventory: { os: {} } }])(
    'leave open what discovery did not find: %j',
    (fields) => {
      expect(cellsOf(ciColumns, { ...ci, archived: false, ...fields })).toMatchObject({
        OS: undefined,
        archived: undefined,
      });
    },
  );
});

describe('rows of users', () => {
  it('show both numbers', () => {
    const user = { id: 22, friendly_id: 7, first_name: 'Al', username: 'al', email: 'al@example.com', is_agent: true };
    expect(cellsOf(userColumns, { ...user, archived_at: '2020-01-01' })).toEqual({
      number: '7',
      id: '22',
      name: 'Al',
      'user name': 'al',
      'e-mail': 'al@example.com',
      agent: 'yes',
      archived: 'archived',
    });
    expect(cellsOf(userColumns, { id: 22, friendly_id: 7, ...nulls('username', 'email', 'archived_at') })).toEqual({
      number: '7',
      id: '22',
      name: 'unnamed',
      'user name': undefined,
      'e-mail': undefined,
      agent: undefined,
      archived: undefined,
    });
  });
});

describe('rows of reference data', () => {
  const all = [
    { id: 1, name: 'Europe' },
    { id: 2, name: 'Berlin', parent_id: 1 },
  ];
  const cells = (row: object) => cellsOf(referenceColumns(all), { id: 9, name: 'Nine', ...row });

  it.each([
    [{ shortcut: 'H' }, { shortcut: 'H' }],
    [{ level: 3 }, { level: '3' }],
    [{ level: 0 }, { level: '0' }],
    [{ parent_id: 1 }, { 'in (id)': 'Europe (1)' }],
    [{ parent_id: 77 }, { 'in (id)': '77' }],
    [{ parent_id: null }, { 'in (id)': undefined }],
    [{ owner_class: 'ci' }, { for: 'ci' }],
    [{ type_id: 8 }, { 'field type': 'dropdown' }],
    [{ type_id: 9 }, { 'field type': 'type 9' }],
    [{ type_id: '8' }, { 'field type': undefined }],
    [{ required: false }, { required: 'no' }],
    [{ required: true }, { required: 'yes' }],
    [{ required: null }, { required: undefined }],
    [{ ci_type: { id: 4, name: 'Laptop' } }, { 'only in (id)': 'Laptop (4)' }],
    [{ ci_type: null, helpdesk_category: { id: 5, name: 'Hardware' } }, { 'only in (id)': 'Hardware (5)' }],
    [{ ci_type: { id: 4 } }, { 'only in (id)': undefined }],
    [{ ci_type: { name: 'Laptop' } }, { 'only in (id)': undefined }],
    [{ ci_type: 'Laptop' }, { 'only in (id)': undefined }],
    [
      {
        teams: [
          { id: 1, name: 'A' },
          { id: 2, name: 'B' },
        ],
      },
      { 'teams (id)': 'A (1), B (2)' },
    ],
    [{ teams: [] }, { 'teams (id)': '' }],
    [{ teams: 'A' }, { 'teams (id)': undefined }],
    [{ options: [{ id: 36, name: 'Broken' }] }, { 'options (id)': 'Broken (36)' }],
    [{ my_search: true }, { mine: 'yes' }],
    [{ my_search: 1 }, { mine: undefined }],
  ])('%j shows %j', (row, expected) => {
    expect(cells(row)).toMatchObject({ id: '9', name: 'Nine', ...expected });
  });

  it('tell all options of a drop-down, and 160 letters of anything else', () => {
    const options = Array.from({ length: 100 }, (_, id) => ({ id, name: 'option' }));
    const rows = [{ id: 9, name: 'N'.repeat(300), options }];
    const [, row = ''] = renderTable(referenceColumns([]), rows, 100_000);
    expect(row).toContain('option (99)');
    expect(row.split(' | ')[1]).toHaveLength(160);
  });
});
