import { exportState } from '../data/exportState.js';
import { createState } from '../state/state.js';
import { seedState } from './seedState.js';

const counts = { tickets: 60, cis: 30, users: 20 };
const bytes = (seed: number, more: object = {}) =>
  [...exportState(createState(seedState({ seed, ...counts, ...more })))].join('');

describe('seeded data', () => {
  it('is the same for the same seed', () => {
    expect(bytes(5)).toBe(bytes(5));
  });

  it('differs for another seed', () => {
    expect(bytes(5)).not.toBe(bytes(6));
  });

  it('is as much as was asked for', () => {
    const state = createState(seedState({ seed: 1, tickets: 3, cis: 0, users: 0 }));
    expect([state.tickets.all.length, state.cis.all.length]).toEqual([3, 0]);
    expect(state.users.all.map((user) => user.username)).toContain('jackpot');
  });

  it('keeps what demos and tests name under any seed and size', () => {
    for (const [seed, tickets] of [
      [1, 10],
      [77, 500],
    ] as const) {
      const state = createState(seedState({ seed, ...counts, tickets }));
      expect(state.tickets.byFriendlyId(3)).toMatchObject({
        id: 185_003,
        title: 'Cannot sign in to the payroll portal',
      });
      expect(state.tickets.byFriendlyId(1)?.attachments[0]?.id).toBe(
        createState(seedState({ seed, ...counts })).tickets.byFriendlyId(1)?.attachments[0]?.id,
      );
      expect(state.cis.byFriendlyId(1)).toMatchObject({ name: 'BOSS-1000', barcode: 'BOSS-1000' });
    }
  });

  it('has custom fields of all nine types for tickets and for CIs', () => {
    const { lookups } = seedState({ seed: 1, ...counts });
    for (const ownerClass of ['ticket', 'ci']) {
      const types = lookups.custom_fields
        .filter((field) => field.owner_class === ownerClass)
        .map(({ type_id }) => type_id);
      expect(types).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 11]);
    }
  });

  it('never lets an id pass for a number that people see', () => {
    const { tickets, cis, users } = seedState({ seed: 1, ...counts });
    for (const records of [tickets, cis, users]) {
      expect(Math.min(...records.map(({ id }) => id))).toBeGreaterThan(10_000);
      expect(records.map((record) => record.friendly_id)).toEqual(records.map((_, index) => index + 1));
    }
  });
});
