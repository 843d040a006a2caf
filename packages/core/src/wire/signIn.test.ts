import { getOperation } from '../operations/index.js';
import { errorFromResponse, unexpectedBody } from './errorFromResponse.js';

describe('a redirect', () => {
  it.each([
    ['https://other.example.com:8443/support?x=/login', 'other.example.com:8443'],
    ['/elsewhere', 'another address'],
    ['/users/sign_in', 'a sign-in page'],
    ['/login?return=/api', 'a sign-in page'],
    ['https://sso.example.com/adfs/ls?SAMLRequest=x', 'a sign-in page on sso.example.com'],
    ['https://login.example.com/tenant/oauth2/v2.0/authorize', 'a sign-in page on login.example.com'],
    ['https://authors.example.com/authority', 'authors.example.com'],
  ])('to %s leads to %s', (location, host) => {
    expect(
      errorFromResponse(getOperation('account.get'), {}, { status: 302, headers: { location }, body: '' }).message,
    ).toBe(`Could not get the account and its settings: the host answered with a redirect to ${host}`);
  });
});

it('knows a sign-in page by its password', () => {
  const body = '<html><form><input name="user"><input class="x" type="password"></form></html>';
  const response = { status: 200, headers: {}, body };
  expect(unexpectedBody(getOperation('tickets.update'), response, 'a JSON record')).toMatchObject({
    message: 'Could not update a ticket: the answer is a sign-in page',
    hint: expect.stringContaining('asks people to sign in'),
  });
});
