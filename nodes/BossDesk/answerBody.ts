import { TransportFailure } from 'bossdesk-client';

/** A body on its way, unpacked by n8n's HTTP client. */
interface BodyStream extends AsyncIterable<Uint8Array> {
  destroy(error?: Error): unknown;
}

/**
 * Reads a body to its end, or until it is given up.
 *
 * @throws TransportFailure `tooLarge` as soon as there is more than wanted; the rest is not read.
 */
export async function readBody(
  body: unknown,
  maxBytes = Number.POSITIVE_INFINITY,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (!isStream(body)) return toBytes(body);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stop = () => body.destroy(new Error('The answer was given up'));
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > maxBytes) throw new TransportFailure({ reason: 'tooLarge' });
      chunks.push(chunk);
    }
  } finally {
    signal?.removeEventListener('abort', stop);
  }
  const [first = new Uint8Array(), ...others] = chunks;
  // Most answers are one piece, which need not be copied.
  return others.length === 0 ? first : Buffer.concat(chunks, size);
}

function isStream(body: unknown): body is BodyStream {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body;
}

/** Stand-ins for n8n's HTTP client, as n8n's evaluations have them, answer with values. */
function toBytes(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  if (body === undefined || body === null) return new Uint8Array();
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
