// `npm run pictures [-- SLUG…]`: takes a picture of the canvas of each recipe, in a real n8n, into the recipe's folder.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listRecipes, type Recipe } from 'bossdesk-recipes';
import type { BrowserContext, Page } from 'playwright-core';
import { type Clip, launchBrowser, takePicture } from './browser.js';
import { createEnvironment, nodeFolder } from './n8n/environment.js';
import { installN8n } from './n8n/installN8n.js';
import { packNode } from './n8n/packNode.js';
import { findPort, runN8n, startN8n } from './n8n/process.js';
import { SESSION_COOKIE, signIn } from './n8n/session.js';

const owner = { email: 'owner@example.com', password: 'Owner-of-the-pictures-1' };
const view = { width: 2400, height: 1200 };
const MAX_BYTES = 80_000;

void main(process.argv.slice(2));

async function main(slugs: readonly string[]): Promise<void> {
  const recipes = listRecipes().filter(({ slug }) => slugs.length === 0 || slugs.includes(slug));
  const folder = mkdtempSync(join(tmpdir(), 'bossdesk-pictures-'));
  try {
    await photograph(recipes, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function photograph(recipes: readonly Recipe[], folder: string): Promise<void> {
  const bin = await installN8n();
  await packNode(nodeFolder(folder));
  const ports = { n8n: await findPort(), broker: await findPort() };
  const env = { ...createEnvironment(folder, ports, 'pictures'), N8N_SECURE_COOKIE: 'false' };
  const file = join(folder, 'workflows.json');
  writeFileSync(file, JSON.stringify(recipes.map(({ workflow }) => workflow)));
  await runN8n([bin, 'import:workflow', `--input=${file}`], env);
  const n8n = await startN8n(bin, env);
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: view, colorScheme: 'light' });
    await context.addCookies([{ name: SESSION_COOKIE, value: await signIn(n8n.url, owner), url: n8n.url }]);
    for (const recipe of recipes) await photographCanvas(context, n8n.url, recipe);
  } finally {
    await browser.close();
    await n8n.stop('SIGKILL');
  }
}

async function photographCanvas(context: BrowserContext, url: string, { slug, workflow }: Recipe): Promise<void> {
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`${url}/workflow/${workflow.id}`, { waitUntil: 'domcontentloaded' });
  await page
    .locator(NODE)
    .nth(workflow.nodes.length - 1)
    .waitFor();
  await page.locator('[data-test-id="zoom-to-fit"]').click();
  await page.addStyleTag({ content: `${besideCanvas.map((id) => `[data-test-id="${id}"]`).join()} { display: none }` });
  await page.waitForTimeout(SETTLED_MS);
  const clip = await boxOf(page);
  for (const quality of [80, 60, 40, 20]) {
    const picture = await takePicture(page, quality, clip);
    if (picture.length > MAX_BYTES) continue;
    writeFileSync(fileURLToPath(new URL(`../packages/recipes/recipes/${slug}/canvas.webp`, import.meta.url)), picture);
    process.stdout.write(`${slug}: ${Math.round(picture.length / 1000)} kB\n`);
    await page.close();
    return;
  }
  throw new Error(`The picture of ${slug} is larger than ${MAX_BYTES} bytes in any quality`);
}

/** What all nodes and notes together cover on the page, with a margin. */
async function boxOf(page: Page): Promise<Clip> {
  const boxes = await page.locator(NODE).evaluateAll((nodes) =>
    nodes.map((node) => {
      const { left, top, right, bottom } = node.getBoundingClientRect();
      return { left, top, right, bottom };
    }),
  );
  const x = Math.min(...boxes.map(({ left }) => left)) - MARGIN;
  const y = Math.min(...boxes.map(({ top }) => top)) - MARGIN;
  const width = Math.max(...boxes.map(({ right }) => right)) + MARGIN - x;
  const height = Math.max(...boxes.map(({ bottom }) => bottom)) + MARGIN - y;
  return { x, y, width, height };
}

const NODE = '.vue-flow__node';
const MARGIN = 60;
/** The canvas glides. */
const SETTLED_MS = 1500;

/** What lies over the canvas and belongs to no workflow. */
const besideCanvas = ['canvas-controls', 'canvas-minimap', 'execute-workflow-button', 'node-creator-plus-button'];
