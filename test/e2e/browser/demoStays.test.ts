import { spawn } from 'node:child_process';
import { REPOSITORY_ROOT } from '../../../scripts/repositoryRoot.js';
import { isAnybodyLeft, isListening, pressCtrlC } from './runN8n.js';

// It builds everything first.
jest.setTimeout(10 * 60_000);

it('npm run demo -- --stay ends with the address of its desk, which is there until Ctrl-C', async () => {
  const child = spawn('npm', ['run', '--silent', 'demo', '--', '--stay'], {
    cwd: REPOSITORY_ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      printed += text.toString();
      if (printed.includes('Ctrl-C ends it.')) resolve();
    });
    child.once('exit', () => reject(new Error(`It ended by itself:\n${printed}`)));
  });
  const address = /http:\S+/.exec(printed.split('\n').slice(-4).join('\n'))?.[0] ?? '';
  const page = await fetch(address, { headers: { accept: 'text/html' } });
  const pulse = (await (await fetch(`${address}ui/data/pulse?after=0`)).json()) as {
    entries: { face: string; words: string }[];
  };
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>BOSSDesk sandbox</title>')]);
  expect(pulse.entries.map(({ face, words }) => `${face}: ${words}`)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^assistant \(MCP\): Jack Pot created ticket 201 “Printer PRN-1007 prints stripes”$/),
      'assistant (MCP): Jack Pot logged 45 minutes on ticket 201',
      expect.stringMatching(/: Jack Pot closed ticket 201$/),
    ]),
  );
  await pressCtrlC(child);
  expect(await isAnybodyLeft(child)).toBe(false);
  expect(await isListening(address)).toBe(false);
});
