import type { RequestBodyStream } from '../wire/transport.js';

/** A file to send; `content` can be read again, so that an upload can be repeated once. */
export interface FileSource {
  /** Path components are cut off; quotes, line breaks and non-ASCII letters are encoded. */
  readonly name: string;
  readonly content: Uint8Array | RequestBodyStream;
}

/**
 * A browser-style form: the given fields verbatim and in order, the file last, nothing else, with its length known
 * before (notes 2). The file is passed through piece by piece.
 */
export function encodeMultipart(
  fields: Readonly<Record<string, string>>,
  file: FileSource,
): { body: RequestBodyStream; contentType: string } {
  const boundary = `----BossDesk${crypto.randomUUID()}`;
  const encoder = new TextEncoder();
  const head = encoder.encode(
    Object.entries(fields)
      .map(
        ([name, value]) =>
          `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"\r\n\r\n${value}\r\n`,
      )
      .join('') +
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${escapeName(baseName(file.name))}"\r\n` +
      'Content-Type: application/octet-stream\r\n\r\n',
  );
  const tail = encoder.encode(`\r\n--${boundary}--\r\n`);
  const content = toStream(file.content);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: {
      length: head.length + content.length + tail.length,
      async *chunks() {
        yield head;
        yield* content.chunks();
        yield tail;
      },
    },
  };
}

/** The last component of a path, Windows or not: storages cut the rest off anyway. */
export function baseName(name: string): string {
  return name.split(/[\\/]/).pop()?.trim() ?? '';
}

/** As browsers escape names in a form (WHATWG): a quote or a line break must not end the header. */
function escapeName(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function toStream(content: Uint8Array | RequestBodyStream): RequestBodyStream {
  return content instanceof Uint8Array ? { length: content.length, chunks: () => [content] } : content;
}
