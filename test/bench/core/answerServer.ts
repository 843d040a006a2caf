// A desk that answers in no time, of as many tickets as the first argument says: what it takes to ask is the client's.
// Prints its address.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWorld } from './record.js';

const total = Number(process.argv[2] ?? 1000);
const { ticket, row } = await createWorld();
const rowOf = (id: number) => row.replace('"id":1,', `"id":${id},`);
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  response.setHeader('content-type', 'application/json; charset=utf-8');
  if (pathname !== '/api/v1/tickets') {
    response.end(ticket);
    return;
  }
  const below = Number(searchParams.get('q[id_lt]') ?? total + 1);
  const perPage = Number(searchParams.get('per_page') ?? 25);
  const first = below - 1 - (Number(searchParams.get('page') ?? 1) - 1) * perPage;
  const ids = Array.from({ length: Math.max(0, Math.min(perPage, first)) }, (_, index) => first - index);
  response.end(`[${ids.map(rowOf).join(',')}]`);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
