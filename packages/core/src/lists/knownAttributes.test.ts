import { createKnownAttributes } from './knownAttributes.js';

const yes = () => Promise.resolve(true);
const no = () => Promise.resolve(false);

it('asks once, whatever number of callers', async () => {
  const known = createKnownAttributes();
  const ask = jest.fn(yes);
  await Promise.all([known.isKnown('tickets.list', 'team_id', ask), known.isKnown('tickets.list', 'team_id', ask)]);
  expect(await known.isKnown('tickets.list', 'team_id', ask)).toBe(true);
  expect(ask).toHaveBeenCalledTimes(1);
});

it('keeps lists apart', async () => {
  const known = createKnownAttributes();
  await known.isKnown('tickets.list', 'email', no);
  expect(await known.isKnown('users.list', 'email', yes)).toBe(true);
});

it('asks again after a while about an attribute that was unknown, and never about one that was known', async () => {
  let now = 0;
  const known = createKnownAttributes(() => now);
  await known.isKnown('tickets.list', 'sla_at', no);
  await known.isKnown('tickets.list', 'due_at', yes);
  now = 10 * 60_000 - 1;
  expect(await known.isKnown('tickets.list', 'sla_at', yes)).toBe(false);
  now += 1;
  expect(await known.isKnown('tickets.list', 'sla_at', yes)).toBe(true);
  now += 365 * 86_400_000;
  expect(await known.isKnown('tickets.list', 'due_at', no)).toBe(true);
});

it('forgets what it asked longest ago rather than growing without end', async () => {
  const known = createKnownAttributes();
  for (let index = 0; index <= 500; index += 1) await known.isKnown('tickets.list', `field_${String(index)}`, yes);
  const ask = jest.fn(yes);
  await known.isKnown('tickets.list', 'field_1', ask);
  expect(ask).not.toHaveBeenCalled();
  await known.isKnown('tickets.list', 'field_0', ask);
  expect(ask).toHaveBeenCalledTimes(1);
});

it('asks anew after a question that failed', async () => {
  const known = createKnownAttributes();
  await expect(known.isKnown('tickets.list', 'team_id', () => Promise.reject(new Error('down')))).rejects.toThrow(
    'down',
  );
  expect(await known.isKnown('tickets.list', 'team_id', yes)).toBe(true);
});
