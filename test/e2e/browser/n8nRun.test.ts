import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { REPOSITORY_ROOT } from '../../../scripts/repositoryRoot.js';
import { launchBrowser, openPage } from './browser.js';

// `npm run n8n` as a newcomer has it: the command, an address, a recipe that has run. The first time, n8n is installed.
jest.setTimeout(20 * 60_000);

interface Running {
  readonly child: ChildProcess;
  /** Addresses as printed: what signs a browser in, n8n itself, the desk. */
  readonly entrance: string;
  readonly n8n: string;
  readonly desk: string;
  /** The folder that it names. */
  readonly folder: string;
  /** Seconds until it was there. */
  readonly seconds: number;
  readonly printed: string;
}

const data = mkdtempSync(join(tmpdir(), 'bossdesk-npm-run-n8n-'));
const groups: number[] = [];
afterAll(() => {
  // What a failed test left.
  for (const group of groups) if (isGroupThere(group)) process.kill(-group, 'SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

/** Runs the command in a process group of its own, as a terminal does. */
async function start(...args: readonly string[]): Promise<Running> {
  const started = Date.now();
  const child = spawn('npm', ['run', '--silent', 'n8n', '--', ...args], {
    cwd: REPOSITORY_ROOT,
    env: { ...process.env, XDG_DATA_HOME: data },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  groups.push(child.pid ?? 0);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (printed += text.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => {
      if (printed.includes('Ctrl-C ends it.')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`It ended with ${code ?? 'a signal'}:\n${printed}`)));
  });
  const read = (pattern: RegExp) => pattern.exec(printed)?.[1] ?? '';
  return {
    child,
    entrance: read(/^n8n\s+(\S+)/m),
    n8n: read(/later (\S+)/),
    desk: read(/^desk\s+(\S+)/m),
    folder: read(/^kept in\s+(\S+)/m),
    seconds: Math.round((Date.now() - started) / 100) / 10,
    printed,
  };
}

/** Presses Ctrl-C: all of the group hear it. */
async function pressCtrlC({ child }: Running): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  process.kill(-(child.pid ?? 0), 'SIGINT');
  return ended;
}

const isAnybodyLeft = ({ child }: Running): boolean => isGroupThere(child.pid ?? 0);

function isGroupThere(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

const isListening = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname, () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });

/** Counts what a person presses: clicks that the browser takes for a person's. */
async function countClicks(page: Page): Promise<() => number> {
  let clicks = 0;
  await page.exposeFunction('noteClick', () => clicks++);
  await page.addInitScript(`addEventListener('click', (event) => event.isTrusted && noteClick(), true)`);
  return () => clicks;
}

const RECIPE = 'Warn of BOSSDesk tickets due soon and escalate overdue ones';

describe('npm run n8n', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('leads to a recipe that has run in few clicks, ends cleanly, and is there again with what was made', async () => {
    const first = await start();
    expect(first.folder.startsWith(data) && existsSync(join(first.folder, '.n8n/database.sqlite'))).toBe(true);

    const { page } = await openPage(browser, first.n8n);
    const clicks = await countClicks(page);
    await page.goto(first.entrance, { waitUntil: 'domcontentloaded' });
    await page.getByText(RECIPE).first().click({ timeout: 120_000 });
    await page.locator('[data-test-id=execute-workflow-button]').click({ timeout: 120_000 });
    await page.getByText('Workflow executed successfully').first().waitFor({ timeout: 120_000 });
    process.stdout.write(`clicks from the printed address to a recipe that has run: ${clicks()}\n`);
    expect(clicks()).toBeGreaterThan(1);
    expect(clicks()).toBeLessThanOrEqual(6);

    // As shipped it is a dry run: the desk's page shows that it was read, and nothing else.
    await page.goto(first.desk);
    const requests = page.locator('#entries li');
    await requests.getByText('Jack Pot listed tickets').first().waitFor();
    expect(await requests.filter({ hasText: 'n8n' }).count()).toBeGreaterThan(0);
    expect(await page.locator('#entries li.writes').count()).toBe(0);

    // Its own Templates view has the recipes too.
    await page.goto(`${first.n8n}/templates`, { waitUntil: 'domcontentloaded' });
    await page.getByText(RECIPE).first().waitFor({ timeout: 120_000 });
    await page.context().close();

    expect(await pressCtrlC(first)).toBe(0);
    expect(isAnybodyLeft(first)).toBe(false);
    expect(await Promise.all([first.n8n, first.desk, first.entrance].map(isListening))).toEqual([false, false, false]);

    const second = await start();
    process.stdout.write(`first use ${first.seconds} s, second use ${second.seconds} s\n`);
    expect(second).toMatchObject({ folder: first.folder, n8n: first.n8n, desk: first.desk });
    // What has not changed is not imported again.
    expect(second.printed).not.toContain('imported');
    const again = await openPage(browser, second.n8n);
    await again.page.goto(second.entrance, { waitUntil: 'domcontentloaded' });
    await again.page.getByText(RECIPE).first().waitFor({ timeout: 120_000 });
    await again.page.goto(`${second.n8n}/home/executions`, { waitUntil: 'domcontentloaded' });
    await again.page.getByText(RECIPE).first().waitFor({ timeout: 120_000 });
    await again.page.context().close();
    expect(await pressCtrlC(second)).toBe(0);
    expect(isAnybodyLeft(second)).toBe(false);
  });

  it('begins anew when it is told to', async () => {
    const fresh = await start('--fresh');
    expect(fresh.printed).toContain(`imported`);
    const { page } = await openPage(browser, fresh.n8n);
    await page.goto(fresh.entrance, { waitUntil: 'domcontentloaded' });
    await page.getByText(RECIPE).first().waitFor({ timeout: 120_000 });
    await page.goto(`${fresh.n8n}/home/executions`, { waitUntil: 'domcontentloaded' });
    await page.getByText('No executions').first().waitFor({ timeout: 120_000 });
    await page.context().close();
    expect(await pressCtrlC(fresh)).toBe(0);
    expect(isAnybodyLeft(fresh)).toBe(false);
    expect(readdirSync(fresh.folder)).toContain('kept.json');
  });
});
