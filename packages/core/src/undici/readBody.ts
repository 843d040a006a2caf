import { type Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { TransportFailure } from '../wire/transport.js';

/** What the transport asks for, and reads also where it did not ask. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Reads a body to its end and unpacks it on the way.
 *
 * @param encoding `Content-Encoding` of the answer
 * @throws TransportFailure `tooLarge` as soon as more than `maxBytes` are unpacked; the rest is not read.
 */
export async function readBody(body: Readable, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      chunks.push(chunk);
      done(size > maxBytes ? new TransportFailure({ reason: 'tooLarge' }) : null);
    },
  });
  await pipeline([body, ...createDecoders(encoding), collect]);
  return Buffer.concat(chunks, size);
}

/** The last encoding that was applied comes off first. */
function createDecoders(encoding = ''): Transform[] {
  const names = encoding.toLowerCase().split(',');
  return names.flatMap((name) => decoders[name.trim()]?.() ?? []).reverse();
}
