import { createClient, type Face, type Operation, type OperationId, operations } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';
import { startSandbox } from 'bossdesk-sandbox';
import { tools } from '../../mcp-server/src/tools/index.js';
import { BossDesk } from '../../nodes/BossDesk/BossDesk.node.js';

const declared: readonly Operation[] = operations;

const namesOf = (face: Face): readonly string[] =>
  typeof face === 'string' ? [face] : Array.isArray(face) ? (face as readonly string[]) : [];

/** `resource.operation` of everything that the node offers. */
function listNodeActions(): string[] {
  const { properties } = new BossDesk().description;
  return properties
    .filter(({ name }) => name === 'operation')
    .flatMap(({ displayOptions, options = [] }) =>
      (displayOptions?.show?.['resource'] ?? []).flatMap((resource) =>
        options.flatMap((option) => ('value' in option ? [`${resource as string}.${String(option.value)}`] : [])),
      ),
    );
}

describe('every route on every face', () => {
  it.each(declared)('$id is reached, or says why not', ({ faces }) => {
    for (const face of [faces.n8n, faces.mcp]) {
      const reached = namesOf(face).length > 0;
      const excuse = typeof face === 'object' && 'via' in face ? face.via : (face as { none?: string }).none;
      expect(reached || (excuse ?? '').trim() !== '').toBe(true);
    }
  });

  it('n8n: the node offers what the routes name, and nothing else', () => {
    const named = declared.flatMap(({ faces }) => namesOf(faces.n8n));
    expect([...new Set(listNodeActions())].sort()).toEqual([...new Set(named)].sort());
  });

  it('MCP: the tools are those that the routes name', () => {
    const named = declared.flatMap(({ faces }) => namesOf(faces.mcp));
    expect(tools.map(({ name }) => name).sort()).toEqual([...new Set(named)].sort());
  });

  it.each(tools)(
    'MCP: $name calls the routes that name it, and reads at most besides',
    ({ name, operations: called }) => {
      const own = declared.filter(({ faces }) => namesOf(faces.mcp).includes(name)).map(({ id }) => id);
      const others = called.filter((id) => !own.includes(id));
      expect(called).toEqual(expect.arrayContaining(own));
      expect(declared.filter(({ id, change }) => others.includes(id as OperationId) && change !== undefined)).toEqual(
        [],
      );
    },
  );

  it.each(declared)('client: $id is a method', ({ id }) => {
    const client = createClient({
      baseUrl: 'acme',
      transport: () => Promise.reject(new Error()),
      sleep: () => Promise.resolve(),
    });
    const method = id.split('.').reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], client);
    expect(method).toBeInstanceOf(Function);
  });

  it('sandbox: it knows every route, and no other', async () => {
    const sandbox = await startSandbox({ seed: 1 });
    const transport = createUndiciTransport({});
    const ask = async ({ method, path }: Pick<Operation, 'method' | 'path'>) => {
      const url = `${sandbox.url}/api/v1${path.replace(/:\w+/g, '1')}`;
      const headers = { accept: 'application/json', 'content-type': 'application/json' };
      return (await transport({ method, url, headers, auth: 'none', timeoutMs: 5000 })).status;
    };
    const statuses = await Promise.all(declared.map(ask));
    const invented = await ask({ method: 'GET', path: '/service_requests' });
    await transport.close();
    await sandbox.stop();
    // Without a key: a route is recognised before the key is missed (notes 4).
    expect(statuses).toEqual(declared.map(() => 401));
    expect(invented).toBe(404);
  });
});
