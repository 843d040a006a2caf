import { type Column, renderTable } from './table.js';
import { jsonSize } from './text.js';

interface Row {
  readonly a: string;
  readonly b?: string;
}
const columns: readonly Column<Row>[] = [
  { heading: 'a', cell: ({ a }) => a },
  { heading: 'b', cell: ({ b }) => b },
];
const ROOMY = 100_000;

describe('renderTable', () => {
  it('writes a heading alone for no rows', () => {
    expect(renderTable(columns, [], ROOMY)).toEqual(['']);
  });

  it('keeps a column that one row fills', () => {
    expect(renderTable(columns, [{ a: '1' }, { a: '2', b: 'x' }], ROOMY)).toEqual(['a | b', '1 | ', '2 | x']);
  });

  it('lets no cell begin another: neither by the sign between them nor by a line break', () => {
    expect(renderTable(columns, [{ a: 'x | y\nz', b: '|' }], ROOMY)[1]).toBe('x / y z | /');
  });

  it.each([
    [160, 160],
    [161, 160],
    [500, 160],
  ])('shows %d letters of a cell as %d', (length, shown) => {
    expect(renderTable(columns, [{ a: 'x'.repeat(length) }], ROOMY)[1]).toHaveLength(shown);
  });

  it('shows all where the row just fits, and shortens the longest cell where it does not', () => {
    const row = { a: 'x'.repeat(100), b: 'y'.repeat(50) };
    const whole = `${row.a} | ${row.b}`;
    const room = jsonSize('a | b') + 2 + whole.length + 2;
    expect(renderTable(columns, [row], room)[1]).toBe(whole);
    const [, shortened = ''] = renderTable(columns, [row], room - 1);
    expect(shortened).toBe(`${'x'.repeat(74)}… | ${row.b}`);
  });

  it('shortens the next when that is the longest, and no cell below twelve letters', () => {
    const row = { a: 'x'.repeat(100), b: 'y'.repeat(90) };
    const [, tight = ''] = renderTable(columns, [row], 10);
    expect(tight).toBe(`${'x'.repeat(11)}… | ${'y'.repeat(11)}…`);
  });

  it('gives every row its share of the room', () => {
    const rows = Array.from({ length: 10 }, () => ({ a: 'x'.repeat(150), b: 'y'.repeat(150) }));
    for (const room of [600, 1000, 2000]) {
      const lines = renderTable(columns, rows, room);
      expect(lines).toHaveLength(11);
      expect(jsonSize(lines.join('\n'))).toBeLessThanOrEqual(room);
    }
  });

  it('measures as JSON does: a letter may take several bytes', () => {
    const row = { a: '你'.repeat(60), b: 'y'.repeat(100) };
    const [, line = ''] = renderTable(columns, [row], 250);
    expect(line).toBe(`${'你'.repeat(44)}… | ${row.b}`);
  });
});
