import {
  checkLimit,
  type ClientLimits,
  defaultLimits,
  InvalidUrlError,
  normalizeBaseUrl,
  readApiKey,
} from 'bossdesk-client/setup';
import { delimiter } from 'node:path';
import { destructivePolicies, type DestructivePolicy, readToolsets, type Toolset } from './toolsets.js';

/** One thing that can be set, by a variable and, unless it is secret, by a flag. */
export interface Setting<T> {
  readonly variable: string;
  /** As commander writes it: `--url <address>`. Secrets have none, since a command line is public. */
  readonly flag?: string;
  readonly meaning: string;
  /** Blanks around it belong to it. */
  readonly isVerbatim?: true;
  /** Throws {@link ValueError} for a text that means nothing. */
  readonly parse: (text: string) => T;
}

/** What is wrong with a value; the caller adds where it came from. */
export class ValueError extends Error {
  override readonly name = 'ValueError';
}

const setting = <T>(details: Setting<T>): Setting<T> => details;
const text = (value: string) => value;

/** Everything that can be set. The command line, the environment and the table in the README come from here. */
export const settings = {
  url: setting({
    variable: 'BOSSDESK_URL',
    flag: '--url <address>',
    meaning: '`acme`, `acme.bossdesk.io` or a full base URL; https unless the host is loopback',
    parse: (value) => parseUrl(value, false),
  }),
  allowHttp: setting({
    variable: 'BOSSDESK_ALLOW_HTTP',
    flag: '--allow-http',
    meaning: 'plain http to a private address (a container, a laboratory); never to a public one',
    parse: parseBoolean,
  }),
  apiKey: setting({ variable: 'BOSSDESK_API_KEY', meaning: "the user's API key", parse: parseKey }),
  username: setting({
    variable: 'BOSSDESK_USERNAME',
    meaning: 'with `BOSSDESK_PASSWORD` instead of the key: exchanged once for it',
    parse: text,
  }),
  password: setting({
    variable: 'BOSSDESK_PASSWORD',
    meaning: 'see `BOSSDESK_USERNAME`',
    isVerbatim: true,
    parse: text,
  }),
  toolsets: setting<ReadonlySet<Toolset>>({
    variable: 'BOSSDESK_TOOLSETS',
    flag: '--toolsets <list>',
    meaning: 'comma list of toolsets, or `all`; the set `default` if not given',
    parse: parseToolsets,
  }),
  readOnly: setting({
    variable: 'BOSSDESK_READ_ONLY',
    flag: '--read-only',
    meaning: 'only tools that change nothing',
    parse: parseBoolean,
  }),
  destructive: setting<DestructivePolicy>({
    variable: 'BOSSDESK_DESTRUCTIVE',
    flag: '--destructive <policy>',
    meaning: '`block`, `confirm` (default) or `allow` tools that delete',
    parse: parseDestructive,
  }),
  sandbox: setting({
    variable: 'BOSSDESK_SANDBOX',
    flag: '--sandbox',
    meaning: 'run against an embedded sandbox; no account needed',
    parse: parseBoolean,
  }),
  me: setting({
    variable: 'BOSSDESK_ME',
    flag: '--me <user>',
    meaning: 'e-mail or user name that `me` stands for; else who signs in by `BOSSDESK_USERNAME`',
    parse: text,
  }),
  filesDir: setting<readonly string[]>({
    variable: 'BOSSDESK_FILES_DIR',
    flag: '--files-dir <folders>',
    meaning: 'folders (separated as in PATH) below which `file_path` may read; none by default',
    parse: (value) =>
      value
        .split(delimiter)
        .map((folder) => folder.trim())
        .filter((folder) => folder !== ''),
  }),
  concurrency: setting({
    variable: 'BOSSDESK_CONCURRENCY',
    flag: '--concurrency <n>',
    meaning: `the most requests at the same time; default ${defaultLimits.concurrency}`,
    parse: limit('concurrency'),
  }),
  timeoutMs: setting({
    variable: 'BOSSDESK_TIMEOUT_MS',
    flag: '--timeout-ms <ms>',
    meaning: `time limit of one request; default ${defaultLimits.timeoutMs}`,
    parse: limit('timeoutMs'),
  }),
  maxRetries: setting({
    variable: 'BOSSDESK_MAX_RETRIES',
    flag: '--max-retries <n>',
    meaning: `how often a failed read is repeated; default ${defaultLimits.maxRetries}`,
    parse: limit('maxRetries'),
  }),
};

export function parseUrl(value: string, allowHttp: boolean): string {
  try {
    return normalizeBaseUrl(value, { allowHttp, permission: 'BOSSDESK_ALLOW_HTTP' });
  } catch (error) {
    if (error instanceof InvalidUrlError) throw new ValueError(error.message);
    throw error;
  }
}

function parseKey(value: string): string {
  const key = readApiKey(value);
  if (key === '') throw new ValueError('holds no key');
  return key;
}

function parseToolsets(value: string): ReadonlySet<Toolset> {
  const { toolsets, unknown, known } = readToolsets(value);
  if (unknown !== undefined) throw new ValueError(`unknown toolset "${unknown}"; there are ${known.join(', ')}`);
  if (toolsets.size === 0) throw new ValueError(`names no toolset; there are ${known.join(', ')}`);
  return toolsets;
}

function parseDestructive(value: string): DestructivePolicy {
  const policy = destructivePolicies.find((known) => known === value);
  if (policy === undefined) throw new ValueError(`takes ${destructivePolicies.join(', ')}, not "${value}"`);
  return policy;
}

function parseBoolean(value: string): boolean {
  const word = value.toLowerCase();
  if (yesWords.has(word)) return true;
  if (noWords.has(word)) return false;
  throw new ValueError(`takes ${[...yesWords].join(', ')} or ${[...noWords].join(', ')}, not "${value}"`);
}

const yesWords = new Set(['1', 'true', 'yes', 'on']);
const noWords = new Set(['0', 'false', 'no', 'off']);

function limit(name: keyof ClientLimits): (value: string) => number {
  return (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    const fault = checkLimit(name, number);
    if (fault !== undefined) throw new ValueError(`${fault}, not "${value}"`);
    return number;
  };
}
