import type { Flags } from './config.js';
import { type Setting, settings } from './settings.js';

/**
 * The flags of a command line that starts a server, which a host writes: it waits, so no parser is loaded for it.
 *
 * @param args without the program.
 * @returns nothing where there is anything else: a command, a help, a mistake, which the whole parser words.
 */
export function readServingFlags(args: readonly string[]): Flags | undefined {
  const flags: Record<string, string | boolean> = {};
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [given, inline] = splitOnce(arg);
    const [name, takesValue] = findFlag(given);
    if (name === undefined) return undefined;
    if (!takesValue) {
      if (inline !== undefined) return undefined;
      flags[name] = true;
      continue;
    }
    const value = inline ?? rest.shift();
    if (value === undefined || value.startsWith('-')) return undefined;
    flags[name] = value;
  }
  return flags;
}

function splitOnce(arg: string): [flag: string, value?: string] {
  const at = arg.indexOf('=');
  return at < 0 ? [arg] : [arg.slice(0, at), arg.slice(at + 1)];
}

function findFlag(given: string): [name: string | undefined, takesValue: boolean] {
  for (const [name, { flag }] of Object.entries<Setting<unknown>>(settings)) {
    const [long, value] = flag?.split(' ') ?? [];
    if (long === given) return [name, value !== undefined];
  }
  return [undefined, false];
}
