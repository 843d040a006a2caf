import { completable, type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { prompts } from './prompts.js';
import { resources } from './resources.js';
import type { Served } from './served.js';

type Names = ReadonlySet<string>;

/** Offers what people choose at their host: resources and prompts, as far as their tools are offered. */
export function offerForPeople(mcp: McpServer, served: Served): void {
  const tools: Names = new Set(served.listed.map(({ name }) => name));
  offerResources(mcp, served, tools);
  offerPrompts(mcp, served, tools);
}

function offerResources(mcp: McpServer, { call, complete }: Served, tools: Names): void {
  for (const { name, title, description, template, variable, tool, toArguments } of resources) {
    if (!tools.has(tool)) continue;
    const completion = { [variable]: (typed: string) => complete(variable, typed) };
    mcp.registerResource(
      name,
      new ResourceTemplate(template, { list: undefined, complete: completion }),
      { title, description, mimeType: 'text/plain' },
      async (uri, variables, { mcpReq }) => {
        const value = decode(String(variables[variable] ?? ''));
        if (value === undefined)
          throw new ResourceNotFoundError(uri.href, 'The address holds a % that escapes nothing.');
        const reply = await call(tool, toArguments(value), { signal: mcpReq.signal });
        if (reply === undefined || reply.isError === true) throw new ResourceNotFoundError(uri.href, reply?.text);
        return { contents: [{ uri: uri.href, mimeType: 'text/plain', text: reply.text }] };
      },
    );
  }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function offerPrompts(mcp: McpServer, { complete }: Served, tools: Names): void {
  const canWrite = tools.has('update_ticket');
  const ticket_number = completable(ticketNumber(), (typed) => complete('ticket_number', typed));
  for (const { name, title, description, tools: needed, isOfTicket, write } of prompts) {
    if (!needed.every((tool) => tools.has(tool))) continue;
    const answer = (ticket: string) => ({
      messages: [{ role: 'user' as const, content: { type: 'text' as const, text: write(ticket, canWrite) } }],
    });
    if (!isOfTicket) mcp.registerPrompt(name, { title, description }, () => answer(''));
    else {
      const argsSchema = z.object({ ticket_number });
      mcp.registerPrompt(name, { title, description, argsSchema }, ({ ticket_number: given }) =>
        answer(given.trim().replace(/^#/, '')),
      );
    }
  }
}

/** The SDK writes its completion into the schema, so that each server needs one of its own. */
const ticketNumber = () =>
  z
    .string({ error: 'the number of the ticket is missing, e.g. 75' })
    .regex(/^\s{0,9}#?[1-9]\d{0,14}\s{0,9}$/, 'takes the number of a ticket, e.g. 75')
    .meta({ description: "The ticket's number, e.g. 75" });
