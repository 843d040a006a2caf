import type { Risk } from 'bossdesk-client';
import type { ServerConfig } from './config.js';
import toolList from './generated/toolList.json' with { type: 'json' };
import type { Toolset } from './toolsets.js';

/** What decides whether a set-up offers a tool. */
export interface Offer {
  readonly toolset: Toolset;
  readonly risk: Risk;
}

/** A tool as `tools/list` shows it, written down when the server is built: hosts wait for it. */
export interface ListedTool extends Offer {
  readonly tool: { readonly name: string };
}

/** The tools that a set-up allows, as they are listed. */
export function listOffered(config: ServerConfig): readonly ListedTool['tool'][] {
  return (toolList as readonly ListedTool[])
    .filter((listed) => reasonAgainst(listed, config) === undefined)
    .map(({ tool }) => tool);
}

/** Why a tool is withheld, or `undefined`. */
export function reasonAgainst(
  { toolset, risk }: Offer,
  { readOnly, toolsets, destructive }: ServerConfig,
): string | undefined {
  if (readOnly && risk !== 'read') return 'this server only reads';
  if (risk === 'destructive' && destructive === 'block') return 'this server deletes nothing';
  return toolsets.has(toolset) ? undefined : `this server does not offer the toolset ${toolset}`;
}
