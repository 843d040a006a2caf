import { type BossDeskError, createClient, isBossDeskError } from 'bossdesk-client';
import { connect } from 'bossdesk-client/node';
import { createUndiciTransport } from 'bossdesk-client/undici';
import { inspect } from 'node:util';
import { anyInput, operationIds } from '../support/anyInput.js';
import { findLeak, KEY, type LeakyDesk, openLeakyDesk, PASSWORD, shapes, USERNAME } from '../support/canary.js';

let desk: LeakyDesk;
beforeAll(async () => {
  desk = await openLeakyDesk();
});
afterAll(() => desk.close());

/** All that somebody can print of it. */
function print(error: BossDeskError): string {
  const { message, messages, fieldErrors, requestId, hint, stack } = error;
  return `${JSON.stringify({ message, messages, fieldErrors, requestId, hint, stack })}\n${inspect(error, { depth: 9 })}`;
}

it.each(Object.keys(shapes))('%s: no operation of the client tells a secret', async (shape) => {
  desk.answer = shape;
  const transport = createUndiciTransport({ apiKey: KEY, username: USERNAME, password: PASSWORD });
  const client = createClient({ baseUrl: desk.url, transport, sleep: () => Promise.resolve(), maxRetries: 0 });
  const told = await Promise.all(
    operationIds.map(async (id) => {
      try {
        await client.call(id, anyInput(id));
        return undefined;
      } catch (error) {
        if (!isBossDeskError(error)) throw error;
        return { id, leak: findLeak(print(error), 'key', 'login'), kind: error.name };
      }
    }),
  );
  await transport.close();
  const failures = told.filter((one) => one !== undefined);
  expect(failures.length).toBeGreaterThan(operationIds.length / 2);
  expect(failures.filter(({ kind }) => kind === 'InvalidInputError')).toEqual([]);
  expect(failures.filter(({ leak }) => leak !== undefined)).toEqual([]);
});

it('blots out the key that a login gave', async () => {
  desk.answer = 'an error in words';
  desk.signsIn = true;
  const client = connect({ url: desk.url, username: USERNAME, password: PASSWORD, maxRetries: 0 });
  const error: unknown = await client.account.get().catch((failure: unknown) => failure);
  expect(error).toMatchObject({ name: 'BadRequestError', operation: 'account.get' });
  expect(findLeak(print(error as BossDeskError), 'key', 'login')).toBeUndefined();
  expect(client.redact(`${PASSWORD} and ${KEY}`)).toBe('[secret] and [secret]');
  await client.close();
});

it.each([
  ` ${KEY}\n`,
  `Token token="${KEY}"`,
  `Authorization: Token token=${KEY}`,
  `Authorization: Token token="${KEY}"`,
  `'token="${KEY}"'`,
])('cleans a key that was pasted as %j', async (apiKey) => {
  const seen: unknown[] = [];
  desk.through = ({ headers }) => {
    seen.push(headers.authorization);
    return undefined;
  };
  const client = connect({ url: desk.url, apiKey, maxRetries: 0 });
  await client.account.get().catch(() => undefined);
  expect(seen).toEqual([`Token token="${KEY}"`]);
  await client.close();
});
