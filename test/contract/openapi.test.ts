import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startSandbox } from 'bossdesk-sandbox';

const root = resolve(import.meta.dirname, '../..');
const document = join(root, 'docs/openapi.json');
const modules = join(root, 'test/node_modules');

const STRICT = [
  '--strict',
  '--exactOptionalPropertyTypes',
  '--module',
  'nodenext',
  '--target',
  'es2023',
  '--lib',
  'es2023,dom',
];

const execute = promisify(execFile);
const runNode = async (args: readonly string[], cwd = root) => (await execute(process.execPath, args, { cwd })).stdout;

describe('docs/openapi.json', () => {
  it('has no fault by the recommended rules of Redocly, but for two paths that the API itself made ambiguous', async () => {
    const problems = JSON.parse(await runNode([join(import.meta.dirname, 'openapi/lint.mjs'), document])) as unknown;
    const ambiguous = (other: string) => ({
      severity: 'warn',
      ruleId: 'no-ambiguous-paths',
      message: expect.stringContaining(other),
    });
    expect(problems).toEqual([ambiguous('`/cis/{friendly_id}/attachments`'), ambiguous('`/cis/{friendly_id}/notes`')]);
  });

  it('is enough for a stranger to generate a typed client that works', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bossdesk-openapi-'));
    const sandbox = await startSandbox({ seed: 1 });
    try {
      await symlink(modules, join(folder, 'node_modules'));
      await copyFile(join(import.meta.dirname, 'openapi/consumer.ts.txt'), join(folder, 'consumer.ts'));
      await writeFile(join(folder, 'package.json'), '{"type":"module"}');
      await runNode([join(modules, 'openapi-typescript/bin/cli.js'), document, '-o', join(folder, 'api.ts')]);
      await runNode([join(root, 'node_modules/typescript/bin/tsc'), ...STRICT, 'consumer.ts'], folder);
      const answer = await runNode(['consumer.js', sandbox.url, sandbox.apiKey], folder);
      expect(JSON.parse(answer)).toEqual({
        created: 201,
        isPublic: false,
        day: '2017-12-31',
        updated: 204,
        closedAt: 'string',
        found: [expect.any(Number)],
        number: expect.any(Number),
        description: '<p>y</p>',
        refused: { errors: { title: ["can't be blank"] } },
        typed: 2,
      });
    } finally {
      await sandbox.stop();
      await rm(folder, { recursive: true });
    }
  });
});
