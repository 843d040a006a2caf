import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A login whose every letter may be written in another way somewhere. */
export const KEY = 'Example-Key.c3176bbCA97-c5b7ee6';
export const USERNAME = 'jörg';
export const PASSWORD = 'pa"ss&wörd <1>/+%\\';

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** As what escapes all of a text writes it. */
function everyLetter(secret: string): string[] {
  const hex = (letter: string) => (letter.codePointAt(0) ?? 0).toString(16);
  const write = (toForm: (letter: string) => string) => Array.from(secret, toForm).join('');
  return [
    write((letter) => `\\u${hex(letter).padStart(4, '0')}`),
    write((letter) => `&#${letter.codePointAt(0) ?? 0};`),
    write((letter) => `&#X${hex(letter).toUpperCase()};`),
    write((letter) => `\\x${hex(letter).padStart(2, '0')}`),
    Array.from(Buffer.from(secret), (byte) => `%${byte.toString(16)}`).join(''),
  ];
}

/** The forms in which a request or a page about it holds a secret. */
function formsOf(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(secret).replaceAll('%20', '+'),
    encodeURIComponent(encodeURIComponent(secret)),
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(JSON.stringify(secret)).slice(3, -3),
    JSON.stringify(secret)
      .slice(1, -1)
      .replace(/[&<>]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
    escapeHtml(secret),
    secret.replace(/[^a-z\d]/gi, (sign) => `&#${sign.codePointAt(0) ?? 0};`),
    secret.replace(/[^a-z\d]/gi, (sign) => `&#x${(sign.codePointAt(0) ?? 0).toString(16)};`),
    ...everyLetter(secret),
    base64(secret),
    base64(`a${secret}z`),
    base64(`ab${secret}z`),
    base64(`abc${secret}z`),
  ];
}

const basic = base64(`${USERNAME}:${PASSWORD}`);

const keyForms = formsOf(KEY);
const loginForms = [...formsOf(PASSWORD), basic];

/** What a page about a request may repeat. */
export const REPEATED = [
  `Authorization: Token token="${KEY}"`,
  `Basic ${base64(`${USERNAME}:${PASSWORD}`)}`,
  ...keyForms,
  ...loginForms,
].join(' | ');

/** A part of a secret in any letter case is a secret too. */
const PIECE = 9;

const piecesOf = (...texts: readonly string[]): string[] =>
  texts.flatMap((text) =>
    Array.from({ length: text.length - PIECE + 1 }, (_, at) => text.slice(at, at + PIECE).toLowerCase()),
  );

const traces = {
  key: [...keyForms, ...piecesOf(KEY, base64(KEY))],
  login: [...loginForms, ...piecesOf(PASSWORD, encodeURIComponent(PASSWORD), base64(PASSWORD), basic)],
};

