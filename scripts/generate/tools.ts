import { tools } from '../../mcp-server/src/tools/index.js';
import { toToolSchema } from '../../mcp-server/src/tools/jsonSchema.js';
import { riskOfTool, type Tool } from '../../mcp-server/src/tools/tool.js';
import { defaultToolsets, toolsetNames } from '../../mcp-server/src/toolsets.js';
import { getOperation, listFilters, listSorts } from '../../packages/core/src/index.js';
import type { Generator } from './generator.js';

/** `mcp-server/TOOLS.md`: every tool with its arguments, by toolset. */
export const toolsGenerator: Generator = {
  path: 'mcp-server/TOOLS.md',
  render: () => `# Tools of the BOSSDesk MCP server

Written by \`pnpm generate\` out of the tools themselves; edits are lost. **Bold** arguments are required. A tool _reads_,
_writes_ (creates, changes, closes) or _deletes_.

${toolsetNames.map(renderToolset).join('\n\n')}

## What lists are filtered and sorted by

\`filters\` takes Ransack conditions on these attributes, and on those of records that are referred to
(\`requester_created_at\`); \`sort\` takes one of them. A record that is referred to can be sorted by without its
\`_id\`: by its name, and a priority by its level. Others may work too: what BOSSDesk ignores is noticed and refused.

| Tool | Filters | Sorts |
| --- | --- | --- |
${searchTools().join('\n')}
`,
};

function searchTools(): string[] {
  return tools
    .filter(({ input }) => 'sort' in input.shape)
    .flatMap(({ name, operations: [id] }) => {
      if (id === undefined) return [];
      const { kind } = getOperation(id);
      return [`| \`${name}\` | ${listFilters(kind).join(', ')} | ${listSorts(kind).join(', ')} |`];
    });
}

function renderToolset(toolset: (typeof toolsetNames)[number]): string {
  const rows = tools.filter((tool) => tool.toolset === toolset).map(renderRow);
  return `## ${toolset}${defaultToolsets.has(toolset) ? ' (on by default)' : ''}

| Tool | Arguments | What it does | |
| --- | --- | --- | --- |
${rows.join('\n')}`;
}

const verbs = { read: 'reads', write: 'writes', destructive: 'deletes' } as const;

function renderRow(tool: Tool): string {
  const { properties, required = [] } = toToolSchema(tool.input);
  const names = Object.keys(properties).map((name) => (required.includes(name) ? `**${name}**` : name));
  return `| \`${tool.name}\` | ${names.join(', ')} | ${tool.description.replaceAll('|', '\\|')} | ${verbs[riskOfTool(tool)]} |`;
}
