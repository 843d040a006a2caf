import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DCLinter } from 'dclint';
import { parse } from 'yaml';
import { N8N_VERSION } from '../../scripts/n8n/installN8n.js';
import { REPOSITORY_ROOT } from '../../scripts/repositoryRoot.js';

// The compose file of docs/queue-mode.md: by a linter, which knows the Compose specification, and by what it is to be.

interface Service {
  readonly image: string;
  readonly build?: { readonly args: Readonly<Record<string, string>> };
  readonly command?: string;
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: object;
  readonly deploy?: { readonly replicas: number };
  readonly stop_grace_period?: string;
}

const file = join(REPOSITORY_ROOT, 'docs/compose/queue/compose.yaml');
const { services } = parse(readFileSync(file, 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};
const settingsOf = ({ environment = {} }: Service) => Object.entries(environment);
const main = services['n8n'];
const worker = services['worker'];

/** Names of n8n's settings, as its own code reads them. */
function listSettings(): Set<string> {
  const core = createRequire(require.resolve('n8n-core'));
  const folder = dirname(core.resolve('@n8n/config'));
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return new Set(sources.flatMap((source) => [...source.matchAll(/Env\)\('(\w+)'/g)].map(([, name = '']) => name)));
}

describe('the compose file of a queue mode', () => {
  it('is what the linter wants, without a warning', () => {
    const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] });
    expect(linter.lintFiles([file], false)).toEqual([
      expect.objectContaining({ filePath: file, messages: [], errorCount: 0, warningCount: 0 }),
    ]);
  });

  it('has a main, two workers, Redis and PostgreSQL, each with a health check', () => {
    expect(Object.keys(services).sort()).toEqual(['n8n', 'postgres', 'redis', 'worker']);
    expect(worker).toMatchObject({ command: 'worker', deploy: { replicas: 2 } });
    for (const service of Object.values(services)) expect(service.healthcheck).toBeDefined();
  });

  it('pins each image, and n8n at the version that the tests run', () => {
    for (const { image } of Object.values(services)) expect(image).toMatch(/^[\w./-]+:\d+\.\d+(\.\d+)?(-alpine)?$/);
    for (const one of [main, worker])
      expect(one).toMatchObject({ image: `n8n-bossdesk:${N8N_VERSION}`, build: { args: { N8N_VERSION } } });
  });

  it('holds no secret, and publishes nothing beyond this machine', () => {
    const secret = Object.values(services)
      .flatMap(settingsOf)
      .filter(([name]) => /PASSWORD|SECRET|TOKEN|ENCRYPTION_KEY/.test(name));
    expect(secret.length).toBeGreaterThan(2);
    for (const [name, value] of secret)
      expect([name, value]).toEqual([expect.stringMatching(/_FILE$/), expect.stringMatching(/^\/run\/secrets\//)]);
    const ports = Object.values(services).flatMap(({ ports = [] }) => ports);
    expect(ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
  });

  it('gives the workers what the main has, and time to finish what is under way', () => {
    for (const [name, value] of worker === undefined ? [] : settingsOf(worker))
      expect([name, main?.environment?.[name]]).toEqual([name, value]);
    const seconds = Number.parseInt(worker?.stop_grace_period ?? '', 10);
    expect(seconds).toBeGreaterThan(Number(worker?.environment?.['N8N_GRACEFUL_SHUTDOWN_TIMEOUT']));
  });

  it('knows only settings that n8n has', () => {
    const known = listSettings();
    expect(known.size).toBeGreaterThan(300);
    const names = [main, worker].flatMap((one) => (one === undefined ? [] : settingsOf(one).map(([name]) => name)));
    const unknown = names.map((name) => name.replace(/_FILE$/, '')).filter((name) => !known.has(name));
    expect(unknown).toEqual([]);
  });
});