/** The first trace that a text holds of the secrets that a face knows: a key, or what a login is made with. */
export function findLeak(text: string, ...known: readonly (keyof typeof traces)[]): string | undefined {
  const lower = text.toLowerCase();
  return known.flatMap((which) => traces[which]).find((trace) => lower.includes(trace.toLowerCase()));
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const json = { 'content-type': 'application/json' };
const html = { 'content-type': 'text/html' };
const page = `<html><body><h1>Error</h1><pre>${REPEATED}</pre></body></html>`;
const said = (value: unknown) => JSON.stringify(value);

/** Ways in which an answer may repeat a secret. */
export const shapes: Readonly<Record<string, Answer>> = {
  'errors by field': { status: 422, headers: json, body: said({ errors: { title: [REPEATED], [KEY]: [PASSWORD] } }) },
  'a list of errors': { status: 422, headers: json, body: said({ errors: [{ field: KEY, message: REPEATED }] }) },
  'an error in words': { status: 400, headers: json, body: said({ error: REPEATED }) },
  'the password in Base64': { status: 400, headers: json, body: said({ error: base64(`${USERNAME}:${PASSWORD}`) }) },
  'a refusal with 200': { status: 200, headers: json, body: said({ errors: [REPEATED] }) },
  'a refused key': { status: 401, headers: html, body: page },
  'no plan': { status: 402, headers: json, body: said({ message: REPEATED }) },
  'no permission': { status: 403, headers: json, body: said({ error: REPEATED }) },
  'a firewall': { status: 403, headers: { 'content-type': 'text/plain' }, body: REPEATED },
  'no record': { status: 404, headers: html, body: page },
  'a conflict': { status: 409, headers: json, body: said({ error: REPEATED }) },
  'too many requests': { status: 429, headers: { ...json, 'retry-after': '3600' }, body: said({ error: REPEATED }) },
  'a crash': { status: 500, headers: html, body: page },
  'not implemented': { status: 501, headers: json, body: said({ error: REPEATED }) },
  'a page as JSON': { status: 200, headers: json, body: page },
  'a page as text': { status: 200, headers: { 'content-type': 'text/plain' }, body: page },
  'a text': { status: 200, headers: json, body: said(REPEATED) },
  'a list of texts': { status: 200, headers: json, body: said([REPEATED]) },
  'cut in the middle of the key': { status: 500, headers: html, body: `${'x'.repeat(185)} ${KEY}` },
  'cut in the middle of the password': { status: 500, headers: html, body: `${'x'.repeat(190)} ${PASSWORD}` },
  'a request id': { status: 500, headers: { ...json, 'x-request-id': `${KEY} ${base64(PASSWORD)}` }, body: '{}' },
  'a redirect to a host': { status: 302, headers: { location: `https://${KEY}.example.com/` } },
  'a redirect to a sign-in': { status: 302, headers: { location: `https://${KEY}.example.com/login` } },
  'a redirect to nowhere': { status: 302, headers: { location: KEY } },
  'every letter escaped': {
    status: 400,
    headers: json,
    body: said({ error: everyLetter(KEY).concat(everyLetter(PASSWORD)).join(' ') }),
  },
  'every letter escaped in JSON': {
    status: 422,
    headers: json,
    body: `{"errors":{"base":["${everyLetter(KEY)[0] ?? ''} ${everyLetter(PASSWORD)[0] ?? ''}"]}}`,
  },
  'a page’s title': {
    status: 400,
    headers: html,
    body: `<title>${REPEATED}</title><meta content="${escapeHtml(REPEATED)}"><p>Down ${KEY}</p>`,
  },
  headers: {
    status: 407,
    headers: {
      ...json,
      'proxy-authenticate': `Basic realm="${KEY}"`,
      'www-authenticate': `Token realm="${KEY}"`,
      server: KEY,
    },
    body: '{}',
  },
  'a content type': { status: 200, headers: { 'content-type': `application/${KEY}` }, body: '{' },
  'a redirect to a path': { status: 307, headers: { location: `/sign_in/${KEY}?key=${encodeURIComponent(PASSWORD)}` } },
  'a reason': { status: 418, headers: json, body: said({ detail: REPEATED }) },
};

/** A desk that answers in one shape. */
export interface LeakyDesk {
  readonly url: string;
  /** What is answered from here on. */
  answer: string;
  /** Whether it gives the key to who signs in. */
  signsIn?: boolean;
  /** Requests that this lets through go to a desk that works. */
  through?: (request: IncomingMessage) => string | undefined;
  close(): Promise<void>;
}

export async function openLeakyDesk(): Promise<LeakyDesk> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const elsewhere = desk.through?.(request);
      if (elsewhere === undefined && desk.signsIn === true && request.url?.endsWith('/sessions') === true)
        answerWith(response, { status: 201, headers: json, body: said({ api_key: KEY }) });
      else if (elsewhere === undefined) answerWith(response, shapes[desk.answer]);
      else void forward(elsewhere, request, response);
    });
  });
  await listen(server);
  const desk: LeakyDesk = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: 'a crash',
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
  return desk;
}

function answerWith(response: ServerResponse, { status, headers, body }: Answer = { status: 500 }): void {
  // A read of what is down is tried again, at once where the desk says so.
  response.writeHead(status, status >= 500 ? { 'retry-after': '0', ...headers } : headers).end(body);
}

/** A read. */
async function forward(url: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await fetch(`${url}${request.url ?? ''}`, { headers: { accept: 'application/json' } });
  response.writeHead(answer.status, json).end(await answer.text());
}

const listen = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
