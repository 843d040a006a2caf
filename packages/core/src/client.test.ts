import { createClient } from './client.js';

describe('walking over a saved search', () => {
  it('needs its id, for the compiler and before a request', async () => {
    const client = createClient({
      baseUrl: 'acme',
      sleep: () => Promise.resolve(),
      transport: () => Promise.reject(new Error('sent')),
    });
    // @ts-expect-error a list without required input may be called without any, this one not
    const rows = client.savedSearches.run.items();
    await expect(rows.next()).rejects.toMatchObject({
      name: 'InvalidInputError',
      issues: [{ field: 'id', message: 'is required' }],
    });
  });
});

describe('a limit that would let nothing through', () => {
  it.each([{ concurrency: 0 }, { timeoutMs: 0.5 }, { maxRetries: -1 }, { concurrency: Number.NaN }])(
    'is refused at once: %j',
    (limits) => {
      const transport = () => Promise.reject(new Error('nothing may be sent'));
      const sleep = () => Promise.resolve();
      expect(() => createClient({ baseUrl: 'acme', transport, sleep, ...limits })).toThrow(RangeError);
    },
  );
});
