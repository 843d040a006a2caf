import { ids, tickets } from './seeded.js';
import { byId, type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const search = async (method: string, parameters: object = {}, ...args: string[]) =>
  (await desk.openPanel({ resource: 'ticket', operation: 'get', ...parameters })).searchList(method, ...args);
const names = ({ results }: { results: { name: string }[] }) => results.map(({ name }) => name);

describe('tickets', () => {
  it('are listed a page at a time, the newest first', async () => {
    const first = await search('searchTicketsByNumber');
    expect(first.results).toHaveLength(30);
    expect(first.results[0]).toMatchObject({ name: expect.stringMatching(/^#200 /), value: 200 });
    const second = await search('searchTicketsByNumber', {}, '', String(first.paginationToken));
    expect(second.results[0]?.value).toBe(170);
    expect(desk.sandbox.requests.map(({ query }) => query)).toEqual([
      'page=1&per_page=30&q[s]=id%20desc',
      'page=2&per_page=30&q[s]=id%20desc',
    ]);
  });

  it('are searched on the server by title', async () => {
    const found = await search('searchTicketsByNumber', {}, 'black and white');
    expect(found).toEqual({ results: [{ name: '#1 My black and white printer started printing colours', value: 1 }] });
  });

  it('are found by number', async () => {
    expect((await search('searchTicketsByNumber', {}, '#2')).results.map(({ value }) => value)).toContain(2);
    expect((await search('searchTicketsByNumber', {}, '157')).results.map(({ value }) => value)).toContain(157);
    // It is a text like others, and stands in no title.
    expect((await search('searchTicketsByNumber', {}, '157x')).results).toEqual([]);
  });
});

it('offers the tickets that the user requested', async () => {
  const found = await search('searchMyTicketsByNumber', { resource: 'myTicket' }, 'monitor');
  expect(found.results).toContainEqual({ name: '#4 Second monitor for my desk', value: 4 });
});

describe('people', () => {
  it('are referred to by number in paths, by id in fields', async () => {
    expect((await search('searchUsersByNumber', {}, 'aldente')).results).toEqual([
      { name: 'Al Dente (aldente)', value: 2 },
    ]);
    expect((await search('searchUsers', {}, 'aldente')).results).toEqual([
      { name: 'Al Dente (aldente)', value: ids.aldente },
    ]);
  });

  it('are found by full name and by e-mail', async () => {
    expect(names(await search('searchUsers', {}, 'maya foley'))).toEqual(['Maya Foley (mfoley)']);
    expect(names(await search('searchUsers', {}, 'axel.foley@'))).toEqual(['Axel Foley (afoley)']);
  });

  it('are in the order of the alphabet', async () => {
    const found = names(await search('searchAgents'));
    expect(found).toEqual([...found].sort((a, b) => a.localeCompare(b)));
    expect(found.length).toBeGreaterThan(3);
  });

  it('come once each, page by page, in a total order', async () => {
    const first = await search('searchUsersByNumber');
    const second = await search('searchUsersByNumber', {}, '', String(first.paginationToken));
    const found = [...first.results, ...second.results].map(({ value }) => value);
    expect(new Set(found).size).toBe(60);
    expect(desk.sandbox.requests.every(({ query }) => query.includes('q[s][]=first_name%20asc&q[s][]=id%20asc'))).toBe(
      true,
    );
  });

  it('are agents only where an agent is meant', async () => {
    expect(names(await search('searchAgents', {}, 'donkey'))).toEqual([]);
    expect(names(await search('searchUsers', {}, 'donkey'))).toEqual(['Don Key (donkey)']);
  });
});

it('finds CIs by what stands on them', async () => {
  const { friendly_id } = await desk.client.cis.create({
    name: 'Plotter',
    serial_number: 'SN-900',
    control_number: 'C-901',
  });
  for (const code of ['SN-900', 'C-901']) {
    expect(names(await search('searchCisByNumber', {}, code))).toEqual([`Plotter (#${friendly_id})`]);
  }
});

it('asks for a CI by its barcode where nothing else is called so', async () => {
  expect(await search('searchCisByNumber', {}, 'no-such-code')).toEqual({ results: [] });
  expect(desk.sandbox.requests.map(({ path }) => path)).toContain('/api/v1/cis/by_barcode/no-such-code');
});

it('marks who is archived, and finds people as they are written in lists', async () => {
  const { friendly_id } = await desk.client.users.create({ username: 'jroe', first_name: 'Jane', last_name: 'Roe' });
  expect((await search('searchUsersByNumber', {}, 'Roe, Jane')).results).toEqual([
    { name: 'Jane Roe (jroe)', value: friendly_id },
  ]);
  const archived = await desk.client.users.list({ q: { archived_at_not_null: true }, page: 1, per_page: 1 });
  const shown = names(await search('searchUsersByNumber', {}, String(archived[0]?.username)));
  expect(shown).toEqual([expect.stringMatching(/, archived$/)]);
});

it('offers no saved search that BOSSDesk cannot run', async () => {
  const all = await desk.client.savedSearches.list();
  const offered = await search('searchSearches');
  expect(all.some(({ owner_class }) => !['ticket', 'ci'].includes(owner_class))).toBe(true);
  expect(offered.results).toHaveLength(all.filter(({ owner_class }) => ['ticket', 'ci'].includes(owner_class)).length);
});

it('offers CIs by name with their number', async () => {
  expect((await search('searchCisByNumber', {}, 'BOSS-1000')).results).toEqual([{ name: 'BOSS-1000 (#1)', value: 1 }]);
});

it.each([
  ['searchTicketTypes', 'Incident', ids.incident],
  ['searchHelpdeskPriorities', 'High', ids.high],
  ['searchHelpdeskCategories', 'Network', ids.network],
  ['searchHelpdeskExtendedStatuses', 'On hold', ids.onHold],
  ['searchTeams', 'Service Desk', ids.serviceDesk],
  ['searchTaskTypes', 'Installation', ids.installation],
  ['searchCiTypes', 'Laptop', ids.laptop],
  ['searchCiStatuses', 'Active', ids.active],
  ['searchLocations', 'Atlanta', ids.atlanta],
  ['searchGroups', 'Managers', 21_001],
  ['searchSearches', 'All printers (ci)', 38_001],
])('%s finds by name, whatever the case', async (method, name, value) => {
  const found = await search(method, {}, name.toUpperCase());
  expect(found.results).toEqual([{ name, value }]);
});

it('searches manufacturers on the server', async () => {
  const [wanted] = await desk.client.manufacturers.list({ page: 2, per_page: 1 });
  const found = await search('searchManufacturers', {}, wanted?.name ?? '');
  expect(found.results).toEqual([{ name: wanted?.name, value: wanted?.id }]);
});

describe('what hangs on a ticket', () => {
  const full = { ticketNumber: byId(tickets.full) };

  it('is offered once the ticket is chosen', async () => {
    for (const number of ['', '={{ $json.number }}']) {
      await expect(search('searchTasks', { ticketNumber: byId(number) })).rejects.toThrow(
        'The tasks to choose from are those of one ticket',
      );
    }
    expect(names(await search('searchTasks', full))).toEqual(['Order a black cartridge']);
    expect(names(await search('searchTimeEntries', full))).toEqual([expect.stringMatching(/, 150 min, Barry Cade/)]);
    expect(names(await search('searchComments', full))).toEqual(['Not sure whether this is serious.']);
  });

  it('includes the files of the ticket or of the comment chosen', async () => {
    const [comment] = (await search('searchComments', full)).results;
    const ofTicket = await search('searchAttachments', { ...full, parent: 'ticket' });
    const ofComment = await search('searchAttachments', {
      ...full,
      parent: 'ticketComment',
      commentId: byId(Number(comment?.value)),
    });
    expect(ofTicket.results).toHaveLength(1);
    expect(ofComment.results).toHaveLength(1);
    expect(ofTicket.results).not.toEqual(ofComment.results);
  });

  it('is read as its requester sees it where that is chosen', async () => {
    const found = await search('searchAttachments', { ticketNumber: byId(tickets.own), parent: 'myTicket' });
    expect(found.results).toHaveLength(1);
    expect(desk.sandbox.requests[0]?.path).toBe(`/api/v1/my/tickets/${tickets.own}`);
  });
});

describe('lists to choose several from', () => {
  const load = async (resource: string, method: string) => (await desk.openPanel({ resource })).loadOptions(method);

  it('hold the tags of the kind of record', async () => {
    expect((await load('ticket', 'getTags')).map(({ name }) => name)).toContain('vip');
    expect((await load('ci', 'getTags')).map(({ name }) => name)).not.toContain('vip');
    expect(await load('user', 'getTags')).toContainEqual({ name: 'Intern', value: ids.intern });
  });

  it('hold all users by name', async () => {
    const users = await load('ci', 'getUsers');
    expect(users).toHaveLength(60);
    expect(users).toContainEqual({ name: 'Nia Feeney (nfeeney)', value: ids.nfeeney });
  });

  it('hold the roles that agents have, in few requests', async () => {
    expect((await load('user', 'getRoles')).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Administrator', 'Helpdesk', 'Technician']),
    );
    expect(desk.sandbox.requests.length).toBeLessThanOrEqual(22);
  });

  it('hold the custom fields of the kind of record', async () => {
    expect(await load('ci', 'getCustomFields')).toContainEqual({ name: 'Warranty Number', value: 35_010 });
  });

  it('hold what a condition can compare with, whole lists and pages of them alike', async () => {
    expect(await load('ticket', 'getHelpdeskPriorities')).toContainEqual({ name: 'High', value: ids.high });
    const agents = await load('ticket', 'getAgents');
    expect(agents).toContainEqual({ name: 'Al Dente (aldente)', value: ids.aldente });
    expect(agents.map(({ name }) => name)).not.toContain('Don Key (donkey)');
  });
});

it('says what is wrong in words of the credential', async () => {
  const panel = await desk.openPanel(
    { resource: 'ticket' },
    { bossDeskApi: { url: desk.sandbox.url, apiKey: 'wrong' } },
  );
  await expect(panel.searchList('searchTeams')).rejects.toMatchObject({
    message: expect.stringMatching(/^BOSSDesk refused the API key\. Check/),
    httpCode: '401',
  });
});
