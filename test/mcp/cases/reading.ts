import { get, type ToolCases } from './toolCase.js';

const page = 'page=1&per_page=25';

/** Reading tools; several cases where a tool has several ways. The seeded names and numbers are the sandbox's. */
export const readCases: ToolCases = {
  search_tickets: [
    { args: {}, sends: [get(`/tickets?${page}&q[s]=id desc`)], says: /^Tickets 1 to 25; page 2 has more\./ },
    {
      args: {
        query: 'printer',
        status: 'assigned',
        type: 'incident',
        priority: 'High',
        category: '13001',
        extended_status: 'Waiting on Vendor',
        team: 'Hardware Team',
        agent: 'aldente',
        requester: 'nia.feeney@example.com',
        updated_since: '2020-01-01',
        filters: { title_start: 'My' },
        sort: 'id desc',
        limit: 5,
      },
      // The day is one of the account's zone.
      sends: [
        get('/account'),
        get(
          '/tickets?page=1&per_page=5&q[title_cont]=printer&q[status_eq]=assigned&q[type_id_eq]=11001&q[priority_id_eq]=12003' +
            '&q[category_id_eq]=13001&q[extended_status_id_eq]=14003&q[team_id_eq]=15002&q[agent_id_eq]=22002&q[requester_id_eq]=22007' +
            '&q[updated_at_gteq]=2020-01-01T05:00:00.000Z&q[title_start]=My&q[s]=id desc',
        ),
      ],
      says: /1 \| My black and white printer .* \| assigned \| Incident \(11001\) \| High \(12003\)/,
    },
    {
      args: { agent: 'none', limit: 2 },
      sends: [get('/tickets?page=1&per_page=2&q[agent_id_null]=1&q[s]=id desc')],
      says: /^Tickets 1 to 2; page 2 has more\./,
    },
    {
      args: { filters: { m: 'or', status_eq: 'closed', title_cont: 'VPN' }, status: 'incoming', limit: 1 },
      sends: [
        get(
          '/tickets?page=1&per_page=1&q[status_eq]=incoming&q[g][0][m]=or&q[g][0][status_eq]=closed&q[g][0][title_cont]=VPN&q[s]=id desc',
        ),
      ],
      says: /VPN drops every hour/,
    },
    {
      args: { page: 3, limit: 100 },
      sends: [get('/tickets?page=7&per_page=30&q[s]=id desc')],
      says: /^No tickets on page 3: the list ends before it\.$/,
    },
  ],
  get_ticket: [
    {
      args: { ticket_number: 1 },
      sends: [get('/tickets/1')],
      says: /Ticket 1 \(id \d+, lock_version 2\).*requester: Nia Feeney \(22007\), user number 7.*Asset Tag \(35001\): PRN-7.*Order a black cartridge \| open/s,
    },
    {
      args: { ticket_number: '1', detail: 'full' },
      sends: [get('/tickets/1')],
      says: /150 minutes \| Barry Cade \(22003\)/,
    },
  ],
  get_tickets: [
    {
      args: { ticket_numbers: [1, 2], show: ['time'] },
      sends: [get('/tickets/1'), get('/tickets/2')],
      says: /^2 tickets:.*ticket 1 \| .*150 minutes \| Barry Cade \(22003\).*ticket 2 \| /s,
    },
  ],
  search_cis: [
    {
      args: {
        query: 'BOSS',
        type: 'Desktop',
        status: 'Active',
        location: 'Atlanta',
        manufacturer: 'gerlach-metz computers',
        user: 'Al Dente',
        sort: 'name',
        limit: 3,
      },
      sends: [
        get(
          '/cis?page=1&per_page=3&q[name_or_serial_number_or_control_number_cont]=BOSS&q[type_id_eq]=17003&q[status_id_eq]=18001&q[location_id_eq]=19002&q[manufacturer_id_eq]=20002&q[users_id_eq]=22002&q[s][]=name asc&q[s][]=id asc',
        ),
      ],
      says: /1 \| 132001 \| BOSS-1000/,
    },
  ],
  get_ci: [
    { args: { ci_number: 1 }, sends: [get('/cis/1')], says: /CI 1 \(id 132001\)\..*name: BOSS-1000/s },
    {
      args: { barcode: 'BOSS-1000', detail: 'full' },
      sends: [get('/cis/by_barcode/BOSS-1000')],
      says: /inventory os name: /,
    },
  ],
  search_users: [
    {
      args: { query: 'foley', filters: { first_name_eq: 'Axel' } },
      sends: [
        get(
          `/users?${page}&q[first_name_or_last_name_or_username_or_email_cont]=foley&q[first_name_eq]=Axel&q[s]=id asc`,
        ),
      ],
      says: /10 \| 22010 \| Axel Foley \| afoley/,
    },
    {
      args: { query: 'nia fee' },
      sends: [
        get(
          `/users?${page}&q[g][0][first_name_or_last_name_or_username_or_email_cont]=nia&q[g][1][first_name_or_last_name_or_username_or_email_cont]=fee&q[s]=id asc`,
        ),
      ],
      says: /Users 1 to 1, no more after these\./,
    },
  ],
  get_user: [
    {
      args: { user_number: 2 },
      sends: [get('/users/2')],
      says: /User 2 \(id 22002\)\..*name: Al Dente.*roles: Technician/s,
    },
  ],
  list_reference_data: [
    {
      args: { kind: 'locations', query: 'zür' },
      sends: [get('/locations')],
      says: /19006 \| Zürich \| Europe \(19004\)/,
    },
    {
      args: { kind: 'manufacturers', query: 'boss', page: 1, limit: 10 },
      sends: [get('/manufacturers?page=1&per_page=10&q[name_cont]=boss&q[s]=id asc')],
      says: /20001 \| BOSS Inc\./,
    },
    {
      args: { kind: 'custom_fields', limit: 100 },
      sends: [get('/custom_fields')],
      says: /Incident Type \| ticket \| dropdown \| no \| Network \(13003\) \| Broken switch \(\d+\)/,
    },
  ],
  list_saved_searches: [{ args: {}, sends: [get('/searches')], says: /38001 \| All printers \| ci \| no/ }],
  run_saved_search: [
    {
      args: { search: 'Unassigned tickets', limit: 2 },
      sends: [get('/searches/38003?page=1&per_page=2')],
      says: /^Tickets 1 to 2;/,
    },
    { args: { search: '38001' }, sends: [get(`/searches/38001?${page}`)], says: /^CIs 1 to \d+/ },
  ],
  get_account: [{ args: {}, sends: [get('/account')], says: /time zone: Eastern Time \(US & Canada\)/ }],
  search_my_tickets: [
    {
      args: { query: 'monitor', status: 'open', type: 'Service Request' },
      sends: [
        get(`/my/tickets?${page}&q[title_cont]=monitor&q[status_not_eq]=closed&q[type_id_eq]=11002&q[s]=id desc`),
      ],
      says: /4 \| Second monitor for my desk \| open/,
    },
  ],
  get_my_ticket: [
    { args: { ticket_number: 4 }, sends: [get('/my/tickets/4')], says: /Ticket 4 .*The same model as the first/s },
  ],
};
