import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { publishedPackages } from '../../scripts/publishedPackages.mjs';
import { REPOSITORY_ROOT } from '../../scripts/repositoryRoot.js';

// What GitHub reads out of .github/: it says nothing about a mistake in there until somebody needs it.

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Job {
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface IssueForm {
  readonly name: string;
  readonly description: string;
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: Readonly<Record<string, unknown>>;
  }[];
}

const read = (file: string): string => readFileSync(join(REPOSITORY_ROOT, file), 'utf8');

function readYaml(file: string): unknown {
  const document = parseDocument(read(file));
  const problems = [...document.errors, ...document.warnings].map(({ message }) => message);
  if (problems.length > 0) throw new Error(`${file}: ${problems.join('; ')}`);
  return document.toJS();
}

const find = (pattern: string): string[] => globSync(pattern, { cwd: REPOSITORY_ROOT }).sort();

const manifest = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

/** What a shell line of a workflow calls in this repository and does not find there. */
function missingIn(line: string): string[] {
  const scripts = [...line.matchAll(/\b(?:npm run|node --run) ([\w:-]+)|\bnpm (test)\b/g)].map(
    ([, named, test]) => named ?? test ?? '',
  );
  const files = [...line.matchAll(/(?:^|\s)((?:\.ci|scripts)\/[\w./-]+)/g)].map(([, file]) => file ?? '');
  return [
    ...scripts.filter((script) => !(script in manifest.scripts)),
    ...files.filter((file) => statSync(join(REPOSITORY_ROOT, file), { throwIfNoEntry: false }) === undefined),
  ];
}

describe.each(find('.github/workflows/*.yml'))('%s', (file) => {
  const workflow = readYaml(file) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  it('has something to start it and something to do', () => {
    expect(workflow.on).toBeDefined();
    expect(steps.filter(({ uses, run }) => (uses === undefined) === (run === undefined))).toEqual([]);
    expect(steps.length).toBeGreaterThan(0);
  });

  it('calls scripts that are there', () => {
    expect(steps.flatMap(({ run }) => missingIn(run ?? ''))).toEqual([]);
  });

  it('waits for jobs that are there', () => {
    const needs = Object.values(workflow.jobs).flatMap((job) => job.needs ?? []);
    expect(needs.filter((name) => !(name in workflow.jobs))).toEqual([]);
  });

  it('names its actions by their major version', () => {
    const actions = steps.flatMap(({ uses }) => uses ?? []);
    expect(actions.filter((action) => !/^[\w-]+\/[\w-]+@v\d+$/.test(action))).toEqual([]);
  });

  it('may read the repository and no more, unless a job says otherwise', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });
});

it('the checks would notice a script that is not there', () => {
  expect(missingIn('npm run no-such-script')).toEqual(['no-such-script']);
  expect(missingIn('.ci/nothing && npm test')).toEqual(['.ci/nothing']);
});

describe('a release', () => {
  const { jobs } = readYaml('.github/workflows/release.yml') as Workflow;
  const publishing = Object.entries(jobs).filter(([, { steps }]) =>
    steps.some(({ run }) => run?.includes('npm publish')),
  );

  it('publishes every package that is not private, each in a job of its name', () => {
    const names = publishedPackages.map(({ manifest: { name } }) => name);
    expect(publishing.map(([name]) => name).sort()).toEqual(names.sort());
    for (const [name, { steps }] of publishing)
      expect(steps.at(-1)?.run).toBe(`npm publish "./${name}-\${GITHUB_REF_NAME#v}.tgz" --provenance --access public`);
  });

  it('may prove where it comes from, where nothing of this repository runs', () => {
    for (const [, { permissions, steps }] of publishing) {
      expect(permissions).toEqual({ 'id-token': 'write' });
      expect(steps.flatMap(({ uses }) => uses?.split('@')[0] ?? [])).toEqual([
        'actions/download-artifact',
        'actions/setup-node',
      ]);
    }
  });

  it('has one version for all packages', () => {
    expect(new Set(publishedPackages.map(({ manifest: { version } }) => version)).size).toBe(1);
  });
});

describe.each(find('.github/ISSUE_TEMPLATE/*.yml').filter((file) => !file.endsWith('config.yml')))('%s', (file) => {
  const form = readYaml(file) as IssueForm;

  it('is a form that GitHub shows', () => {
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    const fields = form.body.filter(({ type }) => type !== 'markdown');
    const ids = fields.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(fields.filter(({ id, attributes }) => id === undefined || attributes['label'] === undefined)).toEqual([]);
    expect(fields.every(({ type }) => ['dropdown', 'input', 'textarea', 'checkboxes'].includes(type))).toBe(true);
    expect(
      fields.filter(({ type, attributes }) => type === 'dropdown' && !isListOfTexts(attributes['options'])),
    ).toEqual([]);
  });
});

/** An unquoted `Yes` would be one for YAML 1.1, which GitHub reads, and no text. */
const isListOfTexts = (options: unknown): boolean =>
  Array.isArray(options) && options.length > 1 && options.every((option) => typeof option === 'string');

it('people who report a fault are asked for their versions, and told to keep their keys', () => {
  const text = read('.github/ISSUE_TEMPLATE/bug.yml');
  expect(text).toMatch(/n8n or MCP host, and its version/);
  expect(text).toMatch(/Version of Node/);
  expect(text).toMatch(/Never paste an API key/);
});

it('Dependabot and the list of issue forms can be read', () => {
  expect(readYaml('.github/dependabot.yml')).toMatchObject({ version: 2 });
  expect(readYaml('.github/ISSUE_TEMPLATE/config.yml')).toMatchObject({ blank_issues_enabled: true });
});
