import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Answer } from '../http/answer.js';
import { deliver, dropConnection, type StreamedAnswer } from '../http/deliver.js';
import { type FaultOrders, orderedAnswer } from '../http/faults.js';
import type { RecordedRequest, RequestLog } from '../http/requestLog.js';
import { splitUrl } from '../http/splitUrl.js';
import { readUpload } from './readUpload.js';
import { errorAnswer, fileAnswer, orderedErrorAnswer, storedAnswer } from './storageAnswers.js';
import { StorageError } from './storageError.js';
import type { Storage } from './storage.js';

export interface StorageServerOptions {
  /** The storage of the moment: a reset makes a new one. */
  storage(): Storage;
  readonly faults: FaultOrders;
  readonly log: RequestLog;
  onChange(): void;
}

type Act = (request: FastifyRequest, recorded: RecordedRequest) => Promise<Answer | StreamedAnswer>;

/** Serves the storage on an origin of its own, as S3 is one: POST of a form, GET of a signed link. */
export function createStorageServer(options: StorageServerOptions): FastifyInstance {
  const server = fastify({ forceCloseConnections: true, bodyLimit: Number.MAX_SAFE_INTEGER });
  server.removeAllContentTypeParsers();
  // The form is read as a stream, not by the framework.
  server.addContentTypeParser('*', (_request, _payload, done) => done(null));

  const receiveForm: Act = async (request, recorded) => {
    const upload = await readUpload(request.raw);
    const { fields, file, fileName } = upload;
    recorded.body = { fields: Object.fromEntries(fields), file: { name: fileName, size: file.size } };
    const stored = options.storage().receive(upload);
    options.onChange();
    return storedAnswer(stored, `http://${request.host}`);
  };
  const openLink: Act = async (request) => {
    const { path, query = '' } = splitUrl(request.originalUrl);
    return fileAnswer(options.storage().open(path, query));
  };
  const refuse: Act = async () => {
    throw new StorageError(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
  };

  server.post('/', (request, reply) => serve(options, request, reply, receiveForm));
  server.get('/*', (request, reply) => serve(options, request, reply, openLink));
  server.setNotFoundHandler((request, reply) => serve(options, request, reply, refuse));
  return server;
}

async function serve(
  { faults, log }: StorageServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  act: Act,
): Promise<FastifyReply> {
  const { path, query = '' } = splitUrl(request.originalUrl);
  const recorded = log.start({ method: request.method, path, query, headers: request.headers, body: null });
  const fault = faults.take(request.method, [{ path, route: path }]);
  await wait(fault?.delay ?? 0);
  if (fault?.drop === 'before') {
    log.finish(recorded, dropConnection(reply));
    return reply;
  }
  const ordered = fault === undefined ? undefined : orderedAnswer(fault, orderedErrorAnswer);
  const answer = ordered ?? (await actOrExplain(request, recorded, act));
  // A body that nobody wanted must still be taken off the connection.
  request.raw.resume();
  reply.headers({ 'x-amz-request-id': randomUUID().slice(0, 16).toUpperCase(), server: 'AmazonS3' });
  log.finish(recorded, deliver(reply, answer, fault));
  return reply;
}

async function actOrExplain(
  request: FastifyRequest,
  recorded: RecordedRequest,
  act: Act,
): Promise<Answer | StreamedAnswer> {
  try {
    // Signed requests take no second proof of who asks (notes 2).
    if (request.headers.authorization !== undefined) {
      throw new StorageError(400, 'InvalidArgument', 'Only one auth mechanism allowed');
    }
    return await act(request, recorded);
  } catch (error) {
    if (error instanceof StorageError) return errorAnswer(error);
    throw error;
  }
}
