import type { FastifyError, FastifyInstance } from 'fastify';
import type { Fault } from '../http/faults.js';
import type { RecordedRequest } from '../http/requestLog.js';
import { isFromOtherPage } from '../page/guard.js';
import type { DeskClock } from '../state/clock.js';
import { type ClockOrder, setClock } from './clockOrder.js';
import { clockSchema, faultsSchema, keySchema } from './controlSchemas.js';

/** What the control API can do. */
export interface Control {
  reset(): void;
  readonly requests: readonly RecordedRequest[];
  /** Adds to the orders; none at all takes back those that are left. */
  orderFaults(faults: readonly Fault[]): void;
  /** Makes a key, or changes the one with the same token. Throws when there is no such user. */
  setKey(key: Readonly<Record<string, unknown>>): { apiKey: string; username: string };
  readonly clock: DeskClock;
  /** Called when the clock was moved. */
  onClock(): void;
}

/** Adds `/_control/*`: for tests, outside the API and without a key. */
export function addControlRoutes(server: FastifyInstance, control: Control): void {
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => parseJson(String(body), done));

    scope.setErrorHandler<FastifyError>(({ statusCode = 500, message }, _request, reply) =>
      reply.code(statusCode).send({ statusCode, message }),
    );

    scope.addHook('onRequest', async (request, reply) =>
      isFromOtherPage(request)
        ? reply.code(403).send({ statusCode: 403, message: 'No other page may ask' })
        : undefined,
    );

    scope.post('/_control/reset', () => {
      control.reset();
      return { ok: true };
    });
    scope.get('/_control/requests', () => control.requests);
    scope.post<{ Body: Fault[] }>('/_control/faults', { schema: { body: faultsSchema } }, ({ body }) => {
      control.orderFaults(body);
      return { ok: true };
    });
    scope.post<{ Body: Record<string, unknown> }>('/_control/keys', { schema: { body: keySchema } }, (request, reply) =>
      reply.code(201).send(control.setKey(request.body)),
    );
    scope.get('/_control/clock', () => describeClock(control.clock));
    scope.post<{ Body: ClockOrder }>('/_control/clock', { schema: { body: clockSchema } }, ({ body }) => {
      setClock(control.clock, body);
      control.onClock();
      return describeClock(control.clock);
    });
  });
}

/** What it shows, and by how many seconds it is ahead of this machine's. */
const describeClock = (clock: DeskClock) => ({
  now: new Date(clock.now()).toISOString(),
  ahead: Math.round(clock.ahead() / 1000),
});

function parseJson(text: string, done: (error: Error | null, body?: unknown) => void): void {
  try {
    done(null, text === '' ? {} : JSON.parse(text));
  } catch {
    done(Object.assign(new Error('The body is not JSON'), { statusCode: 400 }));
  }
}
