import type { FastifyError, FastifyInstance } from 'fastify';
import type { Fault } from '../http/faults.js';
import type { RecordedRequest } from '../http/requestLog.js';
import { faultsSchema, keySchema } from './controlSchemas.js';

/** What the control API can do. */
export interface Control {
  reset(): void;
  readonly requests: readonly RecordedRequest[];
  /** Adds to the orders; none at all takes back those that are left. */
  orderFaults(faults: readonly Fault[]): void;
  /** Makes a key, or changes the one with the same token. Throws when there is no such user. */
  setKey(key: Readonly<Record<string, unknown>>): { apiKey: string; username: string };
}

/** Adds `/_control/*`: for tests, outside the API and without a key. */
export function addControlRoutes(server: FastifyInstance, control: Control): void {
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => parseJson(String(body), done));

    scope.setErrorHandler<FastifyError>(({ statusCode = 500, message }, _request, reply) =>
      reply.code(statusCode).send({ statusCode, message }),
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
  });
}

function parseJson(text: string, done: (error: Error | null, body?: unknown) => void): void {
  try {
    done(null, text === '' ? {} : JSON.parse(text));
  } catch {
    done(Object.assign(new Error('The body is not JSON'), { statusCode: 400 }));
  }
}
