import { Duplex, pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import type { Dispatcher } from 'undici';
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
 * @param headers of the answer: how it is packed, and how long it is
 * @throws TransportFailure `tooLarge` as soon as more than `maxBytes` are unpacked; the rest is not read.
 */
export async function readBody(
  body: Dispatcher.ResponseData['body'],
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
): Promise<Uint8Array> {
  const decoders = createDecoders(headers['content-encoding']);
  // One of known length is no longer than that: what is not chunked ends there.
  if (decoders.length === 0 && Number(headers['content-length'] ?? Number.NaN) <= maxBytes) return body.bytes();
  // What fails on the way ends the reading of what comes out.
  const unpacked = decoders.length === 0 ? body : chain(body, decoders);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    size += chunk.length;
    chunks.push(chunk);
    // Leaving ends the streams before it.
    if (size > maxBytes) throw new TransportFailure({ reason: 'tooLarge' });
  }
  return Buffer.concat(chunks, size);
}

const chain = (body: Readable, decoders: readonly Duplex[]): Readable =>
  pipeline([body, ...decoders], () => undefined) as unknown as Readable;

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
  yield* pipeline(Readable.from(all()), isZlib ? createInflate() : createInflateRaw(), () => undefined);
}

/** The first byte of zlib's header names the method; data without a header do not begin so. */
const ZLIB_METHOD_BITS = 0x0f;
const ZLIB_DEFLATE = 8;
