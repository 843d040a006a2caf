import {
  type Client,
  type ClientLimits,
  createClient,
  endSentence,
  isBossDeskError,
  readApiKey,
} from 'bossdesk-client';
import {
  type ICredentialDataDecryptedObject,
  type ICredentialsDecrypted,
  type ICredentialTestFunctions,
  type IHttpRequestOptions,
  type INodeCredentialTestResult,
  sleep,
} from 'n8n-workflow';
import { HTTP_PERMISSION, wordCertificate } from './wayWords.js';
import { adaptTransport, redactorOf } from './transport.js';

type Helpers = ICredentialTestFunctions['helpers'];
type Send = (options: IHttpRequestOptions) => Promise<unknown>;

/** Somebody waits before the panel. */
const TEST_LIMITS = { timeoutMs: 10_000, maxRetries: 1 };

/** Tries a credential when it is saved: reads the account, which needs no more than a valid key. */
export async function testAccount(
  this: ICredentialTestFunctions,
  { type, data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
  const { helpers } = this;
  try {
    const send: Send = (options) => sendForTest(helpers, options);
    const apiKey = type === 'bossDeskLoginApi' ? await signIn(send, data, TEST_LIMITS) : readText(data, 'apiKey');
    const account = await openClient((options) => send(addKey(options, apiKey)), data, TEST_LIMITS).account.get();
    // A web page answers 200 as well; an account always has its domain (doc L76-93).
    if (!Object.hasOwn(account, 'full_domain')) return { status: 'Error', message: NO_BOSSDESK };
    return { status: 'OK', message: 'Connection successful!' };
  } catch (error) {
    return { status: 'Error', message: wordCredentialFailure(error) };
  }
}

/** Exchanges user name and password for the user's API key (doc L36-64). */
export async function signIn(
  send: Send,
  data: ICredentialDataDecryptedObject,
  limits?: Partial<ClientLimits>,
): Promise<string> {
  const auth = { username: readText(data, 'username'), password: readText(data, 'password') };
  const session = await openClient((options) => send({ ...options, auth }), data, limits).sessions.create();
  return session.api_key;
}

function openClient(send: Send, data: ICredentialDataDecryptedObject, limits: Partial<ClientLimits> = {}): Client {
  const allowHttp = data['allowHttp'] === true;
  const way = { allowUnauthorizedCerts: data['allowUnauthorizedCerts'] === true };
  const transport = adaptTransport(send, redactorOf(data), way);
  return createClient({
    baseUrl: readText(data, 'url'),
    allowHttp,
    permission: HTTP_PERMISSION,
    transport,
    sleep,
    ...limits,
  });
}

function readText(data: ICredentialDataDecryptedObject, field: string): string {
  const value = data[field];
  return typeof value === 'string' ? value : '';
}

function addKey(options: IHttpRequestOptions, apiKey: string): IHttpRequestOptions {
  return { ...options, headers: { ...options.headers, Authorization: `Token token="${readApiKey(apiKey)}"` } };
}

/** Tests of credentials are given n8n's older helper alone. */
async function sendForTest(helpers: Helpers, options: IHttpRequestOptions): Promise<unknown> {
  const { url, method, headers, body, auth, timeout, skipSslCertificateValidation } = options;
  return (await helpers.request({
    url,
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(auth === undefined ? {} : { auth }),
    timeout,
    // Where it is named at all, n8n puts words of its own in place of what is wrong with a certificate.
    ...(skipSslCertificateValidation === true ? { rejectUnauthorized: false } : {}),
    followRedirect: false,
    followAllRedirects: false,
    resolveWithFullResponse: true,
    simple: false,
  })) as unknown;
}

const NOTHING_AT_URL = 'There is no BOSSDesk at this URL';
const NO_BOSSDESK = 'What answers at this URL is not BOSSDesk';

/** A failure as n8n shows it beside the credential: one text, with what to do next. */
export function wordCredentialFailure(error: unknown): string {
  if (isBossDeskError(error, 'NotFoundError')) return NOTHING_AT_URL;
  if (isBossDeskError(error, 'UnexpectedResponseError') && (error.status ?? 0) < REDIRECT) return NO_BOSSDESK;
  const { message } = error as Error;
  if (!isBossDeskError(error)) return message;
  const what =
    isBossDeskError(error, 'ConnectionError') && error.fault === 'unreachable' ? wordNobody(message) : message;
  const said = capitalize(what.replace(/^Could not [^:]*: /, ''));
  const hint = wordCertificate(error) ?? error.hint;
  return hint === undefined ? said : `${endSentence(said)} ${hint}`;
}

const REDIRECT = 300;

/** A proxy that is not there is told as core does. */
function wordNobody(message: string): string {
  const [, host, code] = /: (?!the proxy )(\S+) cannot be reached \((\w+)\)/.exec(message) ?? [];
  return host === undefined || code === undefined ? message : `Nobody answers at this address (${host}, ${code})`;
}

/** A host keeps its letters. */
function capitalize(text: string): string {
  return /^[a-z]+ /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
