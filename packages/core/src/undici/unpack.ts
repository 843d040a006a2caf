import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import { TransportFailure } from '../wire/transport.js';

type Decoder = (packed: Buffer, options: ZlibOptions) => Promise<Buffer>;

/** What the transport asks for, and reads also where it did not ask. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: promisify<Buffer, ZlibOptions, Buffer>(gunzip),
  'x-gzip': promisify<Buffer, ZlibOptions, Buffer>(gunzip),
  deflate: (packed, options) => (isZlib(packed) ? inflateZlib : inflateBare)(packed, options),
  br: promisify<Buffer, ZlibOptions, Buffer>(brotliDecompress),
};

/**
 * Unpacks a body.
 *
 * @param encoding the answer's `content-encoding`: the last of several was applied last
 * @throws TransportFailure `tooLarge` for more than `maxBytes`, which are never unpacked; zlib's error for a body that is none.
 */
export async function unpack(packed: Buffer, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  // Nothing is what it is, however it is packed.
  if (encoding === undefined || packed.length === 0) return packed;
  const options = Number.isFinite(maxBytes) ? { maxOutputLength: maxBytes } : {};
  let bytes = packed;
  try {
    for (const name of encoding.toLowerCase().split(',').reverse()) {
      const decode = decoders[name.trim()];
      if (decode !== undefined) bytes = await decode(bytes, options);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw error;
    throw new TransportFailure({ reason: 'tooLarge' }, { cause: error });
  }
  return bytes;
}

const inflateZlib = promisify<Buffer, ZlibOptions, Buffer>(inflate);
const inflateBare = promisify<Buffer, ZlibOptions, Buffer>(inflateRaw);

/** Of `deflate` there are two: with the header of zlib, as the standard says, and without it, as some servers send it. */
function isZlib([first = 0]: Buffer): boolean {
  return (first & ZLIB_METHOD_BITS) === ZLIB_DEFLATE;
}

/** The first byte of zlib's header names the method; data without a header do not begin so. */
const ZLIB_METHOD_BITS = 0x0f;
const ZLIB_DEFLATE = 8;
