import {
  createServer as createHttpServer,
  type IncomingMessage,
  request as sendOn,
  type RequestListener,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { Identity } from './certificates.js';

/** Something that listens on 127.0.0.1. */
export interface Listening extends AsyncDisposable {
  readonly port: number;
  /** How many connections there have been. */
  readonly connections: () => number;
}

/** A desk that answers each request alike; over TLS where it has an identity. */
export function startDesk(answer: RequestListener, identity?: Identity): Promise<Listening> {
  return listen(identity === undefined ? createHttpServer(answer) : createHttpsServer({ ...identity }, answer));
}

/** A server that does with a connection what it is told to, and knows no protocol. */
export function startRaw(onConnection: (socket: Socket) => void): Promise<Listening> {
  return listen(createTcpServer(onConnection));
}

export interface Proxy extends Listening {
  /** What was asked for: `CONNECT desk:443`, with the login in Base64. */
  readonly asked: string[];
}

/** A real proxy: it lets connections through, all to one port of this machine, or answers each with a status. */
export async function startProxy(to: { readonly port: number } | { readonly status: number }): Promise<Proxy> {
  const asked: string[] = [];
  const server = createHttpServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}${loginOf(request)}`);
    if ('status' in to) {
      response.writeHead(to.status).end();
      return;
    }
    const { method, headers, url = '' } = request;
    const { pathname, search } = new URL(url);
    const target = { host: '127.0.0.1', port: to.port, method, headers, path: `${pathname}${search}` };
    const onward = sendOn(target, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push(`CONNECT ${request.url ?? ''}${loginOf(request)}`);
    socket.on('error', () => socket.destroy());
    if ('status' in to) {
      socket.end(`HTTP/1.1 ${to.status} Refused\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const onward = connect(to.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('close', () => onward.destroy());
  });
  return Object.assign(await listen(server), { asked });
}

function loginOf({ headers }: IncomingMessage): string {
  const login = headers['proxy-authorization'];
  return login === undefined ? '' : ` ${Buffer.from(login.replace('Basic ', ''), 'base64').toString()}`;
}

async function listen(server: Server): Promise<Listening> {
  let connections = 0;
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections += 1;
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
