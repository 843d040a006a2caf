import { join } from 'node:path';
import { REPOSITORY_ROOT } from '../../scripts/repositoryRoot.js';

/** A heading or a statement, set off by an empty line. */
export function say(line: string): void {
  process.stdout.write(`\n${line}\n`);
}

/** What somebody did, and below it what came back. */
export function sayStep(step: string, answer: string): void {
  process.stdout.write(`\n  > ${step}\n${answer.replace(/^/gm, '    ')}\n`);
}

export function sayWhatNext(): void {
  const server = join(REPOSITORY_ROOT, 'mcp-server', 'dist', 'bin.js');
  say(`What next
  Connect a host (Claude Desktop, Cursor, VS Code, …): command "node", arguments "${server}" "--sandbox".
  Open n8n: "npm run package", then "npm install --omit=peer <the .tgz>" in ~/.n8n/nodes; restart n8n and add the
    node "BOSSDesk". "node packages/sandbox/dist/cli.js" starts a sandbox and prints the URL and key to connect it to.
  Look at the desk: "npm run demo -- --stay" keeps it, with a page that shows tickets and who did what.
  Use your own account: set BOSSDESK_URL and BOSSDESK_API_KEY instead of "--sandbox";
    "node ${server} doctor" checks them.`);
}
