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
  NodeApiError,
} from 'n8n-workflow';

/** What n8n hands a node that is run, that lists options or that polls. */
export type NodeContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

export type CredentialType = 'bossDeskApi' | 'bossDeskLoginApi';

/**
 * Sends core's requests through n8n, which adds the credential, the proxy and its own rules for outgoing traffic.
 *
 * @param data the credential as n8n decrypted it; n8n writes a login's new key into it.
 */
export function createNodeTransport(
  context: NodeContext,
  type: CredentialType,
  data: ICredentialDataDecryptedObject,
): Transport {
  const send = (options: IHttpRequestOptions) => sendWithCredential(context, type, data, options);
  const sendToDesk = type === 'bossDeskLoginApi' ? oneByOneUntilAnswered(send) : send;
  return adaptTransport(
    async (options, request) =>
      request.auth === 'none' ? sendWithoutCredential(context, options) : sendToDesk(options),
    redactorOf(data),
  );
}

/** Blots out the credential's secrets, of which a login's key is fetched and renewed while the node runs. */
function redactorOf(data: ICredentialDataDecryptedObject): Redactor {
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
  return (await context.helpers.httpRequestWithAuthentication.call(context, type, request, {
    credentialsDecrypted,
  })) as unknown;
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

/** The file storage must never see the API key. */
async function sendWithoutCredential(context: NodeContext, options: IHttpRequestOptions) {
  return (await context.helpers.httpRequest(options)) as unknown;
}

type Send = (options: IHttpRequestOptions, request: HttpRequest) => Promise<unknown>;

/** Makes a transport out of one of n8n's request helpers, which add secrets that the redactor knows. */
export function adaptTransport(send: Send, redact: Redactor): Transport {
  const transport = async (request: HttpRequest) => {
    try {
      return toResponse(request, (await send(await toRequestOptions(request), request)) as FullResponse);
    } catch (error) {
      return readAnswer(request, error) ?? rejectUnanswered(error);
    }
  };
  return Object.assign(transport, { redact });
}

async function toRequestOptions(request: HttpRequest): Promise<IHttpRequestOptions> {
  return {
    method: request.method,
    url: request.url,
    headers: { ...request.headers },
    ...(request.body === undefined ? {} : { body: await toBody(request.body) }),
    encoding: request.responseType === 'bytes' ? 'arraybuffer' : 'text',
    returnFullResponse: true,
    ignoreHttpStatusErrors: true,
    // A redirect could turn a write into a read, and carry the key to another host.
    disableFollowRedirect: true,
    timeout: request.timeoutMs,
    ...(request.signal === undefined ? {} : { abortSignal: request.signal }),
  };
}

/** n8n's helpers take a stream only as Node's own class, which n8n's review forbids: a file is put together here. */
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

function toResponse(request: HttpRequest, { statusCode, headers, body }: FullResponse): HttpResponse {
  const isFile = request.responseType === 'bytes' && statusCode >= 200 && statusCode < 300;
  return {
    status: statusCode,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])),
    body: isFile ? '' : toText(body),
    ...(isFile && body instanceof Uint8Array ? { bytes: body } : {}),
  };
}

function toText(body: unknown): string {
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return Buffer.from(body).toString('utf8');
  return body === undefined || body === null ? '' : JSON.stringify(body);
}

/** The HTTP client's own error, which n8n wraps. */
interface ClientError {
  readonly code?: unknown;
  readonly message?: unknown;
  /** The system's error. */
  readonly cause?: { readonly syscall?: unknown };
  readonly response?: { readonly status: number; readonly headers: Record<string, unknown>; readonly data: unknown };
}

function clientErrorOf(error: unknown): ClientError {
  const wrapped = error instanceof NodeApiError ? error.cause : error;
  return typeof wrapped === 'object' && wrapped !== null ? wrapped : {};
}

/**
 * The answer inside an error: a 401 that a renewed key did not mend. A success that ends in an error was cut off in its
 * body, and is no answer.
 */
function readAnswer(request: HttpRequest, error: unknown): HttpResponse | undefined {
  const { response } = clientErrorOf(error);
  if (response === undefined || (response.status >= 200 && response.status < 300)) return undefined;
  return toResponse(request, { statusCode: response.status, headers: response.headers, body: response.data });
}

/** Errors that are no network's (a missing credential, a login that failed) go up as n8n words them. */
function rejectUnanswered(error: unknown): never {
  const { code, cause, message } = clientErrorOf(error);
  if (typeof code !== 'string') throw error instanceof Error ? error : new Error(String(error));
  throw new TransportFailure({ reason: reasonOf(code, cause?.syscall, String(message)), code }, { cause: error });
}

/** Codes of failures while looking a host up, connecting to it or checking its certificate: nothing was sent yet. */
const neverConnected = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|.*CERT.*|.*SELF_SIGNED.*|UNABLE_TO_.*)$/;

function reasonOf(code: string, syscall: unknown, message: string): TransportFailure['reason'] {
  if (code === 'ERR_CANCELED') return 'aborted';
  if (syscall === 'connect' || neverConnected.test(code)) return 'unreachable';
  return code === 'ETIMEDOUT' || (code === 'ECONNABORTED' && message.startsWith('timeout')) ? 'timeout' : 'interrupted';
}
