import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const start = (...flags: string[]) => spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'cli.ts'), ...flags]);

function readText(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => (text += chunk.toString())).on('end', () => resolve(text));
  });
}

const firstLine = (stream: NodeJS.ReadableStream): Promise<string> =>
  new Promise((resolve) => stream.once('data', (chunk: Buffer) => resolve(chunk.toString())));

describe('bossdesk-sandbox', () => {
  it('prints one line of JSON, logs to stderr, and saves its data when it is stopped', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bossdesk-sandbox-'));
    const data = join(folder, 'state.json');
    const child = start('--tickets', '5', '--cis', '2', '--users', '12', '--data', data);
    const log = readText(child.stderr);
    const line = await firstLine(child.stdout);
    const { url, apiKey, storageUrl } = JSON.parse(line) as Record<string, string>;
    expect(storageUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);

    const headers = { authorization: `Token token="${apiKey}"`, accept: 'application/json' };
    const reply = await fetch(`${url}/api/v1/tickets`, { headers });
    expect(await reply.json()).toHaveLength(5);

    child.kill('SIGTERM');
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(code).toBe(0);
    expect(await log).toContain('200 GET /api/v1/tickets');
    expect(JSON.parse(readFileSync(data, 'utf8'))).toMatchObject({ auth: { token: apiKey } });
    rmSync(folder, { recursive: true });
  });

  it.each([
    [['--bogus'], "unknown option '--bogus'"],
    [['--port', '99999'], 'Takes a whole number from 0 to 65535'],
    [['--data', __dirname], 'EISDIR'],
  ])('names what is wrong with %j and fails', async (flags, message) => {
    const child = start(...flags);
    const [output, errors] = [readText(child.stdout), readText(child.stderr)];
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(code).toBe(1);
    expect(await output).toBe('');
    expect(await errors).toContain(message);
  });
});
