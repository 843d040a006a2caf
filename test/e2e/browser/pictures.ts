// `node --run pictures:docs`: takes the pictures of the documents anew, off what `npm run n8n` starts in a folder of its own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser, takePicture } from '../../../scripts/browser.js';
import { REPOSITORY_ROOT } from '../../../scripts/repositoryRoot.js';
import { killLeftOver, pressCtrlC, runN8n } from './runN8n.js';

const SETTLED_MS = 3_000;
const QUALITY = 70;

/** Names of the recipes whose canvases are shown after a run, by the name of the picture. */
const canvases = {
  'n8n-run': 'Warn of BOSSDesk tickets due soon and escalate overdue ones',
  'n8n-run-sweeper': 'Assign waiting tickets in BOSSDesk to the least-loaded agents',
};

async function save(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLED_MS);
  const picture = await takePicture(page, QUALITY);
  writeFileSync(join(REPOSITORY_ROOT, `docs/images/${name}.webp`), picture);
  process.stdout.write(`docs/images/${name}.webp: ${Math.round(picture.length / 1000)} kB\n`);
}

async function takePictures(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'bossdesk-pictures-docs-'));
  const browser = await launchBrowser();
  try {
    const running = await runN8n(data);
    const page = await browser.newPage({ viewport: { width: 1360, height: 800 }, colorScheme: 'light' });
    page.setDefaultTimeout(180_000);
    await page.goto(running.entrance, { waitUntil: 'domcontentloaded' });
    for (const [name, recipe] of Object.entries(canvases)) {
      await page.goto(`${running.n8n}/home/workflows`, { waitUntil: 'domcontentloaded' });
      await page.getByText(recipe).first().click();
      await page.locator('[data-test-id=execute-workflow-button]').click();
      await page.getByText('Workflow executed successfully').first().waitFor();
      await page.getByText('Workflow executed successfully').first().waitFor({ state: 'detached' });
      await save(page, name);
    }
    await page.goto(`${running.n8n}/templates`, { waitUntil: 'domcontentloaded' });
    await page.getByText(canvases['n8n-run']).first().waitFor();
    await save(page, 'n8n-templates');
    await page.goto(`${running.desk}#ticket/75`);
    await page.getByLabel('Acting as').selectOption({ label: 'Al Dente, agent' });
    await page.getByLabel('Priority').selectOption('High');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Al Dente changed ticket 75').waitFor();
    await page.getByLabel('Comment').fill('The laptop is on its way.');
    await page.getByRole('button', { name: 'Add comment' }).click();
    await page.getByText('Al Dente left a private comment').waitFor();
    await page.goto(`${running.desk}#tickets`);
    await save(page, 'sandbox-page');
    await pressCtrlC(running.child);
  } finally {
    await browser.close();
    killLeftOver();
    rmSync(data, { recursive: true, force: true });
  }
}

void takePictures();
