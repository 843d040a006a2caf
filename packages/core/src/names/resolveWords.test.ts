import type { NameReader } from './reader.js';
import { resolveWords } from './resolveWords.js';

const rows = ['a', 'b', 'a, b', 'Boss, Inc.', '7', 'Smith, Jones, Brown, Ltd', 'x,y'].map((name, index) => ({
  id: index + 1,
  name,
}));

const reader: NameReader = { all: () => Promise.resolve(rows), find: () => Promise.resolve([]) };

const ask = async (text: string) =>
  (await resolveWords(reader, { kind: 'teams', field: 'team_id' }, text)).map((one) =>
    'resolved' in one ? one.resolved.id : `${one.problem.given}: ${one.problem.reason}`,
  );

describe('a text that lists names', () => {
  it.each([
    ['a', [1]],
    ['a,b ', [1, 2]],
    // What bears the whole text is meant first.
    ['a, b', [3]],
    ['A, B', [3]],
    ['b, a', [2, 1]],
    ['a, boss, inc., b', [1, 4, 2]],
    ['Smith, Jones, Brown, Ltd, a', [6, 1]],
    ['x,y,b', [7, 2]],
    // Digits are a name first and an id then.
    ['7, 2', [5, 2]],
    ['a, , ,b', [1, 2]],
    ['["a, b", "b", 9]', [3, 2, 9]],
    ['a, c, d', [1, 'c: unknown', 'd: unknown']],
    ['', [': empty']],
  ])('%j means %j', async (text, found) => {
    expect(await ask(text)).toEqual(found);
  });
});
