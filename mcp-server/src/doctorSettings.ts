import { type Client, describeProblem, resolveName } from 'bossdesk-client';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type { ServerConfig } from './config.js';
import { findMe } from './me.js';
import { createNameMemory } from './names.js';
import { oneLine } from './render/text.js';

/** What a setting that only some calls use comes to. */
export interface SettingCheck {
  readonly isRight: boolean;
  readonly text: string;
}

/** Whom `me` stands for: a slip shows in no call but the one that needs it. */
export async function checkMe(client: Client, config: ServerConfig): Promise<SettingCheck | undefined> {
  const me = findMe(config);
  if (me === undefined) return undefined;
  const reader = createNameMemory(() => Promise.resolve(client)).createReader();
  const found = await resolveName(reader, { kind: 'users', given: me.user, field: me.by });
  if ('problem' in found) {
    const advice = 'Give the e-mail address or the user name of one user.';
    return { isRight: false, text: `${me.by}: ${describeProblem(found.problem)}. ${advice}` };
  }
  const { name, id } = found.resolved;
  return { isRight: true, text: `${me.by}: me is ${oneLine(name, 80)} (${id})` };
}

/** Whether files can be read below the folders that are allowed. */
export function checkFolders({ filesDirs }: ServerConfig): Promise<SettingCheck[]> {
  return Promise.all(
    filesDirs.map(async (folder) => {
      const fault = await findFault(folder);
      const text = `BOSSDESK_FILES_DIR: ${folder} ${fault ?? 'can be read'}`;
      return fault === undefined
        ? { isRight: true, text }
        : { isRight: false, text: `${text}. Correct it, or leave it out.` };
    }),
  );
}

async function findFault(folder: string): Promise<string | undefined> {
  if (!isAbsolute(folder)) return 'is no absolute path, so that it depends on where a host starts this server';
  try {
    if (!(await stat(folder)).isDirectory()) return 'is no folder';
    await access(folder, constants.R_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return code === 'ENOENT' ? 'does not exist' : `cannot be read by this user (${code})`;
  }
}
