import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { packNode } from '../../scripts/n8n/packNode.js';
import { REPOSITORY_ROOT } from '../../scripts/repositoryRoot.js';

interface PackedManifest {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies: Record<string, string>;
  readonly n8n: { readonly credentials: string[]; readonly nodes: string[] };
}

interface ScanResult {
  readonly passed: boolean;
  readonly message?: string;
  readonly details?: string;
}

describe('the published n8n package', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'bossdesk-packaging-'));
  const unpacked = join(scratch, 'package');
  let manifestText = '';
  let manifest: PackedManifest;
  let files: string[] = [];

  beforeAll(async () => {
    await packNode(unpacked);
    manifestText = readFileSync(join(unpacked, 'package.json'), 'utf8');
    manifest = JSON.parse(manifestText) as PackedManifest;
    files = globSync('**/*', { cwd: unpacked })
      .filter((file) => statSync(join(unpacked, file)).isFile())
      .map((file) => file.split(sep).join('/'));
  });

  afterAll(() => {
    rmSync(scratch, { recursive: true, force: true });
  });

  it('holds the bundles, their assets and what npm always adds', () => {
    const roots = new Set(files.map((file) => file.split('/')[0]));
    expect([...roots].sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
    expect(files.filter((file) => !/\.(js|svg|json|md)$|^LICENSE$/.test(file))).toEqual([]);
  });

  it('holds every node and credential that its manifest names', () => {
    const named = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
    expect(named.filter((file) => !existsSync(join(unpacked, file)))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.js')).sort()).toEqual([...named].sort());
  });

  it('needs nothing at run time but n8n-workflow', () => {
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
    const required = files
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => [...readFileSync(join(unpacked, file), 'utf8').matchAll(/\b(?:require|import)\(([^)]*)\)/g)])
      .map(([, argument]) => argument);
    expect([...new Set(required)]).toEqual(['"n8n-workflow"']);
  });

  it('names no workspace and no folder of the machine that built it', () => {
    expect(manifestText).not.toContain('workspace:');
    const telling = files.filter((file) => readFileSync(join(unpacked, file), 'utf8').includes(REPOSITORY_ROOT));
    expect(telling).toEqual([]);
  });

  describe('in the scan that n8n reviews packages with', () => {
    let source: ScanResult | undefined;
    let published: ScanResult | undefined;
    let planted: ScanResult | undefined;

    beforeAll(() => {
      const faulty = join(scratch, 'faulty');
      cpSync(unpacked, faulty, { recursive: true });
      appendFileSync(join(faulty, manifest.n8n.nodes[0] ?? ''), '\nsetTimeout(() => undefined, 1);\n');
      [source, published, planted] = scan(
        scratch,
        `source=${REPOSITORY_ROOT}`,
        `published=${unpacked}`,
        `published=${faulty}`,
      );
    });

    it('passes as source', () => {
      expect(source).toEqual({ passed: true });
    });

    it('passes as published', () => {
      expect(published).toEqual({ passed: true });
    });

    it('would not pass with a timer in it', () => {
      expect(planted).toMatchObject({ passed: false, details: expect.stringContaining('setTimeout') });
    });
  });
});

it('has one n8n-workflow, so that n8n-core knows the errors our node throws', () => {
  const fromRoot = createRequire(join(REPOSITORY_ROOT, 'package.json'));
  const fromCore = createRequire(createRequire(join(REPOSITORY_ROOT, 'test/package.json')).resolve('n8n-core'));
  expect(fromCore.resolve('n8n-workflow')).toBe(fromRoot.resolve('n8n-workflow'));
});

/** The scanner makes a temporary folder as soon as it is loaded, and leaves it; `scratch` is where. */
function scan(scratch: string, ...legs: string[]): ScanResult[] {
  const script = join(REPOSITORY_ROOT, 'test/packaging/scan.mjs');
  // n8n's rules take NODE_ENV=test, which jest sets, for their own tests and lint everything as `Test.node.ts`.
  const env = { ...process.env, NODE_ENV: 'production', TMPDIR: scratch, TEMP: scratch };
  return JSON.parse(execFileSync(process.execPath, [script, ...legs], { encoding: 'utf8', env })) as ScanResult[];
}
