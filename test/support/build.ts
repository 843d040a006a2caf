import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { GlobalConfig } from 'jest';

/** Something built that tests load, and the tests that do. */
interface Build {
  readonly tests: string;
  readonly build: (root: string) => Promise<void>;
}

// Each run has bundles of its own, so that no other run or build pulls files from under it. They lie where Node finds
// what they import: n8n-workflow in the one folder of packages, bossdesk-sandbox in the other.
const builds: readonly Build[] = [
  {
    tests: 'test/{n8n,names}/**/*.test.ts',
    build: (root) => bundle(root, '.', 'scripts/buildNode.mjs', 'BOSSDESK_TEST_NODE_PACKAGE'),
  },
  {
    tests: 'test/{mcp/**/*,names/**/*,packaging/readmeSentences}.test.ts',
    build: (root) => bundle(root, 'mcp-server', 'scripts/buildMcp.mjs', 'BOSSDESK_TEST_MCP_PACKAGE'),
  },
  {
    // Asked for `--sandbox`, the server loads the sandbox as published. Up to date, this takes half a second.
    tests: 'test/{mcp/commands,packaging/readmeSentences}.test.ts',
    build: (root) => runProgram(root, 'node_modules/typescript/bin/tsc', '-b', 'tsconfig.build.json'),
  },
];

/** Before the tests of a run: builds what some of them load out of today's sources, 0.7 s. Bundles.ts has where. */
export default async function buildBundles({ rootDir, testPathPatterns }: GlobalConfig): Promise<void> {
  const asked = testPathPatterns.toExecutor({ rootDir });
  const needed = builds.filter(({ tests }) =>
    globSync(tests, { cwd: rootDir }).some((test) => asked.isMatch(join(rootDir, test))),
  );
  await Promise.all(needed.map((one) => one.build(rootDir)));
}

async function bundle(root: string, source: string, program: string, variable: string): Promise<void> {
  const runs = join(root, source, 'node_modules/.cache/bossdesk-tests');
  mkdirSync(runs, { recursive: true });
  removeAbandoned(runs);
  const folder = mkdtempSync(join(runs, 'run-'));
  process.env[variable] = folder;
  cpSync(join(root, source, 'package.json'), join(folder, 'package.json'));
  await runProgram(root, program, join(folder, 'dist'));
}

/** Folders of runs that were killed, a day ago or longer. */
function removeAbandoned(runs: string): void {
  for (const name of readdirSync(runs)) {
    const folder = join(runs, name);
    const { mtimeMs = Date.now() } = statSync(folder, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > 86_400_000) rmSync(folder, { recursive: true, force: true });
  }
}

function runProgram(root: string, ...args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root }, (error, stdout, stderr) => {
      if (error === null) resolve();
      else reject(new Error(`${args.join(' ')} did not work:\n${stdout}${stderr}`));
    });
  });
}
