import { isNothing } from './nothing.js';

describe('isNothing', () => {
  it.each([undefined, null, '', ' \n', 'null', ' undefined ', [], [''], [null, ['null']], {}])(
    'holds for %j',
    (value) => {
      expect(isNothing(value)).toBe(true);
    },
  );

  it.each([0, false, 'none', 'NULL', 'nullable', [0], ['', 'x'], { a: '' }, new Date(0)])(
    'does not hold for %j',
    (value) => {
      expect(isNothing(value)).toBe(false);
    },
  );
});
