// `npm run n8n`: a real n8n on this machine with our node, a credential and the recipes, and the sandbox beside it.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { Command } from 'commander';
import { createEnvironment, nodeFolder } from './environment.js';
import { type Home, openHome } from './home.js';
import { importAll } from './importAll.js';
import { installN8n } from './installN8n.js';
import { keepNode } from './packNode.js';
import { findPort, startN8n } from './process.js';
import { signIn } from './session.js';
import { createTemplateServer, type Library } from './templates.js';
import { together } from './together.js';

/** Ports that are taken where they are free, so that addresses stay the same from one run to the next. */
const wished = { sandbox: 4300, templates: 4301, n8n: 5678 } as const;

const options = new Command('npm run n8n --')
  .description('A real n8n with the BOSSDesk node, a credential for the sandbox and the recipes. Ctrl-C ends it.')
  .option('--fresh', 'forget what earlier runs kept: workflows, executions, the desk', false)
  .parse()
  .opts<{ fresh: boolean }>();

const say = (line: string) => process.stdout.write(`${line}\n`);
const ends: (() => unknown)[] = [];
/** Ctrl-C reaches all that was started, which then fails: that is no failure. */
const ending = new AbortController();
const isEnding = (): boolean => ending.signal.aborted;
void main();

async function main(): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (isEnding()) return;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

async function run(): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        ending.abort();
        resolve();
      });
    }
  });
  const bin = await installN8n();
  const home = openHome(options);
  const { owner, encryptionKey } = home.recall();

  // What takes long goes side by side.
  const library = { n8n: '', entrance: randomBytes(12).toString('base64url'), session: '' };
  const [sandbox, besides] = await together(
    startDesk(home),
    startTemplates(() => library),
    prepareNode(home),
  );
  const ports = { n8n: await findPort(wished.n8n), broker: await findPort() };
  const env = {
    ...createEnvironment(home.folder, ports, encryptionKey),
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    // A browser keeps no secure cookie of a plain address.
    N8N_SECURE_COOKIE: 'false',
    N8N_TEMPLATES_ENABLED: 'true',
    N8N_TEMPLATES_HOST: besides,
  };
  if (isEnding()) return;
  // No more of the sandbox than lasts: its storage has another address each time, and would be imported each time.
  const { url, apiKey } = sandbox;
  const imported = await importAll({ bin, env }, home, { url, apiKey });
  if (isEnding()) return;
  const n8n = await startN8n(bin, env);
  ends.push(() => n8n.stop());
  Object.assign(library, { n8n: n8n.url, session: await signIn(n8n.url, owner) });

  say('');
  say(`n8n      ${besides}/open/${library.entrance}   signs you in; later ${n8n.url}`);
  say(`         as ${owner.email}, password ${owner.password}`);
  say(`desk     ${sandbox.url}/   shows its tickets and who did what; API key ${sandbox.apiKey}`);
  say(`kept in  ${home.folder}   (npm run n8n -- --fresh forgets it)`);
  if (imported.length > 0) say(`imported ${imported.join(', ')}`);
  say('Ctrl-C ends it.');
  await Promise.race([ended, n8n.ended]);
  say('Ending …');
}

async function startDesk(home: Home): Promise<Sandbox> {
  const sandbox = await startSandbox({ port: await findPort(wished.sandbox), data: home.deskFile, control: true });
  ends.push(sandbox.stop);
  return sandbox;
}

/** @returns its address. */
async function startTemplates(library: () => Library): Promise<string> {
  const templates = createTemplateServer(library);
  ends.push(() => templates.close());
  return templates.listen({ host: '127.0.0.1', port: await findPort(wished.templates) });
}

async function prepareNode(home: Home): Promise<void> {
  const built = join(home.folder, 'built');
  home.remember({ node: await keepNode(nodeFolder(home.folder), home.recall().node, built) });
}
