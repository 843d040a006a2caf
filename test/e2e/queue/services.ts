import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findPort, waitForExit } from '../../../scripts/n8n/process.js';
import { spawnTied } from '../../../scripts/n8n/spawnTied.js';
import { findProgram, findUnprivilegedUser } from './programs.js';

/** A server that n8n's queue mode stands on, on a port of its own. */
export interface Service {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export interface Postgres extends Service {
  /** Rows of a query, each an object. */
  readonly query: <Row>(sql: string) => Promise<Row[]>;
}

const READY_LIMIT_MS = 60_000;
const run = promisify(execFile);

/** Starts a Redis that keeps nothing. */
export async function startRedis(folder: string): Promise<Service> {
  const port = await findPort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  return startService({ program: findProgram('redis-server'), args, port, isReady: () => answersPing(port) });
}

/** Starts a PostgreSQL on a cluster of its own, which anybody on this machine may read. */
export async function startPostgres(folder: string): Promise<Postgres> {
  const port = await findPort();
  const cluster = join(folder, 'cluster');
  const user = findUnprivilegedUser();
  mkdirSync(cluster, { mode: 0o700 });
  if (user !== undefined) {
    chownSync(cluster, user.uid, user.gid);
    // Another user has to get there.
    for (const above of [folder, dirname(folder)]) letThrough(above);
  }
  const as = { ...user, cwd: cluster };
  const init = ['--pgdata', cluster, '--username', USER, '--auth', 'trust', '--encoding', 'UTF8', '--no-locale'];
  execFileSync(findProgram('initdb'), [...init, '--no-sync'], { ...as, stdio: 'pipe' });
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=200'];
  const args = ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const psql = findProgram('psql');
  const where = ['--host', '127.0.0.1', '--port', String(port), '--username', USER, '--dbname', DATABASE];
  const ask = (sql: string) => run(psql, [...where, '--no-psqlrc', '-qtA', '-c', sql], { maxBuffer: 256 << 20 });
  const service = await startService({
    program: findProgram('postgres'),
    args,
    port,
    as,
    isReady: () =>
      ask('select 1').then(
        () => true,
        () => false,
      ),
  });
  return {
    ...service,
    query: async <Row>(sql: string) => {
      const { stdout } = await ask(`select coalesce(json_agg(row_to_json(rows)), '[]') from (${sql}) as rows`);
      return JSON.parse(stdout) as Row[];
    },
  };
}

/** What a new cluster has. */
const DATABASE = 'postgres';
const USER = 'n8n';

/** n8n's settings for a database. */
export const describeDatabase = ({ port }: Postgres): Readonly<Record<string, string>> => ({
  DB_TYPE: 'postgresdb',
  DB_POSTGRESDB_HOST: '127.0.0.1',
  DB_POSTGRESDB_PORT: String(port),
  DB_POSTGRESDB_USER: USER,
  DB_POSTGRESDB_DATABASE: DATABASE,
});

interface ServiceStart {
  readonly program: string;
  readonly args: readonly string[];
  readonly port: number;
  readonly as?: { readonly uid?: number; readonly gid?: number; readonly cwd?: string };
  readonly isReady: () => Promise<boolean>;
}

async function startService({ program, args, port, as = {}, isReady }: ServiceStart): Promise<Service> {
  const child = spawnTied(program, args, as);
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (log += text.toString()));
  const ended = waitForExit(child);
  const stop = async (signal: 'SIGINT' | 'SIGKILL' = 'SIGINT') => {
    child.kill(signal);
    await ended;
  };
  const until = Date.now() + READY_LIMIT_MS;
  while (!(await isReady())) {
    if (child.exitCode === null && Date.now() < until) await sleep(50);
    else {
      await stop('SIGKILL');
      throw new Error(`${program} did not become ready:\n${log}`);
    }
  }
  return { port, stop: () => stop() };
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (text: Buffer) => {
      resolve(text.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
  });
}

/** Lets other users pass through a folder, and no more. */
function letThrough(folder: string): void {
  const { mode } = statSync(folder);
  if ((mode & 0o001) === 0) chmodSync(folder, mode | 0o011);
}
