import { execFileSync } from 'node:child_process';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalFile } from './files.js';

let root: string;
let allowed: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'bossdesk-files-'));
  allowed = join(root, 'allowed');
  await mkdir(join(allowed, 'sub'), { recursive: true });
  await mkdir(join(root, 'allowed-not'));
  await writeFile(join(allowed, 'sub', 'report.txt'), 'hello');
  await writeFile(join(allowed, 'empty.txt'), '');
  await writeFile(join(root, 'secret.txt'), 'secret');
  await writeFile(join(root, 'allowed-not', 'secret.txt'), 'secret');
  await symlink(join(root, 'secret.txt'), join(allowed, 'link.txt'));
  await symlink(root, join(allowed, 'up'));
  await symlink(join(allowed, 'sub', 'report.txt'), join(allowed, 'inside.txt'));
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function readAll(path: string, folders = [allowed]): Promise<string> {
  const file = await openLocalFile(path, folders);
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.chunks()) chunks.push(chunk);
    expect(Buffer.concat(chunks)).toHaveLength(file.length);
    return Buffer.concat(chunks).toString();
  } finally {
    await file[Symbol.asyncDispose]();
  }
}

describe('openLocalFile', () => {
  it('reads a file below an allowed folder, also through a link that stays inside', async () => {
    expect(await readAll(join(allowed, 'sub', 'report.txt'))).toBe('hello');
    expect(await readAll(join(allowed, 'inside.txt'))).toBe('hello');
    expect(await readAll(join(allowed, 'empty.txt'))).toBe('');
  });

  it('can be read twice, so that an upload can be repeated', async () => {
    const file = await openLocalFile(join(allowed, 'sub', 'report.txt'), [allowed]);
    const read = async () => {
      let text = '';
      for await (const chunk of file.chunks()) text += Buffer.from(chunk).toString();
      return text;
    };
    expect([await read(), await read()]).toEqual(['hello', 'hello']);
    await file[Symbol.asyncDispose]();
  });

  it.each([
    ['a link that leads out', 'allowed/link.txt'],
    ['a folder link that leads out', 'allowed/up/secret.txt'],
    ['steps upwards', 'allowed/../secret.txt'],
    ['a folder whose name begins alike', 'allowed-not/secret.txt'],
    ['a missing file', 'allowed/missing.txt'],
    ['the folder itself', 'allowed'],
  ])('refuses %s', async (_, path) => {
    await expect(openLocalFile(`${root}/${path}`, [allowed])).rejects.toThrow('there is no such file in the folders');
  });

  it('refuses a named pipe, without waiting for somebody to write into it', async () => {
    execFileSync('mkfifo', [join(allowed, 'pipe')]);
    await expect(openLocalFile(join(allowed, 'pipe'), [allowed])).rejects.toThrow('is not a file');
  });

  it('refuses a folder inside, a relative path, and everything when no folder is allowed', async () => {
    await expect(openLocalFile(join(allowed, 'sub'), [allowed])).rejects.toThrow('is not a file');
    await expect(openLocalFile('sub/report.txt', [allowed])).rejects.toThrow('takes an absolute path');
    await expect(openLocalFile(join(allowed, 'sub', 'report.txt'), [])).rejects.toThrow('BOSSDESK_FILES_DIR');
  });
});
