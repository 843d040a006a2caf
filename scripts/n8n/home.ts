import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './folders.js';
import type { Owner } from './session.js';

/** What is known from one run to the next. */
export interface Remembered {
  readonly owner: Owner;
  readonly encryptionKey: string;
  /** A hash of the node as it was built when it was packed last. */
  readonly node?: string;
  /** A hash of each thing that was imported, by its name. */
  readonly imported: Readonly<Record<string, string>>;
}

/** Where the runs of `npm run n8n` keep what a person made there. */
export interface Home {
  readonly folder: string;
  /** The sandbox's desk. */
  readonly deskFile: string;
  recall(): Remembered;
  remember(change: Partial<Remembered>): void;
}

/** @param fresh forgets what was kept. */
export function openHome({ fresh }: { readonly fresh: boolean }): Home {
  const folder = dataFolder();
  const file = join(folder, 'kept.json');
  if (fresh) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const recall = (): Remembered => JSON.parse(readFileSync(file, 'utf8')) as Remembered;
  const write = (kept: Remembered) => writeFileSync(file, JSON.stringify(kept, null, 2), { mode: 0o600 });
  if (!existsSync(file)) {
    const owner = { email: 'owner@example.com', password: `Desk-${randomBytes(9).toString('base64url')}1` };
    write({ owner, encryptionKey: randomBytes(24).toString('base64url'), imported: {} });
  }
  return {
    folder,
    deskFile: join(folder, 'desk.json'),
    recall,
    remember: (change) => write({ ...recall(), ...change }),
  };
}
