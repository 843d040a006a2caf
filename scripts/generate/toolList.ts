import { describeTool } from '../../mcp-server/src/tools/describeTool.js';
import { tools } from '../../mcp-server/src/tools/index.js';
import { riskOfTool } from '../../mcp-server/src/tools/tool.js';
import type { Generator } from './generator.js';

/** Every tool as `tools/list` shows it, so that a server that starts makes no schemas. */
export const toolListGenerator: Generator = {
  path: 'mcp-server/src/generated/toolList.json',
  render: () =>
    JSON.stringify(tools.map((tool) => ({ toolset: tool.toolset, risk: riskOfTool(tool), tool: describeTool(tool) }))),
};
