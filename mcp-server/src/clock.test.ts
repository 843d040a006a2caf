import { type Client, NotFoundError, PermissionError, ServerError, AuthenticationError } from 'bossdesk-client';
import { setTimeout as wait } from 'node:timers/promises';
import railsZones from 'rails-timezone';
import { createAccountClock } from './clock.js';

const NOW = Date.parse('2026-05-26T02:00:00Z');

function openClock(answer: () => Promise<unknown>) {
  const get = jest.fn(answer);
  const client = { account: { get } } as unknown as Client;
  return {
    get,
    clock: createAccountClock(
      async () => client,
      () => NOW,
    ),
  };
}

const zoned = (time_zone: string | null) => openClock(async () => ({ time_zone }));

it.each([
  ['Eastern Time (US & Canada)', 'America/New_York'],
  ['Santiago', 'America/Santiago'],
  ['Kathmandu', 'Asia/Kathmandu'],
  ['UTC', 'Etc/UTC'],
  ['Europe/Berlin', 'Europe/Berlin'],
])('knows the zone that an account calls %s', async (label, zone) => {
  expect(await zoned(label).clock.read()).toEqual({ label, zone, now: NOW });
});

it.each(railsZones.list())('can reckon in the zone that Rails calls %s', async (label) => {
  expect((await zoned(label).clock.read()).zone).not.toBe('');
});

it.each([
  ['Mars', 'time zone is not a known one'],
  ['toString', 'time zone is not a known one'],
  ['', 'the account has no time zone'],
  [null, 'the account has no time zone'],
])('refuses to guess for an account whose zone is %j', async (label, words) => {
  await expect(zoned(label).clock.read()).rejects.toThrow(words);
  await expect(zoned(label).clock.read()).rejects.toThrow('Give times with their zone, e.g. 2026-05-25T08:00:00-04:00');
});

const refusal = { operation: 'account.get' };

it.each([
  new PermissionError('No permission to read the account', { ...refusal, status: 403 }),
  new NotFoundError('There is no account', { ...refusal, status: 404 }),
  new ServerError('The server failed', { ...refusal, status: 500 }),
])('says what the zone was needed for where the account cannot be read: $message', async (error) => {
  const { clock } = openClock(() => Promise.reject(error));
  await expect(clock.read()).rejects.toThrow(
    `Days and times without a zone are the account's, and its time zone cannot be read: ${error.message}. Give times`,
  );
});

it.each([new AuthenticationError('Wrong key', { ...refusal, status: 401 }), new Error('Broken')])(
  'passes on what is wrong with every call: $message',
  async (error) => {
    await expect(openClock(() => Promise.reject(error)).clock.read()).rejects.toBe(error);
  },
);

it('reads the account once, and again after a failure or an hour', async () => {
  const time = jest.spyOn(performance, 'now').mockReturnValue(1);
  let fails = true;
  const { get, clock } = openClock(async () => {
    if (fails) throw new Error('Broken');
    return { time_zone: 'UTC' };
  });
  await expect(clock.read()).rejects.toThrow('Broken');
  fails = false;
  await Promise.all([clock.read(), clock.read()]);
  time.mockReturnValue(60 * 60_000);
  await clock.read();
  expect(get).toHaveBeenCalledTimes(2);
  time.mockReturnValue(60 * 60_000 + 2);
  // The cache looks at its own clock every millisecond.
  await wait(10);
  await clock.read();
  expect(get).toHaveBeenCalledTimes(3);
  time.mockRestore();
});
