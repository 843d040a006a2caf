import type { RecordedRequest } from './http/requestLog.js';
import type { DeskClock } from './state/clock.js';

export interface SandboxOptions {
  /** Port of the API; 0, the default, takes a free one. */
  port?: number;
  /** Address to listen on. Default 127.0.0.1. */
  host?: string;
  /** Default 1. The same seed and counts give the same bytes. */
  seed?: number;
  /** How many tickets are made up. Default 200. */
  tickets?: number;
  /** How many CIs. Default 80. */
  cis?: number;
  /** How many users. Default 60; the named ones are always there. */
  users?: number;
  /** Milliseconds added to each answer of the API. Default 0. */
  latencyMs?: number;
  /** File that the state is loaded from when it exists, and saved to. */
  data?: string;
  /** Whether `/_control/*` answers. Default false. */
  control?: boolean;
  /** Whether browsers on this machine get a page to look at, at the root of the URL. Default true. */
  ui?: boolean;
}

export interface Sandbox {
  /** Base URL; the API lies below it under `/api/v1`. */
  readonly url: string;
  readonly apiKey: string;
  /** Origin of the file storage. */
  readonly storageUrl: string;
  /** Requests so far, those to the storage too, the oldest first. */
  readonly requests: RecordedRequest[];
  /** The desk's clock. A reset sets it as it was at the start. */
  readonly clock: DeskClock;
  /** Back to how it started; what was recorded and ordered is forgotten. */
  readonly reset: () => void;
  readonly stop: () => Promise<void>;
}
