import {
  AbortedError,
  BossDeskError,
  ConnectionError,
  FilterIgnoredError,
  InvalidInputError,
  InvalidUrlError,
  isBossDeskError,
  mayHaveHappened,
  NotFoundError,
  RateLimitError,
  ServerError,
  StorageError,
  TimeoutError,
  UnexpectedResponseError,
  ValidationError,
} from './index.js';

describe('an error', () => {
  it('carries what is known, and nothing where nothing is', () => {
    const details = {
      operation: 'tickets.get',
      status: 404,
      messages: ['Not Found'],
      fieldErrors: { base: ['x'] },
      requestId: 'req-7',
      hint: 'Look.',
    };
    const cause = new Error('inner');
    expect(new BossDeskError('It failed', details, { cause })).toMatchObject({
      message: 'It failed',
      ...details,
      cause,
    });
    expect(new BossDeskError('It failed', { operation: 'tickets.get' })).toMatchObject({
      status: undefined,
      messages: [],
      fieldErrors: {},
      requestId: undefined,
      hint: undefined,
    });
    expect(new BossDeskError('x', { operation: 'x' }).name).toBe('BossDeskError');
    expect(new InvalidUrlError('x').name).toBe('InvalidUrlError');
  });

  it('of the input tells each field', () => {
    const issues = [
      { field: 'title', message: 'is required' },
      { field: 'type_id', message: 'cannot be null' },
    ];
    const error = new InvalidInputError({ operation: 'tickets.create', issues });
    expect(error).toMatchObject({ message: 'title: is required; type_id: cannot be null', issues, hint: undefined });
    expect(new InvalidInputError({ operation: 'x', issues, hint: 'Split it.' }).hint).toBe('Split it.');
  });

  it('of a filter names the filter, and why', () => {
    const error = new FilterIgnoredError({ operation: 'tickets.list', filter: 'a_eq', evidence: 'the answer holds 5' });
    expect(error).toMatchObject({
      name: 'FilterIgnoredError',
      filter: 'a_eq',
      message: 'BOSSDesk ignored the filter a_eq: the answer holds 5',
      hint: expect.stringContaining('the list is not filtered by it'),
    });
  });
});

describe('isBossDeskError', () => {
  const errors = [
    new ConnectionError('x', { operation: 'x', sent: true }),
    new RateLimitError('x', { operation: 'x', retryAfterMs: 5 }),
    new StorageError('x', { operation: 'x', code: 'E' }),
    new NotFoundError('x', { operation: 'x' }),
  ];

  it.each(errors.map((error) => [error.name, error] as const))('tells %s from others', (name, error) => {
    expect(isBossDeskError(error)).toBe(true);
    expect(isBossDeskError(error, 'BossDeskError')).toBe(true);
    expect(errors.filter((other) => isBossDeskError(other, name))).toEqual([error]);
  });

  it('knows the errors of another copy of this package', () => {
    const foreign = { name: 'NotFoundError', operation: 'x', messages: [] };
    expect(isBossDeskError(foreign, 'NotFoundError')).toBe(true);
  });

  it.each([
    undefined,
    null,
    'NotFoundError',
    new Error('x'),
    { name: 'NotFoundError', operation: 'x' },
    { name: 'NotFoundError', messages: [] },
    { operation: 'x', messages: [] },
  ])('does not take %p for one', (error) => {
    expect(isBossDeskError(error)).toBe(false);
    expect(isBossDeskError(error, 'NotFoundError')).toBe(false);
  });
});

describe('mayHaveHappened', () => {
  const details = { operation: 'tickets.close' };

  it.each([
    [new ConnectionError('x', { ...details, sent: true }), true],
    [new ConnectionError('x', { ...details, sent: false }), false],
    [new TimeoutError('x', details), true],
    [new AbortedError('x', details), true],
    [new AbortedError('x', { ...details, sent: false }), false],
    [new ServerError('x', details), true],
    [new UnexpectedResponseError('x', details), true],
    [new ValidationError('x', details), false],
    [new RateLimitError('x', { ...details, retryAfterMs: undefined }), false],
    [new NotFoundError('x', details), false],
  ])('after a %s: %s', (error, expected) => {
    expect(mayHaveHappened(error)).toBe(expected);
  });
});

it('no control character reaches what people read', () => {
  const bad = 'a\u0000b\u001b[2Jc\u009bd';
  const error = new NotFoundError(bad, {
    operation: 'tickets.get',
    messages: [bad, 'two\nlines'],
    fieldErrors: { [bad]: [bad] },
    requestId: bad,
    hint: bad,
  });
  const clean = 'a b [2Jc d';
  expect(error).toMatchObject({
    message: clean,
    messages: [clean, 'two\nlines'],
    fieldErrors: { [clean]: [clean] },
    requestId: clean,
    hint: clean,
  });
});
