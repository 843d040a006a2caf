import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSandbox } from 'bossdesk-sandbox';
import ts from 'typescript';
import { publishedPackages } from '../../scripts/publishedPackages.mjs';
import { REPOSITORY_ROOT } from '../../scripts/repositoryRoot.js';

// Every ```ts block of a README is a program that compiles and runs. One that speaks of `desk` and makes none goes on
// from the first block of its README; `'acme'` stands for a sandbox. Mark what cannot run ```ts no-run.

const NOT_ON_NPM = '> **Not on npm yet.** Commands here that name an npm package work once it is published.';

const readmes = publishedPackages.map(({ folder }) => join(folder, 'README.md'));
const read = (file: string): string => readFileSync(join(REPOSITORY_ROOT, file), 'utf8');
/** A release gets its section in the changelog before it gets its tag. */
const isPublished = /^## \[\d/m.test(read('CHANGELOG.md'));

interface Snippet {
  /** `packages/core/README.md:21`. */
  readonly place: string;
  readonly program: string;
  readonly runs: boolean;
}

function findSnippets(file: string): Snippet[] {
  const text = read(file);
  return [...text.matchAll(/^```ts(?<mark> no-run)?\n(?<code>[\s\S]*?)^```$/gm)].map(({ index, groups }) => ({
    place: `${file}:${text.slice(0, index).split('\n').length + 1}`,
    program: completeProgram(groups?.['code'] ?? ''),
    runs: groups?.['mark'] === undefined,
  }));
}

function completeProgram(code: string): string {
  if (!/\bdesk\./.test(code) || /\bconst desk\b/.test(code)) return code;
  return [
    "import { connect } from 'bossdesk-client/node';",
    "const desk = connect({ url: 'acme', apiKey: process.env.BOSSDESK_API_KEY });",
    code,
    'await desk.close();',
  ].join('\n');
}

const snippets = readmes.flatMap(findSnippets);

describe('the README of each published package', () => {
  it.each(readmes)('%s is there, with code to run on its first screen', (file) => {
    expect(existsSync(join(REPOSITORY_ROOT, file))).toBe(true);
    expect(read(file).split('\n').slice(0, 30).join('\n')).toMatch(/^```(sh|ts)$/m);
  });

  it.each(readmes)('%s says once, before any command that needs it, whether the package is on npm', (file) => {
    const text = read(file);
    const command = text.search(
      /^(npm install|npm i|npx) (?:-\S+ )*(bossdesk-|n8n-nodes-bossdesk)|npx -y bossdesk-|"-y", "bossdesk-/m,
    );
    const places = [...text.matchAll(/not on npm/gi)].map(({ index }) => index);
    expect(places.map((place) => text.slice(text.lastIndexOf('\n', place) + 1, text.indexOf('\n', place)))).toEqual(
      isPublished ? [] : places.slice(0, 1).map(() => NOT_ON_NPM),
    );
    expect(isPublished || command === -1 || (places[0] ?? Number.POSITIVE_INFINITY) < command).toBe(true);
  });
});

describe('the code in READMEs', () => {
  let problems: readonly Problem[];
  let failures: readonly Problem[];

  beforeAll(async () => {
    problems = compile(snippets);
    failures = await run(snippets.filter(({ runs }) => runs));
  }, 180_000);

  const at = (place: string, found: readonly Problem[]) =>
    found.filter((problem) => problem.place === place).map(({ message }) => message);

  it('is there', () => {
    expect(snippets.length).toBeGreaterThan(5);
  });

  it.each(snippets)('$place compiles', ({ place }) => {
    expect(at(place, problems)).toEqual([]);
  });

  it.each(snippets.filter(({ runs }) => runs))('$place runs', ({ place }) => {
    expect(at(place, failures)).toEqual([]);
  });
});

interface Problem {
  readonly place: string;
  readonly message: string;
}

/** Runs programs one after another in a process of their own, which has to end by itself. */
async function run(programs: readonly Snippet[]): Promise<Problem[]> {
  const sandbox = await startSandbox({ seed: 1, tickets: 80, cis: 20, users: 20 });
  const scratch = mkdtempSync(join(tmpdir(), 'bossdesk-readmes-'));
  const report = join(scratch, 'report.json');
  try {
    programs.forEach(({ program }, index) => {
      writeFileSync(join(scratch, `${index}.mts`), program.replaceAll("'acme'", JSON.stringify(sandbox.url)));
    });
    const runner = join(scratch, 'runner.mts');
    writeFileSync(
      runner,
      `import { writeFileSync } from 'node:fs';
      const failures = [];
      for (const [index, place] of ${JSON.stringify(programs.map(({ place }) => place))}.entries())
        await import(\`./\${index}.mts\`).catch((error) => failures.push({ place, message: String(error) }));
      writeFileSync(${JSON.stringify(report)}, JSON.stringify(failures));`,
    );
    const env = {
      ...process.env,
      BOSSDESK_API_KEY: sandbox.apiKey,
      TSX_TSCONFIG_PATH: join(REPOSITORY_ROOT, 'tsconfig.json'),
    };
    const limits = { timeout: 120_000, maxBuffer: 16 << 20 };
    await promisify(execFile)(process.execPath, ['--import', 'tsx', runner], { cwd: REPOSITORY_ROOT, env, ...limits });
    return JSON.parse(readFileSync(report, 'utf8')) as Problem[];
  } finally {
    await sandbox.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Compiles programs as if they lay in this folder, with the repository's own settings. */
function compile(programs: readonly Snippet[]): Problem[] {
  const configFile = join(REPOSITORY_ROOT, 'tsconfig.json');
  const { config } = ts.readConfigFile(configFile, (file) => ts.sys.readFile(file)) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: ['x.ts'] },
    ts.sys,
    REPOSITORY_ROOT,
  );
  // A reader's program uses what a snippet leaves unused.
  const compilerOptions = { ...options, noUnusedLocals: false };
  const sources = new Map(programs.map(({ program }, index) => [join(__dirname, `readme-${index}.ts`), program]));
  const host = ts.createCompilerHost(compilerOptions);
  const disk = { ...host };
  host.fileExists = (file) => sources.has(file) || disk.fileExists(file);
  host.readFile = (file) => sources.get(file) ?? disk.readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = sources.get(file);
    return text === undefined ? disk.getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([...sources.keys()], compilerOptions, host);
  return programs.flatMap(({ place }, index) => {
    const source = program.getSourceFile(join(__dirname, `readme-${index}.ts`));
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => ({ place, message: ts.flattenDiagnosticMessageText(messageText, '\n') }),
    );
  });
}
