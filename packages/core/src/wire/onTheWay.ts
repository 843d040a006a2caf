import { type BossDeskError, type ErrorDetails, UnexpectedResponseError } from '../errors/index.js';
import type { HttpResponse } from './transport.js';

/** Answers of what stands in front of the desk: proxies, gateways, pages to sign in at. */

/**
 * Whether something on the way may have answered in the desk's place, as a proxy does that n8n's HTTP client hands on: the
 * desk marks each of its answers, and writes JSON.
 */
export function isOnTheWay({ headers }: HttpResponse): boolean {
  return headers['x-request-id'] === undefined && !/\bjson\b/i.test(headers['content-type'] ?? '');
}

/** What stands in front of a server says of it. */
const gatewayStatuses = new Set([502, 503, 504]);

/** A sentence, with a blank behind it, where an error of the server's may be that of a gateway. */
export const sayGateway = (response: HttpResponse): string =>
  gatewayStatuses.has(response.status) && isOnTheWay(response)
    ? 'This may be the answer of a proxy or gateway that cannot reach BOSSDesk. '
    : '';

export function redirected(failed: string, details: ErrorDetails, response: HttpResponse): BossDeskError {
  const location = response.headers['location'] ?? '';
  const target = URL.canParse(location) ? new URL(location) : undefined;
  const path = (target?.pathname ?? location).split('?')[0] ?? '';
  const isSignIn = signInPath.test(path);
  const place = target === undefined ? (isSignIn ? 'a sign-in page' : 'another address') : target.host;
  const where = isSignIn && target !== undefined ? `a sign-in page on ${place}` : place;
  return new UnexpectedResponseError(`${failed}: the host answered with a redirect to ${where}`, {
    ...details,
    hint: isSignIn
      ? 'Something in front of BOSSDesk asks people to sign in: ask its administrator to let requests to /api/v1 through, or use another address.'
      : 'Use the address it redirects to as the BOSSDesk URL.',
  });
}

/** Where single sign-on and portals send people: `/users/sign_in`, `/login`, `/saml/auth`, `/oauth2/authorize`. */
const signInPath = /(?:^|[/_-])(?:sign[_-]?in|log[_-]?in|sso|saml2?|oauth2?|authorize|auth|adfs)(?:[/_.-]|$)/i;
