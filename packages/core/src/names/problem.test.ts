import { createProblem, describeProblem, type NameProblem, quoteName } from './problem.js';

const problem: NameProblem = {
  field: 'priority_id',
  given: 'Sevre',
  noun: 'priority',
  reason: 'unknown',
  candidates: [],
  listing: 'called so',
  more: 0,
};

describe('createProblem', () => {
  it.each([
    [0, 0, 0],
    [10, 10, 0],
    [11, 10, 1],
    [25, 10, 15],
  ])('lists of %d candidates %d and counts %d more', (length, listed, more) => {
    const candidates = Array.from({ length }, (_, id) => ({ id, name: String(id) }));
    const { field, given, noun, reason } = problem;
    expect(createProblem({ field, given, noun, reason, candidates, listing: 'there are' })).toEqual({
      ...problem,
      candidates: candidates.slice(0, listed),
      listing: 'there are',
      more,
    });
  });

  it('has no candidates but those that are given', () => {
    const { field, given, noun, reason } = problem;
    expect(createProblem({ field, given, noun, reason })).toEqual(problem);
  });
});

describe('describeProblem', () => {
  it.each([
    ['empty', 'is empty; leave it out, or give a name or an id'],
    ['unknown', 'no priority is called "Sevre"'],
    ['ambiguous', 'more than one priority is called "Sevre"; give the id of one'],
    ['notAnAgent', '"Sevre" is a user but not an agent'],
    ['noMe', '"me" is not known here; give a name or an id'],
    ['twice', '"Cost" and "Sevre" are the same priority'],
  ] as const)('%s', (reason, words) => {
    expect(describeProblem({ ...problem, reason, other: 'Cost' })).toBe(words);
  });
});

describe('quoteName', () => {
  it.each([
    [' two\n lines ', '"two lines"'],
    ['x'.repeat(80), `"${'x'.repeat(80)}"`],
    ['x'.repeat(81), `"${'x'.repeat(79)}…"`],
    ['😀'.repeat(81), `"${'😀'.repeat(79)}…"`],
  ])('%j', (name, quoted) => {
    expect(quoteName(name)).toBe(quoted);
  });
});
