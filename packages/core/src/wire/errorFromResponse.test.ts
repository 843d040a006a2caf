import { getOperation, type OperationId } from '../operations/index.js';
import { decodeResponse } from './decode.js';
import { errorFromResponse } from './errorFromResponse.js';
import type { BossDeskError } from '../errors/index.js';
import type { HttpResponse } from './transport.js';

function failWith(id: OperationId, input: Record<string, unknown>, response: Partial<HttpResponse>): BossDeskError {
  try {
    decodeResponse(getOperation(id), input, { status: 200, headers: {}, body: '', ...response });
  } catch (error) {
    return error as BossDeskError;
  }
  throw new Error('It should have failed');
}

describe('a page in place of an answer', () => {
  it.each(['tickets.update', 'cis.delete', 'tickets.get'] as const)(
    'fails %s, also where no body is expected',
    (id) => {
      expect(failWith(id, { friendly_id: 75 }, { body: '\n<!DOCTYPE html><p>Please sign in</p>' })).toMatchObject({
        name: 'UnexpectedResponseError',
        messages: ['Please sign in'],
      });
    },
  );
});

describe('a refusal', () => {
  it.each([
    [400, 'BadRequestError'],
    [401, 'AuthenticationError'],
    [402, 'PlanLimitError'],
    [403, 'PermissionError'],
    [404, 'NotFoundError'],
    [406, 'BadRequestError'],
    [409, 'ConflictError'],
    [422, 'ValidationError'],
    [429, 'RateLimitError'],
    [500, 'ServerError'],
    [501, 'NotImplementedError'],
    [503, 'ServerError'],
    [301, 'UnexpectedResponseError'],
  ])('%d becomes %s and carries operation, status and request id', (status, name) => {
    const error = failWith('tickets.update', { friendly_id: 75 }, { status, headers: { 'x-request-id': 'req-7' } });
    expect(error).toMatchObject({ name, operation: 'tickets.update', status, requestId: 'req-7' });
    expect(error.hint).not.toBeUndefined();
  });

  it('tells validation messages by field, and the base ones as sentences', () => {
    const error = failWith(
      'tickets.close',
      { friendly_id: 75 },
      {
        status: 422,
        body: '{"errors":{"title":["can\'t be blank"],"base":["can\'t be closed because of this and that"]}}',
      },
    );
    expect(error.name).toBe('ValidationError');
    expect(error.message).toBe(
      "Could not close a ticket: title can't be blank; can't be closed because of this and that",
    );
    expect(error.fieldErrors).toEqual({
      title: ["can't be blank"],
      base: ["can't be closed because of this and that"],
    });
  });

  it('names the field as it was sent when the API names it otherwise', () => {
    const error = failWith(
      'attachments.create',
      { friendly_id: 5 },
      { status: 422, body: '{"errors":{"key":["is invalid"]}}' },
    );
    expect(error.message).toContain('tmp_key is invalid');
    expect(error.fieldErrors).toEqual({ tmp_key: ['is invalid'] });
  });

  it('says which number or id was not found, and which of the two was expected', () => {
    const error = failWith(
      'tasks.close',
      { friendly_id: 75, id: 15 },
      { status: 404, body: '{"status":404,"error":"Not Found"}' },
    );
    expect(error.message).toContain('there is no task 15 of ticket 75');
    expect(error.hint).toContain('friendly_id');
    expect(error.messages).toEqual(['Not Found']);
  });

  it('does not take a firewall for a missing permission', () => {
    const error = failWith(
      'tickets.list',
      {},
      { status: 403, headers: { 'content-type': 'text/plain' }, body: 'Forbidden\n' },
    );
    expect(error.message).toContain('blocked');
  });

  it('names the module that the plan lacks', () => {
    expect(failWith('cis.list', {}, { status: 402 }).message).toContain('CMDB');
    expect(failWith('tickets.list', {}, { status: 402 }).message).toContain('API access');
  });

  it('tells how long to wait', () => {
    const error = failWith(
      'tickets.create',
      {},
      { status: 429, headers: { 'retry-after': '30' }, body: 'Retry later\n' },
    );
    expect(error).toMatchObject({ retryAfterMs: 30_000, messages: ['Retry later'] });
    expect(error.hint).toBe('Try again in 30 seconds. Nothing was changed.');
  });

  it('shows the text of an HTML page, not its tags', () => {
    const body =
      '<!DOCTYPE html><html><head><title>x</title></head><body><h1>We&nbsp;are down</h1><p>for maintenance</p></body></html>';
    const error = failWith('tickets.list', {}, { status: 503, headers: { 'content-type': 'text/html' }, body });
    expect(error.messages).toEqual(['We&nbsp;are down for maintenance']);
  });

  it('tells a wrong password from a wrong key', () => {
    expect(failWith('sessions.create', {}, { status: 401 }).message).toContain('user name or password');
    expect(failWith('account.get', {}, { status: 401, body: 'HTTP Token: Access denied.\n' }).message).toContain(
      'API key',
    );
  });
});

describe('a success', () => {
  const decode = (id: OperationId, response: Partial<HttpResponse>) =>
    decodeResponse(getOperation(id), {}, { status: 200, headers: {}, body: '', ...response });

  it.each([
    ['a login page', 'account.get', '<html><body>Sign in</body></html>'],
    ['a record where a list belongs', 'tickets.list', '{"tickets":[]}'],
    ['a list where a record belongs', 'account.get', '[]'],
    ['a body cut off', 'tickets.get', '{"id": 1, "tit'],
    ['nothing', 'tickets.get', ''],
  ] as const)('with %s is an UnexpectedResponseError', (_, id, body) => {
    expect(failWith(id, {}, { body })).toMatchObject({ name: 'UnexpectedResponseError', operation: id, status: 200 });
  });

  it('keeps fields that the doc does not name', () => {
    expect(decode('tickets.get', { body: '{"id":1,"sla":{"state":"ok"}}' })).toEqual({ id: 1, sla: { state: 'ok' } });
  });

  it('is any 2xx, with or without a body where the API changes something', () => {
    expect(decode('tickets.create', { status: 200, body: '{"id":1}' })).toEqual({ id: 1 });
    expect(decode('attachments.delete', { status: 204 })).toBeUndefined();
    expect(decode('tickets.update', { status: 200, body: '{"id":1}' })).toBeUndefined();
  });
});

it('a proxy that answers in place of BOSSDesk and wants a login is told as a proxy, and nothing was sent', () => {
  expect(errorFromResponse(getOperation('tickets.close'), {}, { status: 407, headers: {}, body: '' })).toMatchObject({
    name: 'ConnectionError',
    fault: 'proxy',
    sent: false,
    message: 'Could not close a ticket: a proxy on the way to BOSSDesk wants a user name and password (407)',
    hint: expect.stringContaining('HTTPS_PROXY=http://user:password@host:port'),
  });
});
