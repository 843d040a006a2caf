import { readQuery } from './conditions.js';
import { judgeGroup, type Verdict } from './judgeRows.js';

/** What a row with this one value shows about a condition on it. */
const judge = (shown: unknown, condition: string, wanted: unknown, attribute = 'size'): Verdict =>
  judgeGroup({ [attribute]: shown }, readQuery('tickets.list', { [`${attribute}_${condition}`]: wanted }));

describe('numbers compare exactly', () => {
  it.each([
    // condition, and whether it holds one below, at and one above what is wanted
    ['eq', false, true, false],
    ['not_eq', true, false, true],
    ['lt', true, false, false],
    ['lteq', true, true, false],
    ['gt', false, false, true],
    ['gteq', false, true, true],
  ])('%s', (condition, ...expected) => {
    const verdicts = [14, 15, 16].map((shown) => judge(shown, condition, 15));
    expect(verdicts).toEqual(expected.map((holds) => (holds ? 'holds' : 'contradicts')));
  });

  it.each([
    ['in', [14, 15], ['holds', 'contradicts']],
    ['not_in', [14, 15], ['contradicts', 'holds']],
    ['eq_any', [14, 15], ['holds', 'contradicts']],
    ['not_eq_any', [15, 16], ['holds', 'holds']],
    ['not_eq_all', [14, 15], ['contradicts', 'holds']],
    ['gt_any', [14, 20], ['holds', 'holds']],
    ['gt_all', [14, 20], ['contradicts', 'contradicts']],
    ['lteq_all', [15, 20], ['holds', 'contradicts']],
  ])('%s %j, for 15 and 16', (condition, wanted, expected) => {
    expect([15, 16].map((shown) => judge(shown, condition, wanted))).toEqual(expected);
  });
});

describe('moments', () => {
  const at = (ms: number) => new Date(Date.UTC(2026, 10, 24, 8) + ms).toISOString();

  // Rows show whole milliseconds of what the database keeps finer.
  it.each([
    ['lt', [true, true, false, false]],
    ['lteq', [true, true, true, false]],
    ['gt', [false, true, true, true]],
    ['gteq', [true, true, true, true]],
    ['eq', [true, true, true, false]],
  ])('with zones: %s', (condition, expected) => {
    const verdicts = [-1, 0, 1, 2].map((ms) => judge(at(ms), condition, at(0), 'due_at'));
    expect(verdicts).toEqual(expected.map((holds) => (holds ? 'holds' : 'contradicts')));
  });

  it.each(['gt', 'gteq', 'eq'])('two milliseconds earlier break %s', (condition) => {
    expect(judge(at(-2), condition, at(0), 'due_at')).toBe('contradicts');
  });

  const DAY = 86_400_000;

  // Without a zone the server reads the account's own, up to 14 hours away.
  it.each([
    ['lt', [true, true, false, false]],
    ['lteq', [true, true, true, false]],
    ['gt', [false, true, true, true]],
    ['gteq', [true, true, true, true]],
    ['eq', [true, true, true, false]],
  ])('without a zone: %s', (condition, expected) => {
    const midnight = -8 * 3_600_000;
    const verdicts = [-DAY, 0, DAY, DAY + 1].map((ms) => judge(at(midnight + ms), condition, '2026-11-24', 'due_at'));
    expect(verdicts).toEqual(expected.map((holds) => (holds ? 'holds' : 'contradicts')));
  });

  it.each([
    ['2026-11-24', 'a day'],
    ['2026-11-24T08:00:00', 'no zone'],
  ])('has a day of room for %s (%s)', (wanted) => {
    expect(judge(at(-8 * 3_600_000), 'gteq', wanted, 'due_at')).toBe('holds');
    expect(judge(at(-2 * DAY), 'gteq', wanted, 'due_at')).toBe('contradicts');
  });

  it('are read with a blank before the time', () => {
    expect(judge(at(0), 'gt', '2026-11-26 08:00:00', 'due_at')).toBe('contradicts');
    expect(judge(at(0), 'eq', ' 2026-11-24 08:00:00Z', 'due_at')).toBe('holds');
    expect(judge(at(5000), 'eq', '2026-11-24 08:00:00Z', 'due_at')).toBe('contradicts');
  });

  it.each(['2026-11-24T10:00:00+02:00', '2026-11-24T10:00:00+0200', '2026-11-24t08:00:00z', ' 2026-11-24T08:00:00Z '])(
    'knows the zone of %s',
    (wanted) => {
      expect(judge(at(0), 'eq', wanted, 'due_at')).toBe('holds');
      expect(judge(at(5000), 'eq', wanted, 'due_at')).toBe('contradicts');
    },
  );

  it('cannot compare what is no time', () => {
    expect(judge('soon', 'lt', '2026-11-24', 'due_at')).toBe('unknown');
    expect(judge('high', 'gt', 'low', 'name')).toBe('unknown');
    expect(judge('2026-11-24', 'gt', 'soon', 'name')).toBe('unknown');
    expect(judge('x 2026-11-24', 'gt', '2026-11-23', 'name')).toBe('unknown');
  });
});

