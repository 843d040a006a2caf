import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser.js';
import { openPage } from './browser.js';
import {
  isAnybodyLeft,
  isListening,
  killLeftOver,
  pressCtrlC,
  type RunningCommand,
  runN8n,
  startN8n,
} from './runN8n.js';

// `npm run n8n` as a newcomer has it: the command, an address, a recipe that has run. The first time, n8n is installed.
jest.setTimeout(20 * 60_000);

const data = mkdtempSync(join(tmpdir(), 'bossdesk-npm-run-n8n-'));
const start = (...args: readonly string[]) => runN8n(data, args);
afterAll(() => {
  killLeftOver();
  rmSync(data, { recursive: true, force: true });
});

/** Counts what a person presses: clicks that the browser takes for a person's. */
async function countClicks(page: Page): Promise<() => number> {
  let clicks = 0;
  await page.exposeFunction('noteClick', () => clicks++);
  await page.addInitScript(`addEventListener('click', (event) => event.isTrusted && noteClick(), true)`);
  return () => clicks;
}

/** No process, no port and no complaint is left. */
async function expectCleanEnd({ child, printed, n8n, desk, entrance }: RunningCommand): Promise<void> {
  await pressCtrlC(child);
  expect(printed().trimEnd().split('\n').slice(-2)).toEqual(['Ctrl-C ends it.', 'Ending …']);
  expect(await isAnybodyLeft(child)).toBe(false);
  expect(await Promise.all([n8n, desk, entrance].map(isListening))).toEqual([false, false, false]);
}

/** The credential as n8n lists it, with when it was written last. */
async function readCredential(page: Page, n8n: string): Promise<unknown> {
  const answer = await page.goto(`${n8n}/rest/credentials`);
  const { data } = (await answer?.json()) as { data: { name: string; updatedAt: string }[] };
  expect(data).toMatchObject([{ name: 'BOSSDesk sandbox', updatedAt: expect.stringMatching(/^20/) }]);
  return data[0];
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
    const credential = await readCredential(page, first.n8n);
    await page.context().close();

    await expectCleanEnd(first);

    const second = await start();
    process.stdout.write(`first use ${first.seconds} s, second use ${second.seconds} s\n`);
    expect(second).toMatchObject({ folder: first.folder, n8n: first.n8n, desk: first.desk });
    // What has not changed is not imported again: what a person set there stays.
    expect(second.printed()).not.toContain('imported');
    const again = await openPage(browser, second.n8n);
    await again.page.goto(second.entrance, { waitUntil: 'domcontentloaded' });
    await again.page.getByText(RECIPE).first().waitFor({ timeout: 120_000 });
    expect(await readCredential(again.page, second.n8n)).toEqual(credential);
    await again.page.goto(`${second.n8n}/home/executions`, { waitUntil: 'domcontentloaded' });
    await again.page.getByText(RECIPE).first().waitFor({ timeout: 120_000 });
    await again.page.context().close();
    await expectCleanEnd(second);
  });

  it.each([2_000, 12_000])('ends cleanly also while it is starting, after %s ms', async (milliseconds) => {
    const { child, printed } = startN8n(data);
    await sleep(milliseconds);
    await pressCtrlC(child);
    expect(printed()).not.toMatch(/Error|did not/);
    expect(await isAnybodyLeft(child)).toBe(false);
  });

  it('begins anew when it is told to', async () => {
    const fresh = await start('--fresh');
    expect(fresh.printed()).toContain('imported');
    const { page } = await openPage(browser, fresh.n8n);
    await page.goto(fresh.entrance, { waitUntil: 'domcontentloaded' });
    await page.getByText(RECIPE).first().waitFor({ timeout: 120_000 });
    await page.goto(`${fresh.n8n}/home/executions`, { waitUntil: 'domcontentloaded' });
    await page.getByText('No executions').first().waitFor({ timeout: 120_000 });
    await page.context().close();
    await expectCleanEnd(fresh);
    expect(readdirSync(fresh.folder)).toContain('kept.json');
  });
});
