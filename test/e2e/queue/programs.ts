import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian has PostgreSQL's own programs, a folder a version, outside PATH. */
const DEBIAN = '/usr/lib/postgresql';

/**
 * A program of Redis or PostgreSQL as it is installed here.
 *
 * @throws when it is not, with what to install.
 */
export function findProgram(name: string): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...readPath()];
  const found = folders.map((folder) => join(folder, name)).find(canRun);
  if (found !== undefined) return found;
  throw new Error(
    `The queue mode of n8n is tried on Redis and PostgreSQL, and there is no ${name} here. ` +
      'Install them: apt-get install redis-server postgresql (Debian, Ubuntu), brew install redis postgresql (macOS). ' +
      'They need not run: the test starts its own.',
  );
}

const readPath = (): string[] => (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Somebody to run PostgreSQL as, which refuses to be root's; nobody else where we are not root. */
export function findUnprivilegedUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const ids = ['postgres', 'nobody'].map((user) => [readId('-u', user), readId('-g', user)] as const);
  const [uid, gid] = ids.find(([user]) => user !== undefined) ?? [];
  if (uid === undefined || gid === undefined) throw new Error('There is no user to run PostgreSQL as');
  return { uid, gid };
}

function readId(option: string, user: string): number | undefined {
  try {
    return Number(execFileSync('id', [option, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined;
  }
}
