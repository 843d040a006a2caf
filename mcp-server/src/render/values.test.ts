import { line, showName, showBytes, showPerson, showRef, showTime, showYesNo } from './values.js';

describe('what refers to a record', () => {
  it.each([
    [{ id: 983, name: 'High' }, 'High (983)'],
    [{ id: 1, name: 'two\nlines' }, 'two lines (1)'],
    [{ id: 1, name: 'x'.repeat(81) }, `${'x'.repeat(79)}… (1)`],
    [null, undefined],
    [undefined, undefined],
  ])('%j is shown as %j', (ref, shown) => {
    expect(showRef(ref)).toBe(shown);
  });

  it.each([
    [{ first_name: 'Al', last_name: 'Dente', username: 'aldente' }, 'Al Dente'],
    [{ first_name: 'Al', last_name: null, username: 'aldente' }, 'Al'],
    [{ first_name: '  ', last_name: 'Dente', username: 'aldente' }, 'Dente'],
    [{ first_name: '', last_name: ' ', username: 'aldente', email: 'a@example.com' }, 'aldente'],
    [{ username: null, email: 'a@example.com' }, 'a@example.com'],
    [{}, 'unnamed'],
    [{ first_name: 'x'.repeat(90) }, `${'x'.repeat(79)}…`],
  ])('a person %j is called %j', (person, name) => {
    expect(showName({ id: 47, ...person })).toBe(name);
    expect(showPerson({ id: 47, ...person })).toBe(`${name} (47)`);
  });

  it('nobody is nothing', () => {
    expect([null, undefined].map(showPerson)).toEqual([undefined, undefined]);
  });
});

describe('showTime', () => {
  it.each([
    ['2026-11-24T08:05:59.123Z', '2026-11-24 08:05Z'],
    ['2026-11-24', '2026-11-24'],
    ['on 2026-11-24T08:05:59Z', 'on 2026-11-24T08:05:59Z'],
    ['2026-11-24T08:05', '2026-11-24T08:05'],
    [null, undefined],
    [undefined, undefined],
  ])('%j is shown as %j', (time, shown) => {
    expect(showTime(time)).toBe(shown);
  });
});

describe('showYesNo', () => {
  it.each([
    [true, 'yes'],
    [false, 'no'],
    [null, undefined],
    [undefined, undefined],
  ])('%j is %j', (value, shown) => {
    expect(showYesNo(value)).toBe(shown);
  });
});

describe('showBytes', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1000, '1.0 kB'],
    [12_345, '12.3 kB'],
    [999_949, '999.9 kB'],
    [1_000_000, '1.0 MB'],
    [12_345_678, '12.3 MB'],
  ])('%d is %s', (size, shown) => {
    expect(showBytes(size)).toBe(shown);
  });
});

describe('line', () => {
  it.each([
    ['value', ['label: value']],
    ['two\nlines', ['label: two\n  lines']],
    ['', []],
    [null, []],
    [undefined, []],
  ])('of %j', (value, lines) => {
    expect(line('label', value)).toEqual(lines);
  });
});
