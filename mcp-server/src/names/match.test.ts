import { ambiguousName, findByName, readId, unknownName } from './match.js';

const priorities = [
  { id: 1, name: 'Low' },
  { id: 2, name: 'High' },
  { id: 3, name: 'Very high' },
  { id: 4, name: 'high' },
];

describe('readId', () => {
  it.each([
    ['983', 983],
    ['0', undefined],
    ['007', undefined],
    ['12a', undefined],
    ['-1', undefined],
    ['', undefined],
  ])('reads %j as %j', (text, id) => {
    expect(readId(text)).toBe(id);
  });
});

describe('findByName', () => {
  it('prefers the exact letter case', () => {
    expect(findByName(priorities, 'High')).toEqual([{ id: 2, name: 'High' }]);
  });

  it('ignores letter case and blanks otherwise, and answers all that fit', () => {
    expect(findByName(priorities, ' HIGH ').map(({ id }) => id)).toEqual([2, 4]);
    expect(findByName(priorities, 'very  High').map(({ id }) => id)).toEqual([3]);
  });

  it('finds a name however its accents are composed', () => {
    expect(findByName([{ id: 1, name: 'Zo\u00EB' }], 'Zoe\u0308')).toHaveLength(1);
  });
});

describe('unknownName', () => {
  it('lists what is close', () => {
    const error = unknownName('priority', 'priority', 'highest', priorities);
    expect(error.message).toBe('priority: no priority is called "highest".');
    expect(error.problems[0]?.candidates.map(({ name }) => name)).toEqual(['High', 'high']);
  });

  it('takes a slip for close', () => {
    expect(
      unknownName('type', 'ticket type', 'Incidnet', [
        { id: 1, name: 'Incident' },
        { id: 2, name: 'Bug' },
      ]).problems[0]?.candidates,
    ).toEqual([{ id: 1, name: 'Incident' }]);
  });

  it('lists at most ten, the first ones when nothing is close', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({
      id: index + 1,
      name: `Team ${String.fromCharCode(65 + index)}`,
    }));
    const error = unknownName('team', 'team', 'zzz', many);
    expect(error.problems[0]?.candidates).toHaveLength(10);
    expect(error.problems[0]?.more).toBe(15);
  });
});

describe('ambiguousName', () => {
  it('asks for an id', () => {
    const error = ambiguousName('priority', 'priority', 'HIGH', findByName(priorities, 'HIGH'));
    expect(error.message).toContain('more than one priority is called "HIGH"');
    expect(error.problems[0]?.candidates.map(({ id }) => id)).toEqual([2, 4]);
  });
});
