import { Duplex, pipeline as pipe, Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { TransportFailure } from '../wire/transport.js';

/** What the transport asks for, and reads also where it did not ask. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: () => Duplex.from(inflate),
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
function createDecoders(encoding = ''): Duplex[] {
  const names = encoding.toLowerCase().split(',');
  return names.flatMap((name) => decoders[name.trim()]?.() ?? []).reverse();
}

/** Of `deflate` there are two: with the header of zlib, as the standard says, and without it, as some servers send it. */
async function* inflate(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = packed[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) return;
  const isZlib = ((first.value[0] ?? 0) & ZLIB_METHOD_BITS) === ZLIB_DEFLATE;
  const all = async function* () {
    yield first.value;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  };
  // What fails here ends the reading of what comes out.
  yield* pipe(Readable.from(all()), isZlib ? createInflate() : createInflateRaw(), () => undefined);
}

/** The first byte of zlib's header names the method; data without a header do not begin so. */
const ZLIB_METHOD_BITS = 0x0f;
const ZLIB_DEFLATE = 8;
