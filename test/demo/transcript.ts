import { join } from 'node:path';
import { repositoryRoot } from '../support/repositoryRoot.js';

/** A heading or a statement, set off by an empty line. */
export function say(line: string): void {
  process.stdout.write(`\n${line}\n`);
}

/** What somebody did, and below it what came back. */
export function sayStep(step: string, answer: string): void {
  process.stdout.write(`\n  > ${step}\n${answer.replace(/^/gm, '    ')}\n`);
}

export function sayWhatNext(): void {
  const server = join(repositoryRoot, 'mcp-server', 'dist', 'bin.js');
  say(`What next
  Connect a host (Claude Desktop, Cursor, VS Code, …): command "node", arguments "${server}" "--sandbox".
  Open n8n: unpack what "npm pack" makes of this folder into ~/.n8n/nodes/node_modules/n8n-nodes-bossdesk,
    start n8n and add the node "BOSSDesk". "node packages/sandbox/dist/cli.js" starts a sandbox to connect it to.
  Use your own account: set BOSSDESK_URL and BOSSDESK_API_KEY instead of "--sandbox";
    "node ${server} doctor" checks them.`);
}
