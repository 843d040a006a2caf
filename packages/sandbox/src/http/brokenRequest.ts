import type { Socket } from 'node:net';
import { acceptedFormat } from './acceptedFormat.js';
import { statusPage } from './answer.js';

interface ParserError extends Error {
  readonly code?: string | undefined;
  /** What came, as bytes. */
  readonly rawPacket?: unknown;
}

/**
 * Answers what is no HTTP request as far as Node's parser goes: a method that it does not know as Rails does (405),
 * anything else as Puma does, a 400 without a body.
 */
export function answerBrokenRequest(error: ParserError, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy(error);
    return;
  }
  if (error.code !== 'HPE_INVALID_METHOD') {
    socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    return;
  }
  const accept = /^accept:\s*(.*?)\s*$/im.exec(
    Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1') : '',
  )?.[1];
  const { headers, body } = statusPage(405, acceptedFormat(accept, undefined) ?? 'html');
  const lines = Object.entries({ ...headers, connection: 'close', 'content-length': String(Buffer.byteLength(body)) });
  socket.end(
    `HTTP/1.1 405 Method Not Allowed\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  );
}
