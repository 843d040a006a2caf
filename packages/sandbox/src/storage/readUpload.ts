import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import type { StoredFile } from '../kinds/storedFiles.js';
import { StorageError } from './storageError.js';

/** A form as S3 reads it: the fields before the file, in their order, and the file. What follows it is ignored. */
export interface Upload {
  /** Names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  readonly file: StoredFile;
  /** Without path components. */
  readonly fileName: string;
}

/** Files up to here are kept whole; of larger ones only so much as shows that they arrived. */
const KEPT_WHOLE = 1024 * 1024;
const KEPT_OF_LARGE = 64 * 1024;

/** Bytes that all fields before the file may take together (notes 2). */
const LARGEST_FIELDS = 20 * 1024;

/** Reads a multipart form piece by piece, so that a large file takes no more memory than a small one. */
export async function readUpload(request: IncomingMessage): Promise<Upload> {
  const contentType = request.headers['content-type'];
  if (contentType === undefined || !/^multipart\/form-data\b/i.test(contentType)) {
    throw new StorageError(412, 'PreconditionFailed', 'Bucket POST must be of the enclosure-type multipart/form-data');
  }
  if (request.headers['content-length'] === undefined) {
    throw new StorageError(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }

  const fields = new Map<string, string>();
  let arriving: { fileName: string; file: Promise<StoredFile> } | undefined;
  const form = new Busboy({
    headers: { ...request.headers, 'content-type': contentType },
    isPartAFile: (name, _type, fileName) => name === 'file' || fileName !== undefined,
  });
  form.on('field', (name, value) => {
    if (arriving === undefined) fields.set(name.toLowerCase(), value);
  });
  form.on('file', (name, stream, fileName) => {
    if (name === 'file' && arriving === undefined) arriving = { fileName, file: readFile(stream) };
    else stream.resume();
  });
  await pipeline(request, form).catch(() => {
    throw new StorageError(
      400,
      'MalformedPOSTRequest',
      'The body of your POST request is not well-formed multipart/form-data.',
    );
  });

  const found = arriving as { fileName: string | undefined; file: Promise<StoredFile> } | undefined;
  if (found === undefined) {
    throw new StorageError(400, 'InvalidArgument', 'POST requires exactly one file upload per request.');
  }
  const fieldBytes = [...fields].reduce((bytes, [name, value]) => bytes + Buffer.byteLength(name + value), 0);
  if (fieldBytes > LARGEST_FIELDS) {
    throw new StorageError(
      400,
      'MaxPostPreDataLengthExceeded',
      'Your POST request fields preceding the upload file were too large.',
    );
  }
  return { fields, file: await found.file, fileName: found.fileName ?? '' };
}

async function readFile(stream: BusboyFileStream): Promise<StoredFile> {
  const hash = createHash('md5');
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    // A copy: the chunk is a view into a buffer that would be held as a whole.
    if (size < KEPT_WHOLE) kept.push(Buffer.from(chunk));
    size += chunk.length;
  }
  const head = Buffer.concat(kept);
  return {
    size,
    etag: hash.digest('hex'),
    head: size <= KEPT_WHOLE ? head : Buffer.from(head.subarray(0, KEPT_OF_LARGE)),
  };
}
