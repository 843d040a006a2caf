import { isRecord, operations, type OperationId, parseJson, startOfText } from 'bossdesk-client';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { PAGE_AGENT } from '../activity/faces.js';
import type { ActivityLog } from '../activity/activity.js';
import { type ClockOrder, setClock } from '../control/clockOrder.js';
import { clockSchema } from '../control/controlSchemas.js';
import type { DeskClock } from '../state/clock.js';
import type { World } from '../world.js';
import type { Pulse } from './desk.js';
import { assets } from './generated/assets.js';
import { isFromHere, isFromPage } from './guard.js';
import { findList } from './lists.js';
import { createPageKeys } from './pageKeys.js';
import { describeTicket, listChoices } from './ticketSheet.js';

export interface PageOptions {
  readonly world: () => World;
  readonly activity: ActivityLog;
  readonly clock: DeskClock;
  /** Another after each reset. */
  readonly run: () => string;
  /** Called when the clock was moved. */
  readonly onClock: () => void;
}

/** What the page may ask of the API, as the person that is chosen there. */
const offered: readonly OperationId[] = [
  'tickets.create',
  'tickets.update',
  'tickets.addComment',
  'tickets.close',
  'tickets.reopen',
];

/** No script or style but the page's own, nothing from elsewhere, and no text that becomes markup. */
const pageHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/**
 * Adds the page at `/` and what it needs below `/ui`, for browsers on this machine. For everybody else there are no such
 * routes, as on a real desk, and every answer is Rails'.
 */
export function addPageRoutes(server: FastifyInstance, options: PageOptions): void {
  void server.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      if (isFromHere(request) && wantsPage(request)) {
        reply.headers(pageHeaders);
        return undefined;
      }
      reply.callNotFound();
      return reply;
    });
    scope.setErrorHandler<FastifyError>(({ statusCode = 500, message }, _request, reply) =>
      reply.code(statusCode).send({ message }),
    );
    for (const [path, { type, content }] of Object.entries(assets))
      scope.get(path, (_request, reply) => reply.type(type).send(content));

    void scope.register(async (data) => {
      data.addHook('onRequest', async (request, reply) => {
        return isFromPage(request) ? undefined : reply.code(403).send({ message: 'Only the page itself may ask' });
      });
      addReads(data, options);
      addWrites(data, options);
    });
  });
}

/** Programs that look at the root of a desk get what a desk answers. */
const wantsPage = ({ url, headers }: FastifyRequest): boolean =>
  url.startsWith('/ui/') || (headers.accept ?? '').includes('text/html');

function addReads(scope: FastifyInstance, { world, activity, clock, run }: PageOptions): void {
  scope.get<{ Querystring: { after?: string } }>('/ui/data/pulse', ({ query }): Pulse => ({
    run: run(),
    now: new Date(clock.now()).toISOString(),
    ahead: clock.ahead(),
    revision: activity.revision(),
    entries: activity.since(Number(query.after ?? 0)),
  }));
  scope.get('/ui/data/choices', () => listChoices(world().state));
  scope.get<{ Params: { name: string }; Querystring: { search?: string; show?: string } }>(
    '/ui/data/lists/:name',
    ({ params, query }, reply) => {
      const list = findList(params.name);
      if (list === undefined) return reply.code(404).send({ message: 'There is no such list' });
      const { state } = world();
      return list({ state, now: clock.now() }, { search: query.search ?? '', show: query.show ?? '' });
    },
  );
  scope.get<{ Params: { number: string } }>('/ui/data/tickets/:number', ({ params }, reply) => {
    const { state } = world();
    const ticket = state.tickets.byFriendlyId(Number(params.number));
    return ticket === undefined
      ? reply.code(404).send({ message: `There is no ticket ${params.number}` })
      : describeTicket(state, ticket, clock.now());
  });
}

function addWrites(scope: FastifyInstance, { world, clock, onClock }: PageOptions): void {
  const keys = createPageKeys();
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, scope.getDefaultJsonParser('error', 'error'));

  scope.post<{ Body: ClockOrder }>('/ui/data/clock', { schema: { body: clockSchema } }, ({ body }) => {
    setClock(clock, body);
    onClock();
    return { now: new Date(clock.now()).toISOString() };
  });

  for (const id of offered) {
    const operation = operations.find((one) => one.id === id);
    if (operation === undefined) throw new Error(`There is no operation ${id}`);
    scope.route<{ Headers: { 'x-acting-as'?: string } }>({
      method: operation.method,
      url: `/ui/api${operation.path}`,
      handler: async (request, reply) => {
        const token = keys(world().state, request.headers['x-acting-as'] ?? '');
        if (token === undefined) return reply.code(403).send({ message: 'Choose somebody to act as' });
        const answer = await scope
          .inject({
            method: operation.method,
            url: request.url.replace(/^\/ui\/api/, '/api/v1'),
            headers: {
              accept: 'application/json',
              'content-type': 'application/json',
              authorization: `Bearer ${token}`,
              'user-agent': PAGE_AGENT,
              host: request.headers.host ?? '',
            },
            payload: JSON.stringify(request.body ?? {}),
          })
          .catch(() => undefined);
        if (answer === undefined) return reply.code(502).send({ message: 'The connection was dropped' });
        return reply.code(answer.statusCode === 204 ? 200 : answer.statusCode).send(readAnswer(answer.body));
      },
    });
  }
}

/** What the API said, as it is; the page makes a sentence of it. */
function readAnswer(body: string): object {
  const value = parseJson(body);
  if (value !== undefined) return isRecord(value) ? value : {};
  return body === '' ? {} : { message: startOfText(body, LONGEST) };
}

/** Letters of an answer that is no JSON. */
const LONGEST = 200;
