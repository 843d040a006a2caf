import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Answer } from './answer.js';
import type { Fault } from './faults.js';

/** A body of a known size that need not be in memory as a whole. */
export interface StreamedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly size: number;
  /** The first `bytes` of the body. */
  chunks(bytes: number): Iterable<Buffer>;
}

/** Sends an answer, or as much of it as a fault lets through. Returns the status that went out, 0 for none. */
export function deliver(reply: FastifyReply, answer: Answer | StreamedAnswer, fault: Fault | undefined): number {
  if (fault?.drop !== undefined) return dropConnection(reply);
  const headers = { ...answer.headers, ...fault?.headers };
  if (fault?.truncate === undefined || fault.truncate === false) {
    void reply.code(answer.status).headers(headers).send(wholeBody(answer));
    return answer.status;
  }

  const size = 'size' in answer ? answer.size : Buffer.byteLength(answer.body);
  const sent = typeof fault.truncate === 'number' ? fault.truncate : Math.floor(size / 2);
  const beginning = 'size' in answer ? answer.chunks(sent) : [Buffer.from(answer.body).subarray(0, sent)];
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(answer.status, { ...headers, 'content-length': String(size) });
  Readable.from(beginning)
    .on('end', () => endEarly(raw, fault.truncate))
    .pipe(raw, { end: false });
  return answer.status;
}

/** Ends the connection in the middle of an answer. */
function endEarly(raw: FastifyReply['raw'], truncate: Fault['truncate']): void {
  if (truncate === 'fin') raw.socket?.end();
  else if (truncate === 'reset') raw.socket?.resetAndDestroy();
  else raw.destroy();
}

function wholeBody(answer: Answer | StreamedAnswer): string | Readable | undefined {
  if ('size' in answer) return Readable.from(answer.chunks(answer.size));
  return answer.body === '' ? undefined : answer.body;
}

/** Ends the connection without an answer. */
export function dropConnection(reply: FastifyReply): 0 {
  reply.hijack();
  reply.raw.destroy();
  return 0;
}
