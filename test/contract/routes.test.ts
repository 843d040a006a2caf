import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldRules, type Operation, operations } from 'bossdesk-client';
import { encodeRequest } from '../../packages/core/src/wire/encode.js';
import { fixtures } from './fixtures/index.js';

interface Route {
  readonly method: string;
  readonly path: string;
  /** Its line in the API doc. */
  readonly line: number;
}

/** Read out of the `URL` and `Method` lines of the API doc. */
const routes = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/routes.json'), 'utf8')) as Route[];

describe('the declaration against the API doc', () => {
  it('holds the 59 documented routes, no more and no less', () => {
    const declared = operations.map(({ method, path, routeLine }) => ({ method, path, line: routeLine }));
    expect(declared).toEqual(routes);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(59);
  });

  it.each(operations)('$id names its section, with its route and its examples inside', ({ id, doc, routeLine }) => {
    const [first, last] = doc;
    expect(routeLine).toBeGreaterThan(first);
    const examples = fixtures.filter((fixture) => fixture.operations.includes(id)).flatMap((fixture) => fixture.doc);
    for (const line of [routeLine, ...examples]) {
      expect(line).toBeGreaterThanOrEqual(first);
      expect(line).toBeLessThanOrEqual(last);
    }
  });

  it.each(operations)('$id is sent to $path', (operation: Operation) => {
    const rules = Object.entries(fieldRules[operation.id as keyof typeof fieldRules].fields);
    const params = rules.filter(([, rule]) => rule.in === 'path').map(([name], index) => [name, 70 + index] as const);
    const { method, target } = encodeRequest(operation, Object.fromEntries(params));
    const path = params.reduce<string>(
      (text, [name, value]) => text.replace(`:${name}`, String(value)),
      operation.path,
    );
    expect({ method, target }).toEqual({ method: operation.method, target: `/api/v1${path}` });
  });

  // The doc's URLs (L16, L2340, L2348, L2356, L2360) end in these.
  it.each<[string, Record<string, unknown>]>([
    ['/users', {}],
    ['/users?page=2', { page: 2 }],
    ['/users?per_page=20', { per_page: 20 }],
    ['/users?q[last_name_eq]=Foley', { q: { last_name_eq: 'Foley' } }],
    ['/users?q[last_name_eq]=Foley&q[first_name_eq]=Axel', { q: { last_name_eq: 'Foley', first_name_eq: 'Axel' } }],
  ])('the URL of the doc %s', (url, input) => {
    const listUsers = operations.find(({ id }) => id === 'users.list') as Operation;
    expect(encodeRequest(listUsers, input).target).toBe(`/api/v1${url}`);
  });
});
