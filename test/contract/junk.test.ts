import { createClient, getOperation, isBossDeskError, type Operation, type OperationId } from 'bossdesk-client';
import { anyInput, operationIds } from '../support/anyInput.js';

/** Answers that are no records, with 200. */
const junk: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['null', 'null'],
  ['a number', '7'],
  ['a text', '"maintenance"'],
  ['true', 'true'],
  ['false', 'false'],
  ['a list', '[]'],
  ['a list of null', '[null]'],
  ['a list of texts', '["a"]'],
  ['a list of lists', '[[]]'],
  ['HTML', '<html><body>Maintenance</body></html>'],
  ['half an answer', '{"id":1,"na'],
];

function call(id: OperationId, body: string): Promise<unknown> {
  const transport = () => Promise.resolve({ status: 200, headers: { 'content-type': 'application/json' }, body });
  const client = createClient({ baseUrl: 'acme', transport, sleep: () => Promise.resolve(), maxRetries: 0 });
  return client.call(id, anyInput(id));
}

describe.each(junk)('%s', (_, body) => {
  it.each(operationIds)('is told to be no answer of %s', async (id) => {
    const operation: Operation = getOperation(id);
    const outcome: unknown = await call(id, body).catch((error: unknown) => error);
    const isTold =
      isBossDeskError(outcome, 'UnexpectedResponseError') &&
      /^Could not .*: the answer is not (?:a JSON (?:record|list)|empty)/.test(outcome.message);
    // An empty list is one, and where nothing is documented nothing is an answer.
    const isAnswer = operation.success.body === 'list' ? JSON.stringify(outcome) === '[]' : outcome === undefined;
    expect(isTold || isAnswer).toBe(true);
  });
});
