import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An incoming webhook of a chat, that keeps what it is told. */
export interface Chat {
  readonly url: string;
  /** Texts in the order in which they came. */
  readonly messages: string[];
  /** Makes it answer 503 until it is cleared. */
  breakDown(): void;
  clear(): void;
  close(): Promise<void>;
}

export async function openChat(): Promise<Chat> {
  const messages: string[] = [];
  let isDown = false;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (text: Buffer) => (body += text.toString()));
    request.on('end', () => {
      if (!isDown) messages.push((JSON.parse(body) as { text: string }).text);
      response.writeHead(isDown ? 503 : 200, { 'content-type': 'text/plain' }).end(isDown ? 'down' : 'ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    messages,
    breakDown: () => (isDown = true),
    clear() {
      messages.length = 0;
      isDown = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
