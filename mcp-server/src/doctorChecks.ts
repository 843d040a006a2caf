import { type Client, describeProblem, isBossDeskError, isLoopbackHost, resolveName } from 'bossdesk-client';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type { PeerCertificate } from 'node:tls';
import type { ServerConfig } from './config.js';
import { findMe } from './me.js';
import { createNameMemory } from './names.js';
import { oneLine } from './render/text.js';

export interface Outcome {
  readonly level: 'ok' | 'note' | 'WARN' | 'WRONG';
  readonly text: string;
}

export const right = (text: string): Outcome => ({ level: 'ok', text });
export const wrong = (text: string): Outcome => ({ level: 'WRONG', text });
export const warn = (text: string): Outcome => ({ level: 'WARN', text });
export const note = (text: string): Outcome => ({ level: 'note', text });

const DAY_MS = 86_400_000;

/** A certificate that ends sooner is worth a word. */
const SOON_DAYS = 14;

/** Beyond this, filters by time and the ten minutes of a file's link go wrong. */
const MAX_CLOCK_DRIFT_S = 60;

export function checkProxy(baseUrl: string, proxy: string | undefined): Outcome {
  if (proxy === undefined) return right('Proxy: none on the way to this address');
  return right(`Proxy: ${new URL(baseUrl).host} is reached through ${proxy}`);
}

/** Plain http on this machine is nobody else's to hear. */
export function checkPlainHttp(baseUrl: string): Outcome[] {
  const { protocol, hostname, host } = new URL(baseUrl);
  if (protocol !== 'http:' || isLoopbackHost(hostname)) return [];
  const text = `PLAIN HTTP to ${host}, allowed by BOSSDESK_ALLOW_HTTP: the key and all data cross the network unencrypted, and anybody on the way can take them.`;
  return [warn(text)];
}

export function checkCertificate(certificate: PeerCertificate | undefined, nowMs: number): Outcome[] {
  if (certificate === undefined) return [];
  const { subject, issuer, valid_to } = certificate;
  const endsMs = Date.parse(valid_to);
  const by = [issuer.O, issuer.CN].flat().filter((name) => name !== undefined);
  const day = Number.isNaN(endsMs) ? valid_to : new Date(endsMs).toISOString().slice(0, 10);
  const text = `Certificate: for ${String(subject.CN)}, issued by ${by.join(', ')}, good until ${day}`;
  return [{ level: endsMs - nowMs < SOON_DAYS * DAY_MS ? 'WARN' : 'ok', text: oneLine(text, 300) }];
}

export function checkClock(serverDate: string | undefined, nowMs: number): Outcome {
  const serverMs = Date.parse(serverDate ?? '');
  if (Number.isNaN(serverMs)) return right('Clock: the server does not tell its time');
  const drift = Math.round((nowMs - serverMs) / 1000);
  if (Math.abs(drift) <= MAX_CLOCK_DRIFT_S) return right('Clock: agrees with the server');
  const direction = drift > 0 ? 'ahead of' : 'behind';
  return wrong(
    `Clock: this machine is ${Math.abs(drift)} seconds ${direction} the server. Set it, e.g. by switching on time synchronisation.`,
  );
}

/** The API tells permissions to who signs in by name and password, and to no key. */
export async function checkPermissions(client: Client, config: ServerConfig, signal: AbortSignal): Promise<Outcome> {
  const isSignIn = config.apiKey === undefined && config.username !== undefined && !config.sandbox;
  if (!isSignIn) return note(UNSEEN);
  const { permissions } = await client.sessions.create({}, { signal });
  const kinds = Object.entries(permissions ?? {}).map(([kind, actions]) => `${kind} (${actions.join(', ')})`);
  return kinds.length === 0 ? note(UNSEEN) : right(oneLine(`Permissions: ${kinds.join('; ')}`, 2000));
}

const UNSEEN = 'Whether this user may change things, the first change will tell: only reading was tried.';

/** Whom `me` stands for: a slip shows in no call but the one that needs it. */
export async function checkMe(client: Client, config: ServerConfig): Promise<Outcome[]> {
  const me = findMe(config);
  if (me === undefined || config.me === undefined) return [];
  const reader = createNameMemory(async () => client).createReader();
  try {
    const found = await resolveName(reader, { kind: 'users', field: me.by, given: me.user });
    if ('problem' in found) {
      const advice = 'Give the e-mail address or the user name of one user.';
      return [wrong(`${me.by}: ${describeProblem(found.problem)}. ${advice}`)];
    }
    const { name, id } = found.resolved;
    return [right(`${me.by}: me is ${oneLine(name, 80)} (${id})`)];
  } catch (error) {
    if (!isBossDeskError(error, 'PermissionError')) throw error;
    return [note(`${me.by}: this user may not read users, so that it cannot be looked up`)];
  }
}

/** Whether files can be read below the folders that are allowed. */
export function checkFolders(folders: readonly string[]): Promise<Outcome[]> {
  return Promise.all(
    folders.map(async (folder) => {
      const fault = await findFault(folder);
      const text = `BOSSDESK_FILES_DIR: ${folder} ${fault ?? 'can be read'}`;
      return fault === undefined ? right(text) : wrong(`${text}. Correct it, or leave it out.`);
    }),
  );
}

async function findFault(folder: string): Promise<string | undefined> {
  if (!isAbsolute(folder)) return 'is no absolute path, so that it depends on where a host starts this server';
  try {
    if (!(await stat(folder)).isDirectory()) return 'is no folder';
    await access(folder, constants.R_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return code === 'ENOENT' ? 'does not exist' : `cannot be read by this user (${code})`;
  }
}
