import { getOperation, type OperationId } from '../operations/index.js';
import { errorFromResponse } from './errorFromResponse.js';
import { couldNot } from './sentences.js';
import type { HttpResponse } from './transport.js';

const failWith = (id: OperationId, response: Partial<HttpResponse>, input = {}) =>
  errorFromResponse(getOperation(id), input, { status: 400, headers: {}, body: '', ...response });

describe('what a refusal says and what is to be done', () => {
  it.each<[OperationId, number, string, string]>([
    [
      'account.get',
      401,
      'BOSSDesk refused the API key',
      'Check that the API key is complete and belongs to this account.',
    ],
    [
      'sessions.create',
      401,
      'BOSSDesk refused the user name or password',
      'Check both; accounts with single sign-on need an API key instead.',
    ],
    [
      'manufacturers.list',
      402,
      'Could not list manufacturers: the account has expired or its plan does not include the CMDB',
      'Ask the account owner about the BOSSDesk subscription.',
    ],
    [
      'ciTypes.list',
      402,
      'Could not list CI types: the account has expired or its plan does not include the CMDB',
      'Ask the account owner about the BOSSDesk subscription.',
    ],
    [
      'tickets.get',
      403,
      'Could not get a ticket: this user has no permission',
      'Ask a BOSSDesk administrator for the permission, or use the key of a user who has it.',
    ],
    [
      'tickets.update',
      409,
      'Could not update a ticket: somebody else changed the record at the same moment',
      'Read it again, and send the change once more if it still fits.',
    ],
    [
      'tickets.create',
      409,
      'Could not create a ticket: it conflicts with a record that exists',
      'Nothing was created. Look whether the record is there already.',
    ],
    ['tickets.get', 409, 'Could not get a ticket: BOSSDesk reports a conflict', 'Try again later.'],
    [
      'sessions.create',
      403,
      'Could not exchange user name and password for the API key: this user may not sign in to the API',
      'Check user name and password, and ask a BOSSDesk administrator whether this user may use the API.',
    ],
    [
      'sessions.create',
      422,
      'Could not exchange user name and password for the API key: BOSSDesk refused the request (422)',
      'Check user name and password.',
    ],
    ['tickets.get', 500, 'Could not get a ticket: BOSSDesk answered 500', 'Try again later.'],
    ['tickets.get', 599, 'Could not get a ticket: BOSSDesk answered 599', 'Try again later.'],
    [
      'tickets.close',
      502,
      'Could not close a ticket: BOSSDesk answered 502',
      'Look whether the change was made before sending it again.',
    ],
    [
      'savedSearches.run',
      501,
      'Could not run a saved search: BOSSDesk has not implemented this',
      'Only saved searches of tickets and CIs can be run (owner_class "ticket" or "ci").',
    ],
    [
      'tickets.get',
      501,
      'Could not get a ticket: BOSSDesk has not implemented this',
      'There is no other way in this API.',
    ],
    ['tickets.get', 429, 'Could not get a ticket: too many requests', 'Try again in a minute.'],
    [
      'tickets.close',
      429,
      'Could not close a ticket: too many requests',
      'Try again in a minute. Nothing was changed.',
    ],
    ['tickets.get', 400, 'Could not get a ticket: BOSSDesk refused the request (400)', 'Check what was asked for.'],
    [
      'tickets.list',
      400,
      'Could not list tickets: BOSSDesk refused the request (400)',
      'Check the filter and the sort, and what else was asked for.',
    ],
    [
      'tickets.update',
      400,
      'Could not update a ticket: BOSSDesk refused the request (400)',
      'Check the fields that were sent.',
    ],
    [
      'tickets.close',
      422,
      'Could not close a ticket: BOSSDesk refused the request (422)',
      'Look at the record: what state it is in, and what has to be done first.',
    ],
    [
      'tickets.create',
      405,
      'Could not create a ticket: BOSSDesk refused the request (405)',
      'Check that the BOSSDesk URL is the address of the service desk itself: what answers there does not take this kind of request.',
    ],
    [
      'tickets.create',
      413,
      'Could not create a ticket: BOSSDesk refused the request (413)',
      'It is too large for BOSSDesk or for something on the way to it: send less at once.',
    ],
    ['tickets.get', 499, 'Could not get a ticket: BOSSDesk refused the request (499)', 'Check what was asked for.'],
    [
      'tickets.get',
      399,
      'Could not get a ticket: the host answered with a redirect to another address',
      'Use the address it redirects to as the BOSSDesk URL.',
    ],
  ])('%s %d', (id, status, message, hint) => {
    const headers = { 'content-type': 'application/json' };
    expect(failWith(id, { status, headers })).toMatchObject({ message, hint, operation: id, status });
  });

  it.each([
    [199, 'BadRequestError'],
    [300, 'UnexpectedResponseError'],
    [399, 'UnexpectedResponseError'],
    [400, 'BadRequestError'],
    [499, 'BadRequestError'],
    [500, 'ServerError'],
  ])('%d is a %s', (status, name) => {
    expect(failWith('tickets.get', { status }).name).toBe(name);
  });

  it('keeps the id by which the request can be looked up', () => {
    expect(failWith('tickets.get', { headers: { 'x-request-id': 'req-7' } }).requestId).toBe('req-7');
    expect(failWith('tickets.get', {}).requestId).toBeUndefined();
  });
});

