import { renderUser } from './user.js';

type User = Parameters<typeof renderUser>[0];

describe('renderUser', () => {
  it('shows everything that is known', () => {
    const user = {
      id: 22,
      friendly_id: 7,
      first_name: 'Al',
      last_name: 'Dente',
      username: 'aldente',
      email: 'al@example.com',
      is_agent: false,
      domain_name: 'MEGA',
      designation: 'Cook',
      phone: '1',
      mobile: '2',
      other_email: 'b@example.com',
      time_zone: 'UTC',
      location: { id: 1, name: 'Rome' },
      group: { id: 2, name: 'Kitchen' },
      roles: [
        { id: 3, name: 'Technician' },
        { id: 4, name: 'Approver' },
      ],
      tags: [
        { id: 5, name: 'VIP' },
        { id: 6, name: 'Intern' },
      ],
      created_at: '2026-11-23T08:00:00Z',
      updated_at: '2026-11-24T08:00:00Z',
      archived_at: '2026-11-25T08:00:00Z',
    } as unknown as User;
    expect(renderUser(user)).toEqual([
      'name: Al Dente',
      'user name: aldente',
      'e-mail: al@example.com',
      'agent: no',
      'domain: MEGA',
      'designation: Cook',
      'phone: 1',
      'mobile: 2',
      'other e-mail: b@example.com',
      'time zone: UTC',
      'location: Rome (1)',
      'group: Kitchen (2)',
      'roles: Technician (3), Approver (4)',
      'tags: VIP (5), Intern (6)',
      'created: 2026-11-23 08:00Z',
      'updated: 2026-11-24 08:00Z',
      'archived: 2026-11-25 08:00Z',
    ]);
  });

  it('is short for a user of whom little is known', () => {
    expect(renderUser({ id: 22, friendly_id: 7, username: 'aldente' } as User)).toEqual([
      'name: aldente',
      'user name: aldente',
    ]);
  });
});
