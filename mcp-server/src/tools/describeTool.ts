import type { Tool as McpTool } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { toToolSchema } from './jsonSchema.js';
import { annotationsOf, type Tool } from './tool.js';

/** A tool as `tools/list` shows it: written into a file beforehand, so that a server need not load its tools to list them. */
export function describeTool(tool: Tool): McpTool {
  return {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: { ...toToolSchema(tool.input) },
    ...(tool.output === undefined
      ? {}
      : { outputSchema: { ...toToolSchema(tool.output.extend({ message: z.string() })) } }),
    annotations: annotationsOf(tool),
  };
}