describe('a version that is old', () => {
  it('is told by its name', () => {
    expect(failWith('tickets.update', { status: 409 }, { friendly_id: 75, lock_version: 3 })).toMatchObject({
      message: 'Could not update a ticket: the record changed since its lock_version was read',
      hint: 'Read it again, apply the change to what is there now and send the new lock_version.',
    });
  });
});

describe('a refusal in plain text', () => {
  it.each([
    ['text/plain; charset=utf-8', 'the request was blocked before it reached BOSSDesk'],
    ['application/json', 'this user has no permission'],
  ])('as %s: %s', (type, words) => {
    const error = failWith('tickets.get', { status: 403, headers: { 'content-type': type } });
    expect(error.message).toBe(`Could not get a ticket: ${words}`);
    expect(error.hint).toContain(words.includes('blocked') ? 'this address is blocked' : 'permission');
  });
});

describe('what was not found', () => {
  const NUMBERS = 'A number is the one people see (friendly_id), an id is the API’s own (id): they are different. ';

  it.each<[OperationId, object, string, string]>([
    ['tickets.get', { friendly_id: 75 }, 'there is no ticket 75,', `${NUMBERS}Check what was given.`],
    [
      'tickets.update',
      { friendly_id: 75 },
      'there is no ticket 75,',
      `${NUMBERS}Records named by id in the fields must exist too. Check what was given.`,
    ],
    ['cis.getByBarcode', { barcode: 'A/1' }, 'there is no CI with barcode A/1', 'Check what was given.'],
    ['savedSearches.run', { id: 3 }, 'there is no saved search 3,', 'Check what was given.'],
    [
      'tickets.create',
      {},
      'BOSSDesk does not know the address or a record that the request names',
      'Check the BOSSDesk URL, and that every id in the request exists.',
    ],
  ])('%s %j', (id, input, words, hint) => {
    const error = failWith(id, { status: 404 }, input);
    expect(error.message).toContain(words);
    expect(error.hint).toBe(hint);
  });
});

describe('how long to wait', () => {
  it.each([
    ['0', 0, '1 second'],
    ['1', 1000, '1 second'],
    ['90', 90_000, '90 seconds'],
    ['soon', undefined, 'a minute'],
  ])('after Retry-After %s', (value, retryAfterMs, words) => {
    const error = failWith('tickets.get', { status: 429, headers: { 'retry-after': value } });
    expect(error).toMatchObject({ retryAfterMs, hint: `Try again in ${words}.` });
  });

  it('rounds the time until a date up to whole seconds', () => {
    jest.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8, 0, 0, 1) });
    try {
      const headers = { 'retry-after': 'Tue, 24 Nov 2026 08:00:30 GMT' };
      expect(failWith('tickets.get', { status: 429, headers }).hint).toBe('Try again in 30 seconds.');
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('a refused field', () => {
  it.each<[OperationId, object, string[], object]>([
    [
      'attachments.create',
      { key: ['is bad'], base: ['No'] },
      ['tmp_key is bad', 'No'],
      { tmp_key: ['is bad'], base: ['No'] },
    ],
    ['attachments.create', { keyword: ['is bad'] }, ['keyword is bad'], { keyword: ['is bad'] }],
    [
      'attachments.create',
      { base: ['key is bad', 'the key is bad'], key: ['is odd'] },
      ['tmp_key is bad', 'the key is bad', 'tmp_key is odd'],
      { base: ['key is bad', 'the key is bad'], tmp_key: ['is odd'] },
    ],
    ['tickets.update', { key: ['is bad'] }, ['key is bad'], { key: ['is bad'] }],
  ])('of %s: %j', (id, errors, messages, fieldErrors) => {
    const error = failWith(id, { status: 422, body: JSON.stringify({ errors }) });
    expect(error).toMatchObject({ name: 'ValidationError', messages });
    expect(error.fieldErrors).toStrictEqual(fieldErrors);
    expect(error.hint).toBe('Correct the fields named and send it again.');
    expect(error.message).toBe(`${couldNot(getOperation(id))}: ${messages.join('; ')}`);
  });
});
