import type { Reply, SandboxUnderTest } from './useSandbox.js';

type HeaderTexts = Readonly<Record<string, string>>;

/** What a browser that asks for a page says it takes. */
export const browserAccept = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' };

/** What a browser on this machine sends, and the page in it. */
export interface BrowserUnderTest {
  readonly visit: (path: string, headers?: HeaderTexts) => Promise<Reply>;
  /** As the page's own script does, in the name of Al Dente. */
  readonly write: (method: string, path: string, body: object, headers?: HeaderTexts) => Promise<Reply>;
}

export const browserOf = (local: SandboxUnderTest): BrowserUnderTest => ({
  visit: (path, headers = {}) =>
    local.send(`${local.sandbox.url}${path}`, { headers: { ...browserAccept, ...headers } }),
  write: (method, path, body, headers = {}) =>
    local.send(`${local.sandbox.url}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        origin: local.sandbox.url,
        'sec-fetch-site': 'same-origin',
        'x-acting-as': 'aldente',
        ...headers,
      },
      body: JSON.stringify(body),
    }),
});
