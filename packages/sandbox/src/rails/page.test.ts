import { takePage } from './page.js';
import { parseRackQuery } from './rackQuery.js';

const rows = Array.from({ length: 40 }, (_, index) => index + 1);
const page = (query: string) => takePage(rows, parseRackQuery(query));

describe('takePage', () => {
  it.each([
    ['', 1, 15],
    ['page=2', 16, 15],
    ['page=3', 31, 10],
    ['per_page=30', 1, 30],
    ['per_page=31', 1, 30],
    ['per_page=99999999999999999999', 1, 30],
    ['per_page=12abc', 1, 12],
    ['per_page=abc', 1, 15],
    ['per_page=-3', 1, 15],
    ['per_page=', 1, 15],
    ['page=0', 1, 15],
    ['page=-1', 1, 15],
    ['page=x', 1, 15],
    ['page=2x&per_page=5', 6, 5],
  ])('answers %s with rows from %i, %i of them', (query, first, count) => {
    expect(page(query)).toEqual(rows.slice(first - 1, first - 1 + count));
  });

  it.each(['per_page=0', 'page=4', 'page=99999999'])('answers %s with no rows', (query) => {
    expect(page(query)).toEqual([]);
  });

  it.each(['page[]=2', 'page[a]=2', 'per_page[]=2', 'page=99999999999999999999'])('fails with a 500 on %s', (query) => {
    expect(() => page(query)).toThrow(expect.objectContaining({ status: 500 }));
  });
});
