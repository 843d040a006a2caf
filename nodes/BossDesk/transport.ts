import {
  createRedactor,
  type HttpRequest,
  type HttpResponse,
  readApiKey,
  type Redactor,
  type Transport,
  TransportFailure,
} from 'bossdesk-client';
import {
  type ICredentialDataDecryptedObject,
  type IExecuteFunctions,
  type IHttpRequestOptions,
  type ILoadOptionsFunctions,
  type IPollFunctions,
  sleep,
} from 'n8n-workflow';
import { readBody } from './answerBody.js';
import { clientErrorOf, rejectUnanswered } from './networkFailures.js';
import { createTimeLimits } from './timeLimit.js';

/** What n8n hands a node that is run, that lists options or that polls. */
export type NodeContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

export type CredentialType = 'bossDeskApi' | 'bossDeskLoginApi';

/** What a credential says about the way to its desk. */
export interface WaySettings {
  readonly allowHttp?: boolean;
  readonly allowUnauthorizedCerts?: boolean;
}

/**
 * Sends core's requests through n8n, which adds the credential, the proxy and its own rules for outgoing traffic.
 *
 * @param data the credential as n8n decrypted it; n8n writes a login's new key into it.
 */
export function createNodeTransport(
  context: NodeContext,
  type: CredentialType,
  data: ICredentialDataDecryptedObject & WaySettings,
): Transport {
  const send = (options: IHttpRequestOptions) => sendWithCredential(context, type, data, options);
  const sendToDesk = type === 'bossDeskLoginApi' ? oneByOneUntilAnswered(send) : send;
  const transport = adaptTransport(
    async (options, request) =>
      request.auth === 'none' ? sendWithoutCredential(context, options) : sendToDesk(options),
    redactorOf(data),
    data,
  );
  return Object.assign(oneATurn(transport), { redact: transport.redact });
}

/** Blots out the credential's secrets, of which a login's key is fetched and renewed while the node runs. */
export function redactorOf(data: ICredentialDataDecryptedObject): Redactor {
  const made = new Map<unknown, Redactor>();
  const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return (text) => {
    const { apiKey, username, password } = data;
    if (!made.has(apiKey)) {
      const key = textOf(apiKey);
      const secrets = { apiKey: key && readApiKey(key), username: textOf(username), password: textOf(password) };
      made.set(apiKey, createRedactor(secrets));
    }
    return [...made.values()].reduce((clean, redact) => redact(clean), text);
  };
}

async function sendWithCredential(
  context: NodeContext,
  type: CredentialType,
  data: ICredentialDataDecryptedObject,
  options: IHttpRequestOptions,
) {
  // A login's key is renewed by n8n on a 401 that it sees as a failure; every other status is core's to read.
  const renewal = type === 'bossDeskLoginApi' ? { ignore: true as const, except: [401] } : true;
  const request = { ...options, ignoreHttpStatusErrors: renewal };
  // n8n would read and decrypt the credential anew for each request.
  const credentialsDecrypted = { id: context.getNode().credentials?.[type]?.id ?? '', name: type, type, data };
  return (await context.helpers.httpRequestWithAuthentication.call(
    hearing(context, options.abortSignal),
    type,
    request,
    {
      credentialsDecrypted,
    },
  )) as unknown;
}

/** The same context, for one request: n8n takes the signal of the execution for that of the request. */
function hearing(context: NodeContext, signal: IHttpRequestOptions['abortSignal']): NodeContext {
  return Object.create(context, { getExecutionCancelSignal: { value: () => signal } }) as NodeContext;
}

/** The first request fetches a login's key, or renews it: others that go along with it would each sign in. */
function oneByOneUntilAnswered<Options>(send: (options: Options) => Promise<unknown>) {
  let isIn = false;
  let trying: Promise<unknown> | undefined;
  return async (options: Options): Promise<unknown> => {
    while (!isIn && trying !== undefined) await trying.catch(() => undefined);
    if (isIn) return send(options);
    trying = send(options);
    try {
      const answer = await trying;
      isIn = true;
      return answer;
    } finally {
      trying = undefined;
    }
  };
}

