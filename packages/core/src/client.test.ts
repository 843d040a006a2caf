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
