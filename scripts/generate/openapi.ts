import { type AnyOperation, operations } from '../../packages/core/src/operations/index.js';
import type { Generator } from './generator.js';
import { describeOperation, tagOf } from './openapi/operation.js';
import { errorResponses, errorSchemas } from './openapi/errors.js';
import { createComponents } from './openapi/schema.js';

const INTRODUCTION = `What the public documentation of BOSSDesk's API says, as a machine can read it. Not published by BOSS Solutions.

Lists that are paged take \`page\` (from 1) and \`per_page\` (1 to 30, 15 if left out) and say nothing about how many rows there are: a page with fewer rows than asked for is the last. A filter on a field that the server does not know is ignored, and everything comes back.

A body's unknown fields are ignored too. Texts of tickets and comments are HTML. Times come as ISO 8601 in UTC. \`friendly_id\` is the number that people see and paths take for tickets, CIs and users; \`id\` is another number, and what \`…_id\` fields take.

Times in the examples are the documentation's own, impossible seconds included.`;

/** `docs/openapi.json`: the API as OpenAPI 3.1, with the examples of its documentation. */
export const openapiGenerator: Generator = {
  path: 'docs/openapi.json',
  render: () => JSON.stringify(describeApi()),
};

function describeApi() {
  const components = createComponents();
  const paths = describePaths(components.toSchema);
  return {
    openapi: '3.1.1',
    info: {
      title: 'BOSSDesk API v1 (unofficial description)',
      version: '1',
      description: INTRODUCTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    externalDocs: { url: 'https://docs.bossdesk.io/api', description: 'The documentation that this describes' },
    servers: [
      {
        url: 'https://{account}.bossdesk.io/api/v1',
        description: 'Hosted by BOSS Solutions',
        variables: { account: { default: 'mycompany', description: 'Subdomain of the account' } },
      },
      {
        url: 'https://{host}/api/v1',
        description: 'On premises',
        variables: {
          host: { default: 'bossdesk.mycompany.com', description: 'Host, with a path prefix if there is one' },
        },
      },
    ],
    security: [{ token: [] }],
    tags: [...new Set(operations.map(tagOf))].map((name) => ({ name, description: describeTag(name) })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'The word `Token` and the user\'s API key: `Token token="c3176b…"`',
        },
        basic: { type: 'http', scheme: 'basic', description: 'User name and password, for `POST /sessions` only' },
      },
      responses: errorResponses,
      schemas: sortByName({ ...components.schemas, ...errorSchemas }),
    },
  };
}

function describePaths(toSchema: ReturnType<typeof createComponents>['toSchema']) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describeOperation(operation, toSchema) };
  }
  return paths;
}

function describeTag(name: string): string {
  if (name === 'Reference data')
    return 'What other records refer to: types, statuses, priorities, teams, places, tags and more';
  const lines = operations.filter((operation: AnyOperation) => tagOf(operation) === name).flatMap(({ doc }) => doc);
  return `Lines ${Math.min(...lines)} to ${Math.max(...lines)} of the documentation`;
}

const sortByName = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
