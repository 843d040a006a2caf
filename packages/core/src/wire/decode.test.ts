import type { BossDeskError } from '../errors/index.js';
import { getOperation, type OperationId } from '../operations/index.js';
import { decodeResponse } from './decode.js';
import { couldNot } from './sentences.js';

const decode = (id: OperationId, status: number, body: string) =>
  decodeResponse(getOperation(id), {}, { status, headers: { 'x-request-id': 'req-7' }, body });

describe('a success', () => {
  it.each([200, 201, 202, 299])('is %d', (status) => {
    expect(decode('tickets.get', status, '{"id":1}')).toEqual({ id: 1 });
  });

  it.each([199, 300, 400])('is not %d', (status) => {
    expect(() => decode('tickets.get', status, '{"id":1}')).toThrow();
  });

  it.each<[OperationId, string, unknown]>([
    ['tickets.list', '[]', []],
    ['tickets.list', '[{"id":1},{"id":2}]', [{ id: 1 }, { id: 2 }]],
    ['tickets.get', ' {"id":1} ', { id: 1 }],
    ['tickets.close', ' ', undefined],
    ['cis.delete', '', undefined],
    ['cis.delete', '{"id":1}', undefined],
    ['tickets.update', ' ', undefined],
  ])('of %s with %j is %j', (id, body, value) => {
    expect(decode(id, 200, body)).toEqual(value);
  });

  it.each<[OperationId, string, string]>([
    ['tickets.list', '{"tickets":[]}', 'a JSON list of records'],
    ['tickets.list', '[1]', 'a JSON list of records'],
    ['tickets.list', '[{"id":1},null]', 'a JSON list of records'],
    ['tickets.list', '', 'a JSON list of records'],
    ['tickets.get', '', 'a JSON record'],
    ['tickets.get', '[]', 'a JSON record'],
    ['tickets.get', 'null', 'a JSON record'],
    ['tickets.get', '"text"', 'a JSON record'],
    ['tickets.create', '<p>Sign in</p>', 'a JSON record'],
    ['tickets.create', '', 'a JSON record'],
    ['cis.delete', ' <p>Sign in</p>', 'empty'],
    ['tickets.update', '{"id":1', 'empty'],
    ['tickets.update', 'null', 'empty'],
    ['tickets.update', '[]', 'empty'],
  ])('of %s is not %j', (id, body, expected) => {
    expect(() => decode(id, 200, body)).toThrow(
      expect.objectContaining({
        name: 'UnexpectedResponseError',
        message: `${couldNot(getOperation(id))}: the answer is not ${expected}`,
        operation: id,
        status: 200,
        requestId: 'req-7',
        hint: expect.stringMatching(
          getOperation(id).change === undefined
            ? /service desk itself\.$/
            : /The change may have been made: look before/,
        ),
      }),
    );
  });

  it.each<[OperationId, string]>([
    ['tickets.get', '{"errors":{"base":["cannot be read"]}}'],
    ['tickets.get', '{"error":"cannot be read"}'],
    ['tickets.get', '{"error":{"message":"cannot be read"}}'],
    ['tickets.create', '{"errors":{"title":["can\'t be blank"]}}'],
    ['tickets.update', '{"errors":{"title":["can\'t be blank"]}}'],
  ])('of %s is not a refusal: %s', (id, body) => {
    expect(() => decode(id, 200, body)).toThrow(expect.objectContaining({ name: 'ValidationError' }));
  });

  it('keeps whole numbers that JavaScript would round apart, and refuses them as ids', () => {
    const body = '[{"id":1,"serial":9007199254740993},{"id":2,"serial":9007199254740992}]';
    expect(decode('cis.list', 200, body)).toEqual([
      { id: 1, serial: '9007199254740993' },
      { id: 2, serial: '9007199254740992' },
    ]);
    const beyond = 'the answer is not one whose ids can be told apart: an id is beyond 9007199254740991';
    expect(() => decode('cis.list', 200, '[{"id":9007199254740993},{"id":9007199254740992}]')).toThrow(beyond);
    expect(() => decode('cis.get', 200, '{"id":1,"friendly_id":9007199254740993}')).toThrow(beyond);
  });

  it('shows the start of what came instead, if anything did', () => {
    const bodies = ['<p>Sign in</p>', ' '];
    const messages = bodies.map((body) => {
      try {
        return decode('tickets.get', 200, body);
      } catch (error) {
        return (error as BossDeskError).messages;
      }
    });
    expect(messages).toEqual([['Sign in'], []]);
  });
});
