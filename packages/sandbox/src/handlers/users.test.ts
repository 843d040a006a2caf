import { useSandbox } from '../testing/useSandbox.js';

const { call, get } = useSandbox({ tickets: 5, cis: 5, users: 30 });

describe('users', () => {
  it('are found by several conditions', async () => {
    expect((await get('/users?q[last_name_eq]=Foley&q[first_name_eq]=Axel')).json).toMatchObject([
      { username: 'afoley' },
    ]);
    expect((await get('/users?q[last_name_eq]=Rivers')).json).toHaveLength(2);
  });

  it('come twice when they are joined with their roles', async () => {
    const rows = (await get('/users?q[roles_id_in][]=33001&q[roles_id_in][]=33002&q[username_eq]=jackpot')).json;
    expect(rows).toMatchObject([{ username: 'jackpot' }, { username: 'jackpot' }]);
  });

  it("are created as requesters, with the account's time zone", async () => {
    const user = { username: 'whilpert', email: 'whilpert@example.com', phone: '', time_zone: '', tag_ids: [] };
    const reply = await call('POST', '/users', { body: { user } });
    expect(reply).toMatchObject({
      status: 201,
      json: {
        username: 'whilpert',
        phone: '',
        time_zone: 'Eastern Time (US & Canada)',
        is_agent: false,
        location: null,
        roles: [],
      },
    });
  });

  it('take roles only when they are updated', async () => {
    const body = { user: { username: 'whilpert', role_ids: [33_002] } };
    const created = await call('POST', '/users', { body });
    expect(created.json).toMatchObject({ roles: [] });
    const { friendly_id: number } = created.json as { friendly_id: number };
    expect((await call('PATCH', `/users/${number}`, { body })).status).toBe(204);
    expect((await get(`/users/${number}`)).json).toMatchObject({ roles: [{ name: 'Technician' }] });
  });

  it.each([
    [{ username: '' }, { username: ["can't be blank"] }],
    [{ username: 'jackpot' }, { username: ['has already been taken'] }],
    [{ username: 'new', email: 'no address' }, { email: ['is invalid'] }],
    [{ username: 'new', email: 'al.dente@example.com' }, { email: ['has already been taken'] }],
    [{ username: 'new', group_id: 9 }, { group: ['must exist'] }],
  ])('are refused as %j', async (user, errors) => {
    expect(await call('POST', '/users', { body: { user } })).toMatchObject({ status: 422, json: { errors } });
  });

  it('may have a name that differs in case only', async () => {
    expect((await call('POST', '/users', { body: { user: { username: 'JackPot' } } })).status).toBe(201);
  });

  it('may keep their own name and address', async () => {
    const user = { username: 'jackpot', email: 'jack.pot@example.com', designation: 'Chief' };
    expect((await call('PATCH', '/users/1', { body: { user } })).status).toBe(204);
    expect((await get('/users/1')).json).toMatchObject({ designation: 'Chief' });
  });
});

describe('reference data', () => {
  it('comes whole where the doc knows no pages, and ignores filters there', async () => {
    expect((await get('/ticket_types?per_page=1&q[name_eq]=x')).json).toHaveLength(4);
  });

  it.each(['groups', 'manufacturers'])('pages and searches in %s', async (kind) => {
    const rows = (await get(`/${kind}?per_page=5&page=2`)).json as { name: string }[];
    expect(rows).toHaveLength(5);
    const query = new URLSearchParams({ 'q[name_eq]': rows[0]?.name ?? '' });
    expect((await get(`/${kind}?${query.toString()}`)).json).toEqual([rows[0]]);
  });
});
