import { isJson, type Json, numberIn, textIn } from '../data/fields.js';

/** A file in the storage. Of a large one only the beginning is kept; what follows reads as zero bytes. */
export interface StoredFile {
  size: number;
  /** MD5 in hex, as S3's ETag. */
  etag: string;
  head: Buffer;
}

/** What a data file shows of an attachment without saying what is in it. */
export const unknownFile = (size: number): StoredFile => ({ size, etag: '0'.repeat(32), head: Buffer.alloc(0) });

/** Files by storage key, as a data file has them. */
export const importFiles = (json: Json): [key: string, file: StoredFile][] =>
  Object.entries(json).flatMap(([key, file]) => (isJson(file) ? [[key, importFile(file)]] : []));

function importFile(json: Json): StoredFile {
  const head = Buffer.from(textIn(json, 'content') ?? '', 'base64');
  return { size: numberIn(json, 'size') ?? head.length, etag: textIn(json, 'etag') ?? '', head };
}

export const exportFiles = (files: ReadonlyMap<string, StoredFile>): Record<string, object> =>
  Object.fromEntries(
    [...files].map(([key, { size, etag, head }]) => [key, { size, etag, content: head.toString('base64') }]),
  );
