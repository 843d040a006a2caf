import { STATUS_CODES } from 'node:http';
import { HttpFailure, ValidationFailure } from '../rails/failures.js';
import { InvalidParameters } from '../rails/rackQuery.js';
import { SearchCrash } from '../ransack/search.js';
import type { ErrorFormat } from './acceptedFormat.js';

/** What is sent back. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const jsonAnswer = (status: number, value: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

export const textAnswer = (status: number, contentType: string, body: string, headers = {}): Answer => ({
  status,
  headers: { 'content-type': contentType, ...headers },
  body,
});

export const emptyAnswer = (status: number): Answer => ({ status, headers: {}, body: '' });

/** Rails' page for a status: JSON, or HTML where a file for it lies in `public`, else empty (notes 4). */
export function statusPage(status: number, format: ErrorFormat): Answer {
  const title = STATUS_CODES[status] ?? 'Error';
  if (format === 'json') return jsonAnswer(status, { status, error: title });
  const hasPage = status === 404 || status === 500;
  return textAnswer(status, 'text/html; charset=utf-8', hasPage ? htmlPage(status, title) : '');
}

const htmlPage = (status: number, title: string): string =>
  `<!DOCTYPE html>
<html>
<head>
  <title>${title} (${status})</title>
  <meta name="viewport" content="width=device-width,initial-scale=1">
</head>
<body>
  <div class="dialog">
    <h1>${status === 404 ? "The page you were looking for doesn't exist." : "We're sorry, but something went wrong."}</h1>
  </div>
</body>
</html>
`;

/** Rack::Attack's refusal: plain text, and when to come back only if it is told to say so (notes 3). */
export const throttledAnswer = (retryAfterSeconds: number | null): Answer =>
  textAnswer(
    429,
    'text/plain',
    'Retry later\n',
    retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) },
  );

/** 401 is text whatever was asked for (notes 4). */
export const unauthorizedAnswer = (scheme: 'Token' | 'Basic'): Answer =>
  textAnswer(
    401,
    scheme === 'Token' ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8',
    `HTTP ${scheme}: Access denied.\n`,
    {
      'www-authenticate': `${scheme} realm="Application"`,
    },
  );

/** A fault's status, answered as whoever would give it: Rails, Rack::Attack, or the proxy before them. */
export function orderedStatusAnswer(status: number): Answer {
  if (status === 401) return unauthorizedAnswer('Token');
  if (status === 422) return jsonAnswer(422, { errors: { base: ['was refused by order of a fault'] } });
  if (status === 429) return throttledAnswer(null);
  const title = STATUS_CODES[status] ?? 'Error';
  if (status < 502) return statusPage(status, 'json');
  return textAnswer(status, 'text/html', `<html><head><title>${status} ${title}</title></head></html>\n`);
}

/** The answer to a failure of a handler or of Rails itself; anything unforeseen is a 500, as there. */
export function failureAnswer(error: unknown, format: ErrorFormat): Answer {
  if (error instanceof ValidationFailure) return jsonAnswer(422, { errors: error.errors });
  if (error instanceof HttpFailure) return statusPage(error.status, format);
  if (error instanceof InvalidParameters) return statusPage(400, format);
  if (error instanceof SearchCrash) return statusPage(500, format);
  throw error;
}