/**
 * n8n takes milliseconds of CPU to get a request under way, and it leaves only when the event loop comes round: requests
 * that are begun in one go would all leave after the last of them is ready, and their answers would come all at once too.
 */
function oneATurn(send: Transport): (request: HttpRequest) => Promise<HttpResponse> {
  let free = Promise.resolve();
  return async (request) => {
    const turn = free;
    free = turn.then(() => sleep(0));
    await turn;
    return send(request);
  };
}

/** The file storage must never see the API key. */
async function sendWithoutCredential(context: NodeContext, options: IHttpRequestOptions) {
  return (await context.helpers.httpRequest(options)) as unknown;
}

type Send = (options: IHttpRequestOptions, request: HttpRequest) => Promise<unknown>;

/** Makes a transport out of one of n8n's request helpers, which add secrets that the redactor knows. */
export function adaptTransport(
  send: Send,
  redact: Redactor,
  { allowUnauthorizedCerts = false }: WaySettings = {},
): Transport {
  // n8n's own limit begins anew with each piece of an answer.
  const limitTime = createTimeLimits();
  const transport = async (request: HttpRequest) => {
    refuseCancelled(request);
    const { signal, isOver } = limitTime(request);
    try {
      const options = await toRequestOptions(request, signal);
      const answer = await send({ ...options, skipSslCertificateValidation: allowUnauthorizedCerts }, request);
      return await toResponse(request, answer as FullResponse, signal);
    } catch (error) {
      const progress = { aborted: request.signal?.aborted === true, timedOut: isOver() };
      return (await readRefusal(request, error, signal)) ?? rejectUnanswered(request, error, progress);
    }
  };
  return Object.assign(transport, { redact });
}

/** Nothing leaves for somebody who has given up. */
function refuseCancelled({ signal }: HttpRequest): void {
  if (signal?.aborted === true) throw new TransportFailure({ reason: 'aborted', sent: false });
}

async function toRequestOptions(request: HttpRequest, signal: AbortSignal): Promise<IHttpRequestOptions> {
  return {
    method: request.method,
    url: request.url,
    headers: { ...request.headers },
    ...(request.body === undefined ? {} : { body: await toBody(request.body) }),
    // An answer is read here, as far as it is wanted; n8n would put one of any size together.
    encoding: 'stream',
    returnFullResponse: true,
    ignoreHttpStatusErrors: true,
    // A redirect could turn a write into a read, and carry the key to another host.
    disableFollowRedirect: true,
    timeout: request.timeoutMs,
    abortSignal: signal,
  };
}

/** n8n's helpers take a stream only as Node's own class, which n8n's review forbids (docs/uploads.md). */
async function toBody(body: NonNullable<HttpRequest['body']>): Promise<string | Buffer> {
  if (typeof body === 'string') return body;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks, body.length);
}

interface FullResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

const decoder = new TextDecoder();

async function toResponse(
  request: HttpRequest,
  { statusCode, headers, body }: FullResponse,
  signal: AbortSignal,
): Promise<HttpResponse> {
  const bytes = await readBody(body, request.maxBytes, signal);
  const isFile = request.responseType === 'bytes' && statusCode >= 200 && statusCode < 300;
  return {
    status: statusCode,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])),
    body: isFile ? '' : decoder.decode(bytes),
    ...(isFile ? { bytes } : {}),
  };
}

/** The answer inside an error: a 401 that a renewed key did not mend. */
async function readRefusal(
  request: HttpRequest,
  error: unknown,
  signal: AbortSignal,
): Promise<HttpResponse | undefined> {
  const { response } = clientErrorOf(error);
  if (response === undefined) return undefined;
  return toResponse(request, { statusCode: response.status, headers: response.headers, body: response.data }, signal);
}