describe('texts', () => {
  it.each([
    ['eq', 'printer', 'holds'],
    ['eq', 'PRÍNTER', 'holds'],
    ['eq', ' printer ', 'holds'],
    ['eq', 'print', 'contradicts'],
    ['not_eq', 'Printer', 'contradicts'],
    ['not_eq', 'printer', 'holds'],
    ['cont', 'INT', 'holds'],
    ['cont', 'ink', 'contradicts'],
    ['i_cont', 'INT', 'holds'],
    ['i_cont', 'ink', 'contradicts'],
    ['not_cont', 'rint', 'contradicts'],
    ['not_cont', 'RINT', 'holds'],
    ['not_i_cont', 'rint', 'contradicts'],
    ['not_i_cont', 'ink', 'holds'],
    ['start', 'pri', 'holds'],
    ['start', 'rin', 'contradicts'],
    ['not_start', 'Pri', 'contradicts'],
    ['not_start', 'rin', 'holds'],
    ['end', 'TER', 'holds'],
    ['end', 'prin', 'contradicts'],
    ['not_end', 'ter', 'contradicts'],
    ['not_end', 'Prin', 'holds'],
    ['matches', 'pr%', 'holds'],
    ['matches', 'p_inter', 'holds'],
    ['matches', 'p_nter', 'contradicts'],
    ['matches', 'rinter', 'contradicts'],
    ['matches', 'p.inter', 'contradicts'],
    ['matches', 'pr\\%', 'unknown'],
    ['does_not_match', 'Pr%', 'contradicts'],
    ['does_not_match', '%ink%', 'holds'],
    ['does_not_match', 'Pr\\%', 'unknown'],
  ] as const)('"Printer": %s %j %s', (condition, wanted, verdict) => {
    expect(judge('Printer', condition, wanted)).toBe(verdict);
  });

  it.each(['.', '*', '+', '?', '^', '$', '{', '}', '(', ')', '|', '[', ']'])('%s is no sign of a pattern', (sign) => {
    expect(judge(`a${sign}b`, 'matches', `a${sign}%`)).toBe('holds');
    expect(judge('ab', 'matches', `a${sign}b`)).toBe('contradicts');
  });

  it('a pattern reaches over line breaks', () => {
    expect(judge('first\nsecond', 'matches', 'first%d')).toBe('holds');
  });

  it.each([
    ['ﬁle', 'file'],
    ['Straße', 'STRASSE'],
    ['Ångström', 'angstrom'],
    [15, '15'],
  ])('%j may equal %j', (shown, wanted) => {
    expect(judge(shown, 'cont', wanted)).toBe('holds');
  });
});

describe('nothing', () => {
  it.each([
    ['eq', 5],
    ['lt', 5],
    ['lteq', 5],
    ['gt', 0],
    ['gteq', 0],
    ['cont', 'a'],
    ['start', 'a'],
    ['matches', '%'],
    ['in', [1, 2]],
  ])('is not %s %j', (condition, wanted) => {
    expect(judge(null, condition, wanted)).toBe('contradicts');
  });

  // Databases leave rows without a value out or put them in.
  it.each([
    ['not_eq', 5],
    ['not_in', [1, 2]],
    ['not_cont', 'a'],
    ['not_start', 'a'],
    ['does_not_match', '%'],
  ])('may be %s %j', (condition, wanted) => {
    expect(judge(null, condition, wanted)).toBe('holds');
  });
});

describe('yes and no', () => {
  it.each([
    // condition, then for true, false, null, '', 'x'
    ['true', 'holds contradicts contradicts contradicts contradicts'],
    ['not_true', 'contradicts holds holds holds holds'],
    ['false', 'contradicts holds contradicts contradicts contradicts'],
    ['not_false', 'holds contradicts holds holds holds'],
    ['null', 'contradicts contradicts holds contradicts contradicts'],
    ['not_null', 'holds holds contradicts holds holds'],
    ['blank', 'contradicts contradicts holds holds contradicts'],
    ['present', 'holds holds contradicts contradicts holds'],
  ])('%s', (condition, expected) => {
    const shown = [true, false, null, '', 'x'];
    expect(shown.map((value) => judge(value, condition, true)).join(' ')).toBe(expected);
    const opposite = { holds: 'contradicts', contradicts: 'holds' };
    expect(shown.map((value) => opposite[judge(value, condition, false) as 'holds']).join(' ')).toBe(expected);
  });

  it.each(['blank', 'present'])('%s of spaces alone depends on the database', (condition) => {
    expect(judge(' \t', condition, true)).toBe('unknown');
    expect(judge(' a ', condition, true)).not.toBe('unknown');
  });

  it.each([
    [true, 'eq', 'T', 'holds'],
    [true, 'eq', '0', 'contradicts'],
    [false, 'eq', 'false', 'holds'],
    [false, 'eq', '1', 'contradicts'],
    [true, 'not_eq', 'f', 'holds'],
    [true, 'not_eq', 't', 'contradicts'],
    [false, 'not_eq', '1', 'holds'],
    [false, 'not_eq', '0', 'contradicts'],
    [true, 'eq', 'maybe', 'contradicts'],
    [false, 'not_eq', 'maybe', 'contradicts'],
    [true, 'in', ['0', '1'], 'holds'],
  ] as const)('%s %s %j %s', (shown, condition, wanted, verdict) => {
    expect(judge(shown, condition, wanted)).toBe(verdict);
  });
});
