import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Names under which systems install Chromium, or what is as good. */
const programs = ['chromium', 'chromium-browser', 'google-chrome'];

function findChromium(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = programs
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error(`There is no ${programs.join(', ')} on PATH: install chromium`);
  return found;
}

/** playwright-core drives a browser and brings none along. A container's root has no sandbox to give a browser. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });

/** A part of a page, in pixels. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A WebP of a page as it looks; playwright itself writes none. */
export async function takePicture(page: Page, quality: number, clip?: Clip): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  try {
    const part = clip === undefined ? {} : { clip: { ...clip, scale: 1 } };
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality, ...part });
    return Buffer.from(data, 'base64');
  } finally {
    await session.detach();
  }
}
