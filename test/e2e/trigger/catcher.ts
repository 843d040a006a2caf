import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where the workflow of the trial tells of each ticket that reached it. */
export interface Catcher {
  readonly url: string;
  /** Numbers of the tickets, in the order in which they came. */
  readonly numbers: readonly number[];
  close(): void;
}

/** @param onNumber called when it was told of a ticket. */
export async function openCatcher(onNumber: () => void = () => undefined): Promise<Catcher> {
  const numbers: number[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (text: Buffer) => (body += text.toString()));
    request.on('end', () => {
      numbers.push((JSON.parse(body) as { number: number }).number);
      onNumber();
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    numbers,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
