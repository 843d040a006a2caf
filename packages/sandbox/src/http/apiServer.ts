import { randomUUID } from 'node:crypto';
import { buffer as readBytes } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { type AnyOperation, operations } from 'bossdesk-client';
import { fastify, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Witness } from '../activity/witness.js';
import { isRailsMethod } from '../rails/methods.js';
import type { World } from '../world.js';
import { acceptedFormat } from './acceptedFormat.js';
import { type Answer, emptyAnswer, orderedStatusAnswer, statusPage, throttledAnswer } from './answer.js';
import { answerRequest } from './answerRequest.js';
import { answerBrokenRequest } from './brokenRequest.js';
import { findKeyByToken } from './authenticate.js';
import { deliver, dropConnection } from './deliver.js';
import { type FaultOrders, orderedAnswer } from './faults.js';
import { splitExtension } from './pathExtension.js';
import { readRecordedBody, type RequestLog } from './requestLog.js';
import { splitUrl } from './splitUrl.js';
import type { ThrottleCounter } from './throttle.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route answers; none where there is no such route. */
    operation?: AnyOperation;
  }
}

export interface ApiServerOptions {
  /** The world of the moment: a reset makes a new one. */
  world(): World;
  readonly faults: FaultOrders;
  readonly throttle: ThrottleCounter;
  readonly log: RequestLog;
  readonly latencyMs: number;
  readonly witness: Witness;
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
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, maxParamLength: 8 * 1024 },
    frameworkErrors: (_error, request, reply) => void refuse(request, reply, badPathStatus(request.originalUrl)),
    clientErrorHandler: answerBrokenRequest,
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
      config: { operation },
      handler: (request, reply) => serve(options, request, reply, operation),
    });
  }
  // Nothing that the framework says by itself may show, but to the control API, which is no part of the desk.
  server.setErrorHandler<FastifyError>(async (error, request, reply) => {
    if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
      // Rails reads some of the types that the framework refuses to look at.
      request.body = await readBytes(request.raw);
      return serve(options, request, reply, request.routeOptions.config.operation);
    }
    return refuse(request, reply, error.statusCode ?? 500);
  });
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
  const params = request.params as Record<string, string>;
  const { authorization } = headers;
  const tell = options.witness({ world: options.world(), recorded, operation, params, authorization });
  if (fault?.drop === 'before') {
    options.log.finish(recorded, dropConnection(reply));
    tell(0, '');
    return reply;
  }

  const ordered = fault === undefined ? undefined : orderedAnswer(fault, orderedStatusAnswer);
  const answer = ordered ?? answerOrRefuse(options, request, body, operation, fault?.shuffle === true);
  if (method !== 'GET') options.onChange();
  // The desk's clock, which tests move.
  reply.header('date', new Date(options.world().now()).toUTCString());
  reply.header('x-request-id', requestId(headers['x-request-id']));
  reply.header('x-runtime', (Number(process.hrtime.bigint() - started) / 1e9).toFixed(6));
  const status = deliver(reply, answer, fault);
  options.log.finish(recorded, status);
  tell(status, answer.body);
  return reply;
}

/** What does not even reach Rails' router, or was not foreseen. */
function refuse(request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply {
  const format = acceptedFormat(request.headers.accept, undefined) ?? 'html';
  deliver(reply, status === 413 ? orderedStatusAnswer(status) : statusPage(status, format), undefined);
  return reply;
}

/** Rails leaves half an escape as it is, so that no record is called so; bytes that are no UTF-8 are a 400. */
const badPathStatus = (url: string): number => (/%(?![\da-f]{2})/i.test(splitUrl(url).path) ? 404 : 400);

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

  if (!isRailsMethod(request.method))
    return statusPage(405, acceptedFormat(request.headers.accept, undefined) ?? 'html');
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
