import { get, type ToolCases } from './toolCase.js';

/** Writes to CIs and users; CI 81 and user 61 are the first created. */
export const recordCases: ToolCases = {
  create_ci: [
    {
      args: {
        name: 'LAP-9',
        description: 'Loan laptop',
        manufacturer: 'BOSS Inc.',
        model: 'X1',
        serial_number: 'S-1',
        control_number: 'C-1',
        status: 'Active',
        type: 'Laptop',
        location: 'Berlin',
        tags: ['Spare'],
        users: ['Al Dente', '22006'],
        custom_fields: { Cost: 12.5 },
      },
      sends: [
        {
          request: 'POST /cis',
          body: {
            ci: {
              name: 'LAP-9',
              description: 'Loan laptop',
              manufacturer_id: 20001,
              model: 'X1',
              serial_number: 'S-1',
              control_number: 'C-1',
              status_id: 18001,
              type_id: 17004,
              location_id: 19005,
              tag_ids: [31010],
              user_ids: [22002, 22006],
              custom_fields: { '35014': 12.5 },
            },
          },
        },
      ],
      says: /^Created CI 81 \(id \d+\)\./,
    },
  ],
  update_ci: [
    {
      args: { ci_number: 81, location: 'none', users: ['donkey'] },
      sends: [
        get('/cis/81'),
        { request: 'PATCH /cis/81', body: { ci: { location_id: null, user_ids: [22006] } } },
        get('/cis/81'),
      ],
      says: /^Updated CI 81\./,
    },
  ],
  add_ci_note: [
    {
      args: { ci_number: 1, text: 'Dusty' },
      sends: [{ request: 'POST /cis/1/notes', body: { note: { text: 'Dusty' } } }],
      says: /^Added note \d+ to CI 1\./,
    },
  ],
  update_ci_note: [
    {
      args: { ci_number: 1, note_id: 'NOTE', text: 'Clean' },
      sends: [{ request: 'PATCH /cis/1/notes/NOTE', body: { note: { text: 'Clean' } } }],
      says: /^Updated note \d+ of CI 1\./,
    },
  ],
  create_user: [
    {
      args: {
        username: 'whilpert',
        email: 'whilpert@example.com',
        first_name: 'Westley',
        last_name: 'Hilpert',
        location: 'Chicago',
        group: 'Support',
        tags: ['Intern'],
      },
      sends: [
        {
          request: 'POST /users',
          body: {
            user: {
              username: 'whilpert',
              email: 'whilpert@example.com',
              first_name: 'Westley',
              last_name: 'Hilpert',
              location_id: 19003,
              group_id: 'GROUP',
              tag_ids: [31011],
            },
          },
        },
      ],
      says: /^Created user 61 \(id \d+\)\./,
    },
  ],
  update_user: [
    {
      args: { user_number: 61, designation: 'Analyst', phone: 'none', role_ids: [33002] },
      sends: [
        get('/users/61'),
        { request: 'PATCH /users/61', body: { user: { designation: 'Analyst', phone: null, role_ids: [33002] } } },
        get('/users/61'),
      ],
      says: /^Updated user 61\..*phone: none/s,
    },
  ],
};

/** What removes what the others made. */
export const deleteCases: ToolCases = {
  delete_time_entry: [
    {
      args: { ticket_number: 1, time_entry_id: 'ENTRY', confirm: true },
      sends: [{ request: 'DELETE /tickets/1/time_entries/ENTRY' }],
      says: /^Deleted time entry \d+ of ticket 1\.$/,
    },
  ],
  delete_task: [
    {
      args: { ticket_number: 1, task_id: 'TASK', confirm: true },
      sends: [{ request: 'DELETE /tickets/1/tasks/TASK' }],
      says: /^Deleted task \d+ of ticket 1\.$/,
    },
  ],
  delete_ci_note: [
    {
      args: { ci_number: 1, note_id: 'NOTE', confirm: true },
      sends: [{ request: 'DELETE /cis/1/notes/NOTE' }],
      says: /^Deleted note \d+ of CI 1\.$/,
    },
  ],
  delete_ci: [
    { args: { ci_number: 81, confirm: true }, sends: [{ request: 'DELETE /cis/81' }], says: /^Deleted CI 81\.$/ },
  ],
};
