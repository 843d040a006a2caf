import { randomUUID } from 'node:crypto';
import { type Answer, emptyAnswer, textAnswer } from '../http/answer.js';
import type { StreamedAnswer } from '../http/deliver.js';
import type { StoredFile } from '../kinds/storedFiles.js';
import type { StoredUpload } from './storage.js';
import { StorageError } from './storageError.js';

/** 201 answers with a document, 200 and 204 with nothing (doc L122-128, notes 2). */
export function storedAnswer({ status, bucket, key, etag }: StoredUpload, origin: string): Answer {
  if (status !== 201) return emptyAnswer(status);
  const location = `${origin}/${encodeURIComponent(key)}`;
  return xmlAnswer(
    201,
    `<PostResponse><Location>${escapeXml(location)}</Location><Bucket>${bucket}</Bucket>` +
      `<Key>${escapeXml(key)}</Key><ETag>${escapeXml(`"${etag}"`)}</ETag></PostResponse>`,
  );
}

export const errorAnswer = ({ status, code, message }: StorageError): Answer =>
  xmlAnswer(
    status,
    `<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message>` +
      `<RequestId>${randomUUID().slice(0, 16)}</RequestId><HostId>sandbox</HostId></Error>`,
  );

/** An error ordered by its status alone; 403 is the one that people meet, a link that came too late. */
export function orderedErrorAnswer(status: number): Answer {
  if (status === 403) return errorAnswer(new StorageError(403, 'AccessDenied', 'Request has expired'));
  return errorAnswer(new StorageError(status, status === 503 ? 'SlowDown' : 'InternalError', 'Ordered by a fault.'));
}

/** A file's bytes; past what was kept of a large one come zeros. */
export const fileAnswer = ({ size, etag, head }: StoredFile): StreamedAnswer => ({
  status: 200,
  headers: { 'content-type': 'binary/octet-stream', 'content-length': String(size), etag: `"${etag}"` },
  size,
  *chunks(bytes) {
    yield head.subarray(0, bytes);
    for (let left = bytes - head.length; left > 0; left -= zeros.length) {
      yield left < zeros.length ? zeros.subarray(0, left) : zeros;
    }
  },
});

const zeros = Buffer.alloc(64 * 1024);

const xmlAnswer = (status: number, body: string): Answer =>
  textAnswer(status, 'application/xml', `<?xml version="1.0" encoding="UTF-8"?>\n${body}`);

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => xmlEntities[character] ?? '');

const xmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};
