import { startSandbox } from './index.js';

describe('startSandbox', () => {
  it('rejects when the port is taken', async () => {
    const first = await startSandbox({ tickets: 0, cis: 0, users: 0 });
    const port = Number(new URL(first.url).port);
    await expect(startSandbox({ port, tickets: 0 })).rejects.toThrow('EADDRINUSE');
    await first.stop();
  });

  it('answers no more once it is stopped', async () => {
    const { url, storageUrl, stop } = await startSandbox({ tickets: 0 });
    await stop();
    await expect(fetch(url)).rejects.toThrow();
    await expect(fetch(storageUrl)).rejects.toThrow();
  });
});
