import { renderCi } from './ci.js';

type Ci = Parameters<typeof renderCi>[0];

const ci = { id: 132, friendly_id: 15, name: 'BOSS-1000', type: { id: 3, name: 'Desktop' } } as Ci;
const full: Ci = {
  ...ci,
  status: { id: 1, name: 'Active' },
  location: { id: 2, name: 'Atlanta' },
  manufacturer: { id: 4, name: 'BOSS Inc.' },
  model: 'X1',
  serial_number: 'S-1',
  control_number: 'C-1',
  online: true,
  archived_at: '2026-01-02T03:04:05Z',
  tags: [
    { id: 5, name: 'Spare' },
    { id: 6, name: 'Loan' },
  ],
  users: [
    {
      id: 8,
      friendly_id: 7,
      first_name: 'Al',
      last_name: 'Dente',
      email: 'al@example.com',
      group: { id: 9, name: 'IT' },
    },
    { id: 10, friendly_id: 11, username: 'jack', email: '', group: null },
  ],
  purchase_order: { id: 12, friendly_id: 13, number: 'PO-1' },
  dns_host_name: 'boss-1000.example.com',
  updated_at: '2026-11-24T08:00:00Z',
  created_at: '2026-11-23T08:00:00Z',
  inventory_updated_at: '2026-11-22T08:00:00Z',
  distinguished_name: 'CN=BOSS-1000',
  description: 'At the door',
  inventory: {
    os: { name: 'Windows', version: '11' },
    disk_drives: [{ size: 5 }, { size: 6 }],
    is_virtual: false,
    serial: null,
  },
};

describe('renderCi', () => {
  it('shows the most important first, and discovery in one line', () => {
    expect(renderCi(full, 'summary', ['Cost (2843): 12'])).toEqual([
      'name: BOSS-1000',
      'type: Desktop (3)',
      'status: Active (1)',
      'location: Atlanta (2)',
      'manufacturer: BOSS Inc. (4)',
      'model: X1',
      'serial number: S-1',
      'control number: C-1',
      'online: yes',
      'archived: 2026-01-02 03:04Z',
      'tags: Spare (5), Loan (6)',
      'users: Al Dente (8), user number 7, al@example.com, IT; jack (10), user number 11',
      'purchase order: PO-1 (number 13)',
      'host name: boss-1000.example.com',
      'Cost (2843): 12',
      'updated: 2026-11-24 08:00Z',
      'description: At the door',
      'OS: Windows 11',
    ]);
  });

  it('shows everything in full, each leaf of the inventory with its path', () => {
    expect(renderCi(full, 'full', []).slice(-10)).toEqual([
      'updated: 2026-11-24 08:00Z',
      'description: At the door',
      'distinguished name: CN=BOSS-1000',
      'created: 2026-11-23 08:00Z',
      'inventory of: 2026-11-22 08:00Z',
      'inventory os name: Windows',
      'inventory os version: 11',
      'inventory disk drives 1 size: 5',
      'inventory disk drives 2 size: 6',
      'inventory is virtual: false',
    ]);
  });

  it.each(['summary', 'full'] as const)('is short for a CI of which little is known (%s)', (detail) => {
    expect(renderCi(ci, detail, [])).toEqual(['name: BOSS-1000', 'type: Desktop (3)']);
    const empty = {
      ...ci,
      inventory: {},
      purchase_order: null,
      tags: [],
      users: [],
      description: null,
    } as unknown as Ci;
    expect(renderCi(empty, detail, [])).toEqual(['name: BOSS-1000', 'type: Desktop (3)']);
  });

  it.each([
    ['summary', 1500],
    ['full', 20_000],
  ] as const)('shows as much of a description in %s: %d letters', (detail, most) => {
    const of = (length: number) => renderCi({ ...ci, description: 'x'.repeat(length) }, detail, []).at(-1);
    expect(of(most)).toBe(`description: ${'x'.repeat(most)}`);
    expect(of(most + 1)).toBe(`description: ${'x'.repeat(most)}… [1 more characters]`);
  });

  it('shows half an operating system', () => {
    const named = { ...ci, inventory: { os: { name: 'Windows', version: null } } } as unknown as Ci;
    expect(renderCi(named, 'summary', []).at(-1)).toBe('OS: Windows');
  });

  it('cuts a name and a leaf to 500 letters', () => {
    const long = { ...ci, name: 'x'.repeat(501), inventory: { a: 'y'.repeat(501) } } as unknown as Ci;
    const lines = renderCi(long, 'full', []);
    expect(lines[0]).toBe(`name: ${'x'.repeat(499)}…`);
    expect(lines.at(-1)).toBe(`inventory a: ${'y'.repeat(499)}…`);
  });
});
