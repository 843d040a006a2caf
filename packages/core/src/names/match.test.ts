import { findNamed, foldName, isClose, partsAsShown, readId, readNumber } from './match.js';

describe('foldName', () => {
  it.each([
    ['  High  Priority\n', 'high priority'],
    ['Zu\u0308rich', 'zürich'],
    ['ZÜRICH', 'zürich'],
    ['Software | Licence', 'software / licence'],
    ['V\u200BIP\u202E', 'vip'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['', ''],
  ])('%j is %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
});

describe('digits', () => {
  it.each([
    ['75', 75, 75],
    [' 75 ', 75, 75],
    ['#75', undefined, 75],
    [' # 75 ', undefined, 75],
    ['##75', undefined, undefined],
    ['75#', undefined, undefined],
    ['0', undefined, undefined],
    ['075', undefined, undefined],
    ['-75', undefined, undefined],
    ['7.5', undefined, undefined],
    ['x75', undefined, undefined],
    ['75x', undefined, undefined],
    ['999999999999999', 999_999_999_999_999, 999_999_999_999_999],
    ['1000000000000000', undefined, undefined],
    ['', undefined, undefined],
  ])('%j are the id %j and the number %j', (text, id, number) => {
    expect(readId(text)).toBe(id);
    expect(readNumber(text)).toBe(number);
  });
});

describe('findNamed', () => {
  const all = [
    { id: 1, names: ['High'] },
    { id: 2, names: ['HIGH', 'Very high'] },
    { id: 3, names: ['Low'] },
  ];
  const find = (name: string) => findNamed(all, name, ({ names }) => names).map(({ id }) => id);

  it.each([
    ['High', [1]],
    [' HIGH ', [2]],
    ['high', [1, 2]],
    ['very  HIGH', [2]],
    ['Hig', []],
    ['', []],
  ])('%j finds %j', (name, ids) => {
    expect(find(name)).toEqual(ids);
  });
});

describe('a name as a reply showed it', () => {
  const long = 'Waiting on the vendor of the printers';
  const all = [
    { id: 1, name: 'Software | Licence' },
    { id: 2, name: 'V\u200BIP' },
    { id: 3, name: long },
    { id: 4, name: 'Waiting on the vendor' },
    { id: 5, name: 'Software | Lease' },
  ];
  const find = (name: string) => findNamed(all, name, (one) => [one.name]).map(({ id }) => id);

  it.each([
    ['Software / Licence', [1]],
    ['software | licence', [1]],
    ['VIP', [2]],
    [`${long.slice(0, 30)}…`, [3]],
    ['Waiting on the vendor', [4]],
    ['Waiting on…', [3, 4]],
    ['Software /…', [1, 5]],
    // No reply cuts that short.
    ['Waiting o…', []],
    ['…', []],
    ['Software', []],
  ])('%j is that of %j', (name, ids) => {
    expect(find(name)).toEqual(ids);
  });

  it.each([
    ['Software / Licence', ['Software', 'Licence']],
    ['Waiting on the…', ['Waiting on the']],
    ['Support', ['Supp', 'ort']],
    ['VIP desk', ['VIP', 'desk']],
    ['x', []],
    ['', []],
  ])('%j is searched for by %j', (name, parts) => {
    expect(partsAsShown(name)).toEqual(parts);
  });
});

describe('isClose', () => {
  it.each([
    // One contains the other, in any spelling.
    ['Hardware Team', 'hardware'],
    ['IT', 'it department'],
    ['Zürich', 'ZU\u0308R'],
    // They share a word of more than two letters.
    ['Waiting on Vendor', 'vendor (waiting)'],
    ['Network-Team', 'my team'],
    // They differ by one slip of a short name: a letter more, less, another, two swapped.
    ['Laptop', 'Lapptop'],
    ['Laptop', 'Latop'],
    ['Laptop', 'Lapdop'],
    ['Laptop', 'Latpop'],
    ['Laptop', 'aLptop'],
    ['Laptop', 'Laptpo'],
    ['abc', 'abd'],
    // By two of a name of eight letters.
    ['Incident', 'Inzidant'],
    ['Incident', 'Ncidents'],
    ['Incident', 'nIciednt'],
  ])('%j may be meant by %j', (name, given) => {
    expect(isClose(name, given)).toBe(true);
  });

  it.each([
    ['Laptop', 'Lbbtop'],
    ['Laptop', 'Desktop'],
    ['Laptop', 'Lpatpo'],
    ['Incident', 'Inzidanz'],
    ['abcdefg', 'abxdexg'],
    // A word of two letters is no word to go by.
    ['Out of order', 'of no use'],
    ['High', 'Low'],
    ['abc', 'xyz'],
    ['ab', 'ba c'],
  ])('%j is not meant by %j', (name, given) => {
    expect(isClose(name, given)).toBe(false);
  });

  it('counts slips up to a hundred letters', () => {
    expect(isClose('a'.repeat(100), `${'a'.repeat(99)}b`)).toBe(true);
    expect(isClose('a'.repeat(101), `${'a'.repeat(100)}b`)).toBe(false);
    expect(isClose(`${'a'.repeat(100)}b`, 'a'.repeat(99))).toBe(true);
  });
});
