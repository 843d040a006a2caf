import { describeTool } from './tools/describeTool.js';
import { readConfig } from './config.js';
import { offeredTools } from './dispatch.js';
import toolList from './generated/toolList.json';
import { listOffered } from './offered.js';
import { tools } from './tools/index.js';
import { riskOfTool } from './tools/tool.js';

it('is what the tools themselves say', () => {
  const made = tools.map((tool) => ({ toolset: tool.toolset, risk: riskOfTool(tool), tool: describeTool(tool) }));
  expect(toolList).toEqual(JSON.parse(JSON.stringify(made)));
});

it.each<[string, Record<string, string>]>([
  ['by default', {}],
  ['of all toolsets', { BOSSDESK_TOOLSETS: 'all' }],
  ['where only reads are allowed', { BOSSDESK_TOOLSETS: 'all', BOSSDESK_READ_ONLY: '1' }],
  ['where nothing is deleted', { BOSSDESK_TOOLSETS: 'all', BOSSDESK_DESTRUCTIVE: 'block' }],
])('lists what can be called, %s', (_, environment) => {
  const config = readConfig(environment);
  expect(listOffered(config).map(({ name }) => name)).toEqual(offeredTools(config).map(({ name }) => name));
});
