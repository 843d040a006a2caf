// What n8n's own editor asks of n8n, for the version that is installed here.

/** The one person of an n8n. */
export interface Owner {
  readonly email: string;
  readonly password: string;
}

/** Name of the cookie that signs a browser in. */
export const SESSION_COOKIE = 'n8n-auth';

/**
 * Signs in to a running n8n, and makes its owner first where it has none.
 *
 * @returns the value of the session's cookie. It is bound to no browser.
 */
export async function signIn(url: string, { email, password }: Owner): Promise<string> {
  const known = await post(`${url}/rest/login`, { emailOrLdapLoginId: email, password });
  if (known.ok) return readCookie(known);
  const names = { firstName: 'Desk', lastName: 'Owner' };
  const made = await post(`${url}/rest/owner/setup`, { email, password, ...names });
  if (made.ok) return readCookie(made);
  throw new Error(`n8n lets nobody in: ${known.status} ${await known.text()}; ${made.status} ${await made.text()}`);
}

function post(address: string, body: Readonly<Record<string, unknown>>): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function readCookie({ headers }: Response): string {
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');
  const cookie = cookies.find((one) => one.startsWith(`${SESSION_COOKIE}=`));
  if (cookie === undefined) throw new Error('n8n signed in without a cookie');
  return cookie.slice(SESSION_COOKIE.length + 1);
}
