import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY_ROOT } from '../../scripts/repositoryRoot.js';
import { ScratchCopy } from './scratchCopy.js';

/** A piece of code in CONTRIBUTING.md, and where it says that it goes. */
interface Piece {
  readonly path: string;
  readonly after: string | undefined;
  readonly inPlaceOf: string | undefined;
  readonly code: string;
}

function readPieces(): Piece[] {
  const guide = readFileSync(join(REPOSITORY_ROOT, 'CONTRIBUTING.md'), 'utf8');
  const walk = /^## Adding a route\n(.*?)^## /ms.exec(guide)?.[1] ?? '';
  const pieces = /^\*\*`([^`]+)`\*\*, (?:a new file|after `([^`]+)`|in place of `([^`]+)`):\n\n```ts\n(.*?)^```$/gms;
  const found = [...walk.matchAll(pieces)].map(([, path = '', after, inPlaceOf, code = '']) => ({
    path,
    after,
    inPlaceOf,
    code,
  }));
  // A piece whose heading is written another way would be left out without a word.
  const written = walk.split('```ts').length - 1;
  if (found.length !== written) throw new Error(`Of ${written} pieces of code ${found.length} say where they go`);
  return found;
}

function follow(copy: ScratchCopy, { path, after, inPlaceOf, code }: Piece): void {
  if (after !== undefined) copy.replace(path, `${after}\n`, `${after}\n${code}`);
  else if (inPlaceOf !== undefined) copy.replace(path, `${inPlaceOf}\n`, code);
  else if (copy.exists(path)) throw new Error(`${path} is no new file`);
  else copy.write(path, code);
}

jest.setTimeout(300_000);

const pieces = readPieces();
let copy: ScratchCopy;
let first: ReturnType<ScratchCopy['generate']>;

beforeAll(() => {
  copy = new ScratchCopy();
  for (const piece of pieces) follow(copy, piece);
  first = copy.generate();
});
afterAll(() => copy.remove());

describe('the guide to adding a route', () => {
  it('has these files written by hand, and no others', () => {
    expect([...new Set(pieces.map(({ path }) => path))]).toEqual([
      'packages/core/src/operations/contracts.ts',
      'packages/core/src/schemas/contracts.ts',
      'packages/core/src/kinds/kinds.ts',
      'packages/sandbox/src/kinds/contracts.ts',
      'packages/sandbox/src/kinds/index.ts',
      'scripts/generate/n8n/wording.ts',
      'packages/core/src/client.test-d.ts',
      'packages/sandbox/src/everyRoute.test.ts',
    ]);
  });

  it('needs one run of generate', () => {
    expect(first.code).toBe(0);
    expect(first.output.trim().split('\n').sort()).toEqual(
      [
        'README.md',
        'docs/coverage.md',
        'docs/openapi.json',
        ...['create', 'get', 'getAll', 'update'].map(
          (verb) => `nodes/BossDesk/__schema__/v1.0.0/contract/${verb}.json`,
        ),
        'nodes/BossDesk/generated/contract.ts',
        'nodes/BossDesk/generated/properties.ts',
        'packages/core/src/generated/inputs.ts',
        'packages/core/src/generated/resources.ts',
        'packages/core/src/generated/rules.ts',
        'packages/core/src/operations/all.ts',
        'packages/core/src/schemas/all.ts',
      ].map((path) => `Wrote ${path}`),
    );
    const again = copy.generate('--check');
    expect(again).toEqual({ code: 0, output: expect.stringMatching(/^\d+ generated files are up to date\n$/) });
  });

  it('ends in code that compiles', () => {
    expect(copy.run('typescript/bin/tsc', '--noEmit')).toEqual({ code: 0, output: '' });
  });

  it('ends in routes on every face, which keep and show what is written', () => {
    const tests = ['test/contract/parity', 'test/contract/readBack', 'packages/sandbox/src/everyRoute'];
    const cache = ['--cacheDirectory', join(copy.folder, '.jest')];
    const { code, output } = copy.run('jest/bin/jest.js', '-w', '1', '--ci', '--verbose', ...cache, ...tests);
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
    for (const name of [
      'client: contracts.list is a method',
      'contracts.create.vendor is read back as it was written',
      'contracts.update.name is read back as it was written',
      'answers GET /contracts as its schema says',
    ]) {
      expect(output).toContain(name);
    }
  });

  it('ends in a list that is searched', () => {
    copy.write(
      'searchContracts.mts',
      `import { createClient } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';
import { startSandbox } from 'bossdesk-sandbox';

const sandbox = await startSandbox({ seed: 1, tickets: 1, cis: 1 });
const transport = createUndiciTransport({ apiKey: sandbox.apiKey });
const { contracts } = createClient({ baseUrl: sandbox.url, transport, sleep: () => Promise.resolve() });
for (const vendor of ['Beta', 'Other']) await contracts.create({ name: 'Support', vendor });
const [found, ...others] = await contracts.list({ q: { vendor_eq: 'Beta' }, per_page: 5 });
await contracts.update({ friendly_id: found?.friendly_id ?? 0, number: 'C-2' });
const { vendor, number } = await contracts.get({ friendly_id: found?.friendly_id ?? 0 });
console.log(JSON.stringify({ vendor, number, others }));
await transport.close();
await sandbox.stop();
`,
    );
    expect(copy.run('tsx/dist/cli.mjs', 'searchContracts.mts')).toEqual({
      code: 0,
      output: '{"vendor":"Beta","number":"C-2","others":[]}\n',
    });
  });
});
