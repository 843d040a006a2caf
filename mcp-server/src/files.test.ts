import { execFileSync } from 'node:child_process';
import files, { appendFile, mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
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
  await writeFile(join(allowed, '..hidden.txt'), 'hidden');
  await symlink(allowed, join(root, 'way-in'));
});

afterEach(() => jest.restoreAllMocks());

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

  it('reads a file below any of several folders, given by a link too, missing ones aside', async () => {
    const folders = [join(root, 'missing'), join(root, 'allowed-not'), join(root, 'way-in')];
    expect(await readAll(join(allowed, 'sub', 'report.txt'), folders)).toBe('hello');
    expect(await readAll(join(root, 'way-in', 'sub', 'report.txt'), [allowed])).toBe('hello');
    expect(await readAll(join(root, 'allowed-not', 'secret.txt'), folders)).toBe('secret');
  });

  it('reads a file whose name begins like a step upwards', async () => {
    expect(await readAll(join(allowed, '..hidden.txt'))).toBe('hidden');
  });

  it('is called by its last name, after links were followed', async () => {
    const file = await openLocalFile(join(allowed, 'inside.txt'), [allowed]);
    await file[Symbol.asyncDispose]();
    expect(file.name).toBe('report.txt');
  });

  it('sends what was there when it was opened, though the file grows', async () => {
    const path = join(allowed, 'growing.log');
    await writeFile(path, 'x'.repeat(40_000));
    const file = await openLocalFile(path, [allowed]);
    await appendFile(path, 'more');
    const sizes: number[] = [];
    for await (const chunk of file.chunks()) sizes.push(chunk.length);
    await file[Symbol.asyncDispose]();
    expect(file.length).toBe(40_000);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(40_000);
    // Small pieces: those of a large file pile up in memory.
    expect(Math.max(...sizes)).toBe(16 * 1024);
  });

  it.each([
    ['the folder above', ''],
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

  it.each([
    ['the file', 'swapped/report.txt', 'secret.txt', 'cannot be read (ELOOP)'],
    ['its folder', 'swapped', 'allowed-not', 'there is no such file in the folders'],
  ])('refuses a link that was put in the place of %s after it was checked', async (_, place, target, words) => {
    const path = join(allowed, 'swapped', 'report.txt');
    await mkdir(join(allowed, 'swapped'), { recursive: true });
    await writeFile(path, 'harmless');
    await writeFile(join(root, 'allowed-not', 'report.txt'), 'secret');
    const { realpath } = files;
    let isSwapped = false;
    const swap = async (asked: string) => {
      const found = await realpath(asked);
      if (asked !== path || isSwapped) return found;
      isSwapped = true;
      await rm(join(allowed, place), { recursive: true });
      await symlink(join(root, target), join(allowed, place));
      return found;
    };
    jest.spyOn(files, 'realpath').mockImplementation(swap as typeof realpath);
    await expect(openLocalFile(path, [allowed])).rejects.toThrow(words);
    await rm(join(allowed, 'swapped'), { recursive: true });
  });

  it('leaves no file open: neither when it was read nor when it was refused', async () => {
    const { open } = files;
    const closings: jest.SpyInstance[] = [];
    const watch = async (...args: Parameters<typeof open>) => {
      const handle = await open(...args);
      closings.push(jest.spyOn(handle, 'close'));
      return handle;
    };
    jest.spyOn(files, 'open').mockImplementation(watch);
    expect(await readAll(join(allowed, 'sub', 'report.txt'))).toBe('hello');
    await expect(openLocalFile(join(allowed, 'sub'), [allowed])).rejects.toThrow('is not a file');
    expect(closings.map(({ mock }) => mock.calls.length > 0)).toEqual([true, true]);
  });

  it('refuses a folder inside, a relative path, and everything when no folder is allowed', async () => {
    await expect(openLocalFile(join(allowed, 'sub'), [allowed])).rejects.toThrow('is not a file');
    await expect(openLocalFile('sub/report.txt', [allowed])).rejects.toThrow('takes an absolute path');
    await expect(openLocalFile(join(allowed, 'sub', 'report.txt'), [])).rejects.toThrow('BOSSDESK_FILES_DIR');
  });
});
