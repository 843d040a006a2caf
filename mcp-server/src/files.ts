import type { RequestBodyStream } from 'bossdesk-client';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { basename, isAbsolute, relative, sep } from 'node:path';
import { ToolError } from './tools/tool.js';

/** A file that is read while it is sent, and can be read again. */
export interface LocalFile extends RequestBodyStream, AsyncDisposable {
  readonly name: string;
}

/**
 * Opens a file below one of the folders that the operator allowed. Links are followed first, so that none leads out of
 * them, and the file that was checked is the one that is read.
 *
 * @throws ToolError when no folder is allowed, the path is outside of them, or there is no such file.
 */
export async function openLocalFile(path: string, folders: readonly string[]): Promise<LocalFile> {
  if (folders.length === 0) {
    throw new ToolError(
      'file_path: this server may read no files. Its operator can allow folders by BOSSDESK_FILES_DIR; or give content_base64.',
    );
  }
  if (!isAbsolute(path)) throw new ToolError('file_path: takes an absolute path.');
  const allowed = (await Promise.all(folders.map(resolveLinks))).filter((folder) => folder !== undefined);
  const file = await resolveLinks(path);
  // The same words whether the file is missing or elsewhere: what lies outside is nobody's business.
  if (file === undefined || !allowed.some((folder) => isBelow(file, folder))) throw noSuchFile();
  return openStream(file);
}

function noSuchFile(): ToolError {
  return new ToolError('file_path: there is no such file in the folders that this server may read.');
}

/** Larger pieces pile up until they are collected: with 64 kB a file of 200 MB costs 80 MB, with these 40. */
const CHUNK_BYTES = 16 * 1024;

async function openStream(path: string): Promise<LocalFile> {
  // A link put there since the check is refused, and a named pipe does not hold the call until somebody writes into it.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(path, flags).catch((error: unknown) => {
    throw new ToolError(`file_path: cannot be read (${codeOf(error)}).`);
  });
  try {
    const { size } = await statFile(handle, path);
    return {
      name: basename(path),
      length: size,
      chunks: () =>
        size === 0
          ? []
          : handle.createReadStream({ start: 0, end: size - 1, autoClose: false, highWaterMark: CHUNK_BYTES }),
      [Symbol.asyncDispose]: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function statFile(handle: FileHandle, path: string): Promise<Stats> {
  const stats = await handle.stat();
  if (!stats.isFile()) throw new ToolError('file_path: is not a file.');
  if ((await whereIs(handle, path)) !== path) throw noSuchFile();
  return stats;
}

/** Where the file lies that was opened: a folder on the way may have become a link since the check. Linux says so itself. */
async function whereIs({ fd }: FileHandle, path: string): Promise<string | undefined> {
  return (await resolveLinks(`/proc/self/fd/${fd}`)) ?? resolveLinks(path);
}

async function resolveLinks(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown reason';
}
