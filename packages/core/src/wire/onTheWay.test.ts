import { getOperation, type OperationId } from '../operations/index.js';
import { errorFromResponse } from './errorFromResponse.js';
import type { HttpResponse } from './transport.js';

const failWith = (id: OperationId, response: Partial<HttpResponse>) =>
  errorFromResponse(getOperation(id), {}, { status: 400, headers: {}, body: '', ...response });

describe('an answer that is not the desk’s', () => {
  const bare = { headers: { 'content-type': 'text/html' }, body: '<h1>Denied</h1>' };
  it('may be a refusal of something on the way', () => {
    const error = failWith('tickets.get', { ...bare, status: 403 });
    expect(error.message).toBe(
      'Could not get a ticket: the request was refused, it seems by something on the way to BOSSDesk',
    );
    expect(error.hint).toContain('proxy or firewall');
  });

  it.each([502, 503, 504])('may be a gateway’s %d', (status) => {
    const says = 'This may be the answer of a proxy or gateway that cannot reach BOSSDesk. Try again later.';
    expect(failWith('tickets.get', { ...bare, status }).hint).toBe(says);
    const desks = { headers: { ...bare.headers, 'x-request-id': 'r' }, status };
    expect(failWith('tickets.get', desks).hint).toBe('Try again later.');
  });

  it('is the desk’s where the desk marked it', () => {
    const error = failWith('tickets.get', { headers: { ...bare.headers, 'x-request-id': 'r' }, status: 403 });
    expect(error.message).toContain('this user has no permission');
  });
});
