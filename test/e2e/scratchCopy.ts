import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { REPOSITORY_ROOT } from '../../scripts/repositoryRoot.js';

const packageFolders = ['.', 'packages/core', 'packages/sandbox', 'packages/recipes', 'mcp-server', 'test'];

/** A copy of the repository as it stands, to be spoiled; its packages are those that are installed here. */
export class ScratchCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'bossdesk-scratch-'));

  constructor() {
    const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
      cwd: REPOSITORY_ROOT,
      encoding: 'utf8',
    });
    for (const path of listed.split('\0')) {
      const from = join(REPOSITORY_ROOT, path);
      if (path !== '' && existsSync(from)) cpSync(from, join(this.folder, path));
    }
    for (const one of packageFolders) {
      const from = join(REPOSITORY_ROOT, one, 'node_modules');
      if (existsSync(from)) symlinkSync(from, join(this.folder, one, 'node_modules'));
    }
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  exists(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Puts one text in the place of another, which must be there once. */
  replace(path: string, before: string, after: string): void {
    const parts = this.read(path).split(before);
    if (parts.length !== 2) throw new Error(`${path} has ${String(parts.length - 1)} times: ${before}`);
    this.write(path, parts.join(after));
  }

  delete(path: string): void {
    rmSync(join(this.folder, path));
  }

  /** What a program of `node_modules` says. */
  run(program: string, ...args: readonly string[]): { readonly code: number | null; readonly output: string } {
    const path = join(this.folder, 'node_modules', program);
    const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
    });
    return { code: status, output: `${stdout}${stderr}` };
  }

  generate(...args: readonly string[]): { readonly code: number | null; readonly output: string } {
    return this.run('tsx/dist/cli.mjs', 'scripts/generate/index.ts', ...args);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
