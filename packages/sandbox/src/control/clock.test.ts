import { useSandbox } from '../testing/useSandbox.js';

const local = useSandbox({ tickets: 3, cis: 1, users: 12, control: true });
const { call, get, send } = local;

const control = (path: string, body?: unknown) =>
  send(`${local.sandbox.url}/_control/${path}`, {
    method: 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

describe('the clock', () => {
  const created = async () => {
    const { json } = await call('POST', '/tickets', {
      body: { ticket: { title: 'x', type_id: 11_001, priority_id: 12_001 } },
    });
    return Date.parse((json as { created_at: string }).created_at);
  };
  const HOUR_MS = 3_600_000;

  it('is moved by days, hours and minutes from where it stands, and times follow it', async () => {
    const before = await created();
    expect(await control('clock', { days: 13, hours: 23, minutes: 30 })).toMatchObject({
      status: 200,
      json: { ahead: 14 * 86_400 - 1800 },
    });
    await control('clock', { minutes: 30 });
    expect((await created()) - before).toBeGreaterThanOrEqual(14 * 24 * HOUR_MS);
    await control('clock', { days: -14 });
    expect((await created()) - before).toBeLessThan(HOUR_MS);
  });

  it('is set to a moment, from which it goes on, and back to the real one', async () => {
    await control('clock', { now: '2030-01-02T03:04:05Z' });
    const shown = (await send(`${local.sandbox.url}/_control/clock`)).json as { now: string; ahead: number };
    expect(shown.now).toMatch(/^2030-01-02T03:0/);
    expect(new Date(await created()).toISOString()).toMatch(/^2030-01-02T03:0/);
    expect((await get('/account')).headers.get('date')).toContain('02 Jan 2030');
    expect((await control('clock', { now: null })).json).toMatchObject({ ahead: 0 });
  });

  it.each([{}, { weeks: 1 }, { days: '1' }, { now: 'tomorrow' }, { days: 1, now: null }])(
    'is not moved by a misspelt order: %j',
    async (body) => {
      expect((await control('clock', body)).status).toBe(400);
      expect(local.sandbox.clock.ahead()).toBe(0);
    },
  );

  it('is as it was after a reset', async () => {
    await control('clock', { days: 3 });
    await control('reset');
    expect(local.sandbox.clock.ahead()).toBe(0);
  });
});
