import { idsAbove, idsBelow } from './branch.js';

const rows = [
  { id: 1, parent_id: null },
  { id: 2, parent_id: 1 },
  { id: 3, parent_id: 2 },
  { id: 4, parent_id: 1 },
  { id: 5, parent_id: 6 },
  { id: 6, parent_id: 5 },
];

describe('idsBelow', () => {
  it.each([
    [1, [2, 4, 3]],
    [2, [3]],
    [3, []],
    // A tree that bites its tail.
    [5, [6]],
    [9, []],
  ])('%d are %j', (id, below) => {
    expect(idsBelow(rows, id, 'parent_id')).toEqual(below);
  });
});

describe('idsAbove', () => {
  it.each([
    [3, [2, 1]],
    [1, []],
    // A tree that bites its tail.
    [5, [6]],
    [9, []],
  ])('%d are %j', (id, above) => {
    expect(idsAbove(rows, id, 'parent_id')).toEqual(above);
  });
});
