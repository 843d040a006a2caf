import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { REPOSITORY_ROOT } from '../../scripts/repositoryRoot.js';

// A test that is interrupted has no time to end what it started.

interface Ports {
  readonly redis: number;
  readonly postgres: number;
}

const GONE_LIMIT_MS = 30_000;

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function readPorts(child: ChildProcess): Promise<Ports> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (line: Buffer) => resolve(JSON.parse(line.toString()) as Ports));
    child.once('exit', () => reject(new Error('It started nothing')));
  });
}

it('Redis and PostgreSQL end with a test that is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bossdesk-queue-services-'));
  const script = ['--import', 'tsx', 'test/e2e/queue/startServices.ts', folder];
  const child = spawn(process.execPath, script, { cwd: REPOSITORY_ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const { redis, postgres } = await readPorts(child);
    expect(await Promise.all([redis, postgres].map(listens))).toEqual([true, true]);
    child.kill('SIGKILL');
    const until = Date.now() + GONE_LIMIT_MS;
    while ((await Promise.all([redis, postgres].map(listens))).includes(true) && Date.now() < until) await sleep(50);
    expect(await Promise.all([redis, postgres].map(listens))).toEqual([false, false]);
  } finally {
    child.kill('SIGKILL');
    // Of PostgreSQL, the processes that were not killed themselves find out by and by.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
});
