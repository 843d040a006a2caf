import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type AnyOperation, operations } from 'bossdesk-client';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { World } from '../world.js';
import { acceptedFormat } from './acceptedFormat.js';
import { type Answer, emptyAnswer, orderedStatusAnswer, statusPage, throttledAnswer } from './answer.js';
import { answerRequest } from './answerRequest.js';
import { findKeyByToken } from './authenticate.js';
import { deliver, dropConnection } from './deliver.js';
import { type FaultOrders, orderedAnswer } from './faults.js';
import { splitExtension } from './pathExtension.js';
import { readRecordedBody, type RequestLog } from './requestLog.js';
import { splitUrl } from './splitUrl.js';
import type { ThrottleCounter } from './throttle.js';

export interface ApiServerOptions {
  /** The world of the moment: a reset makes a new one. */
  world(): World;
  readonly faults: FaultOrders;
  readonly throttle: ThrottleCounter;
  readonly log: RequestLog;
  readonly latencyMs: number;
  /** Called after each request that may have changed something. */
  onChange(): void;
}

const API_ROOT = '/api/v1';
/** Puma's own limit in bytes (notes 4). */
const LONGEST_QUERY = 10 * 1024;

/** Serves every operation of the registry, and Rails' answers to everything else. */
export function createApiServer(options: ApiServerOptions): FastifyInstance {
  const server = fastify({
    bodyLimit: 64 * 1024 * 1024,
    forceCloseConnections: true,
    http: { maxHeaderSize: 128 * 1024 },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 8 * 1024 },
    rewriteUrl: ({ url = '/' }) => {
      const { path, query } = splitUrl(url);
      return (splitExtension(path)?.path ?? path) + (query === undefined ? '' : `?${query}`);
    },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  });
  // JSON is parsed later: Rails finds the route first.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  for (const operation of operations) {
    server.route({
      method: operation.method,
      url: API_ROOT + operation.path,
      handler: (request, reply) => serve(options, request, reply, operation),
    });
  }
  server.setNotFoundHandler((request, reply) => serve(options, request, reply));
  return server;
}

async function serve(
  options: ApiServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  operation?: AnyOperation,
): Promise<FastifyReply> {
  const started = process.hrtime.bigint();
  const { path, query = '' } = splitUrl(request.originalUrl);
  const body = Buffer.isBuffer(request.body) ? request.body : undefined;
  const { method, headers } = request;
  const recorded = options.log.start({ method, path, query, headers, body: readRecordedBody(body) });

  const route = operation === undefined ? path : API_ROOT + operation.path;
  const fault = options.faults.take(method, [
    { path, route },
    { path: path.replace(API_ROOT, ''), route: route.replace(API_ROOT, '') },
  ]);
  await wait(options.latencyMs + (fault?.delay ?? 0));
  if (fault?.drop === 'before') {
    options.log.finish(recorded, dropConnection(reply));
    return reply;
  }

  const ordered = fault === undefined ? undefined : orderedAnswer(fault, orderedStatusAnswer);
  const answer = ordered ?? answerOrRefuse(options, request, body, operation, fault?.shuffle === true);
  if (method !== 'GET') options.onChange();
  // The desk's clock, which tests move.
  reply.header('date', new Date(options.world().now()).toUTCString());
  reply.header('x-request-id', requestId(headers['x-request-id']));
  reply.header('x-runtime', (Number(process.hrtime.bigint() - started) / 1e9).toFixed(6));
  options.log.finish(recorded, deliver(reply, answer, fault));
  return reply;
}

/** What stands before Rails' controllers: web server, Rack::Attack, router. */
function answerOrRefuse(
  options: ApiServerOptions,
  request: FastifyRequest,
  body: Buffer | undefined,
  operation: AnyOperation | undefined,
  shuffles: boolean,
): Answer {
  const { throttle, log } = options;
  const world = options.world();
  const { path, query = '' } = splitUrl(request.originalUrl);
  if (query.length > LONGEST_QUERY) return emptyAnswer(400);
  const refusal = throttle.refuse(findKeyByToken(world.state.keys, request.headers.authorization), world.now());
  if (refusal !== null) return throttledAnswer(refusal === 'unsaid' ? null : refusal);

  const split = splitExtension(path);
  if (operation === undefined || split === null) {
    return statusPage(404, acceptedFormat(request.headers.accept, split?.extension) ?? 'html');
  }
  const params = request.params as Record<string, string>;
  const tieOrder = shuffles ? log.requests.length : 0;
  const { headers } = request;
  return answerRequest(world, { operation, params, extension: split.extension, query, headers, body, tieOrder });
}

/** As ActionDispatch::RequestId: the client's own is echoed, cleaned. */
function requestId(given: string | string[] | undefined): string {
  const cleaned = [given ?? '']
    .flat()
    .join('')
    .replace(/[^\w\-@]/g, '')
    .slice(0, 255);
  return cleaned === '' ? randomUUID() : cleaned;
}
