import { ConfigError, type Flags, readConfig } from '../../mcp-server/src/config.js';
import { createConnection } from '../../mcp-server/src/connection.js';
import { createToolbox } from '../../mcp-server/src/dispatch.js';
import { writeInstructions } from '../../mcp-server/src/instructions.js';
import { createNameMemory } from '../../mcp-server/src/names.js';
import { type Setting, settings } from '../../mcp-server/src/settings.js';
import type { SetUp } from '../../mcp-server/src/stdio.js';
import type { Host, HostOptions } from './support.js';

/** The server out of its sources, without a process or a protocol: what is changed in them shows in this process only. */
export function openHost({ args = [], env = {} }: HostOptions): Host {
  const { config, fault } = readSetUp(env, args);
  const connection = createConnection(config);
  const log = { info: () => undefined, warn: () => undefined };
  const names = createNameMemory(connection.client);
  const { client: getClient, now, redact } = connection;
  const toolbox = createToolbox({ config, fault, getClient, names, log, now, redact });
  return {
    instructions: writeInstructions(config),
    async listTools() {
      const { describeTool } = await import('../../mcp-server/src/tools/describeTool.js');
      return toolbox.offered.map(describeTool);
    },
    async call(name, given = {}) {
      const reply = await toolbox.call(name, asJson(given), { signal: new AbortController().signal });
      if (reply === undefined) throw new Error(`There is no tool ${name}`);
      const { text, isError = false, structured } = asJson(reply);
      return { text, isError, structured };
    },
    close: connection.close,
  };
}

/** As it comes out of the protocol. */
function asJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function readFlags(args: readonly string[]): Flags {
  const flags: Record<string, string | boolean> = {};
  for (let index = 0; index < args.length; index += 1) {
    const [name, setting] =
      Object.entries<Setting<unknown>>(settings).find(([, { flag }]) => flag?.split(' ')[0] === args[index]) ?? [];
    if (name === undefined || setting === undefined) throw new Error(`There is no flag ${args[index] ?? ''}`);
    flags[name] = setting.flag?.includes('<') === true ? (args[(index += 1)] ?? '') : true;
  }
  return flags;
}

/** As the command line reads it for a host. */
function readSetUp(env: Readonly<Record<string, string>>, args: readonly string[]): SetUp {
  try {
    return { config: readConfig(env, readFlags(args)) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { config: readConfig({}, readFlags(args)), fault: error.message };
  }
}
