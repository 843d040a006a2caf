/** A request as it came, and the status it was answered with. */
export interface RecordedRequest {
  method: string;
  /** As sent, still encoded, without the query. */
  path: string;
  /** As sent, still encoded, without the question mark. */
  query: string;
  /** Names in lower case; of `authorization` only the scheme. */
  headers: Record<string, string>;
  /** Parsed where it is JSON, else text; for an upload its fields and the file's name and size. */
  body: unknown;
  /** 0 while there is no answer, and for good when the connection was dropped. */
  status: number;
}

export interface RequestLog {
  /** The requests so far, the oldest first; beyond a bound the oldest are forgotten. */
  readonly requests: RecordedRequest[];
  start(request: Omit<RecordedRequest, 'headers' | 'status'> & { headers: RawHeaders }): RecordedRequest;
  /** Notes how it ended; status 0 is a dropped connection. */
  finish(request: RecordedRequest, status: number): void;
}

type RawHeaders = Readonly<Record<string, string | string[] | undefined>>;

const MAXIMUM_RECORDED = 5_000;

export function createRequestLog(onFinish: (request: RecordedRequest) => void): RequestLog {
  const requests: RecordedRequest[] = [];
  return {
    requests,
    start(request) {
      const recorded = { ...request, headers: maskHeaders(request.headers), status: 0 };
      requests.push(recorded);
      if (requests.length > MAXIMUM_RECORDED) requests.splice(0, requests.length - MAXIMUM_RECORDED);
      return recorded;
    },
    finish(request, status) {
      request.status = status;
      onFinish(request);
    },
  };
}

/** Secrets stay out of logs and test output. */
function maskHeaders(headers: RawHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
      return [name, name === 'authorization' ? text.replace(/\s.*/s, '') : text];
    }),
  );
}

/** The body as recorded. */
export function readRecordedBody(body: Buffer | undefined): unknown {
  if (body === undefined || body.length === 0) return null;
  const text = body.toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
