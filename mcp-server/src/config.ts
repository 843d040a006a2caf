import { type ClientLimits, defaultLimits } from 'bossdesk-client/setup';
import { parseUrl, type Setting, settings, ValueError } from './settings.js';
import { defaultToolsets } from './toolsets.js';
import { findUnknownVariables } from './unknownVariables.js';

type Settings = typeof settings;
type SettingName = keyof Settings;
type SettingValue<Name extends SettingName> = ReturnType<Settings[Name]['parse']>;

/** Values from the command line, as commander gives them. */
export type Flags = Readonly<Partial<Record<SettingName, string | boolean>>>;

export type Environment = Readonly<Record<string, string | undefined>>;

/** How the server was set up. A missing URL or key is reported by the first call, so both may be absent. */
export interface ServerConfig {
  readonly url: string | undefined;
  /** Plain http may go to a private address. */
  readonly allowHttp: boolean;
  readonly apiKey: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly sandbox: boolean;
  readonly toolsets: SettingValue<'toolsets'>;
  readonly readOnly: boolean;
  readonly destructive: SettingValue<'destructive'>;
  readonly me: string | undefined;
  readonly filesDirs: readonly string[];
  readonly limits: ClientLimits;
  /** Variables that there are not and that may be meant for one, in a sentence each. */
  readonly slips: readonly string[];
}

/** A set-up that cannot work. The message names the variable or the flag. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** It was given on the command line, to somebody who reads what that answers. */
  readonly isFlag: boolean;

  constructor(message: string, { isFlag = false } = {}) {
    super(message);
    this.isFlag = isFlag;
  }
}

/** Hosts give up on a call after 60 seconds: a pause of BOSSDesk's that leaves no time to answer is told at once. */
const CALL_PATIENCE_MS = 50_000;

/**
 * Reads the set-up; a flag wins over its variable, and an empty variable counts as none, as does one that its host left
 * as a placeholder (`${user_config.api_key}`, `${input:key}`): hosts pass those for fields left empty.
 *
 * @throws ConfigError naming the variable or flag whose value means nothing, or a variable that there is not and that may
 * be meant to hold the server back.
 */
export function readConfig(environment: Environment, flags: Flags = {}): ServerConfig {
  const unknown = findUnknownVariables(environment);
  const slip = unknown.find(({ restricts }) => restricts);
  if (slip !== undefined) throw new ConfigError(`${slip.message}. Nothing is done before this is mended.`);
  const read = <Name extends SettingName>(name: Name) =>
    readSetting<SettingValue<Name>>(settings[name] as Setting<SettingValue<Name>>, environment, flags[name]);
  const allowHttp = read('allowHttp') ?? false;
  const url = { ...settings.url, parse: (value: string) => parseUrl(value, allowHttp) };
  return {
    url: readSetting(url, environment, flags.url),
    allowHttp,
    apiKey: read('apiKey'),
    username: read('username'),
    password: read('password'),
    sandbox: read('sandbox') ?? false,
    toolsets: read('toolsets') ?? defaultToolsets,
    readOnly: read('readOnly') ?? false,
    destructive: read('destructive') ?? 'confirm',
    me: read('me'),
    filesDirs: read('filesDir') ?? [],
    limits: {
      concurrency: read('concurrency') ?? defaultLimits.concurrency,
      timeoutMs: read('timeoutMs') ?? defaultLimits.timeoutMs,
      maxRetries: read('maxRetries') ?? defaultLimits.maxRetries,
      patienceMs: CALL_PATIENCE_MS,
    },
    slips: unknown.map(({ message }) => message),
  };
}

/** As it was meant: Windows ends lines in two characters, and some hosts hand on the quotes of a file of variables. */
function readGiven(given: string | undefined, { isVerbatim }: Setting<unknown>): string | undefined {
  if (given === undefined || isPlaceholder.test(withoutQuotes(given))) return undefined;
  return isVerbatim === true ? given.replace(/[\r\n]+$/, '') : withoutQuotes(given);
}

/** Without blanks, signs that nobody sees, and a pair of quotes around it. */
function withoutQuotes(given: string): string {
  const text = given.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '');
  return /^(["'])(.*)\1$/s.exec(text)?.[2]?.trim() ?? text;
}

/** What a host did not fill in. */
const isPlaceholder = /^\s*\$\{[^}]*\}\s*$/;

function readSetting<T>(
  setting: Setting<T>,
  environment: Environment,
  flag: string | boolean | undefined,
): T | undefined {
  const value = readGiven(flag === undefined ? environment[setting.variable] : String(flag), setting);
  if (value === undefined || (flag === undefined && value === '')) return undefined;
  const source = flag === undefined ? setting.variable : (setting.flag?.split(' ')[0] ?? setting.variable);
  try {
    return setting.parse(value);
  } catch (error) {
    if (error instanceof ValueError)
      throw new ConfigError(`${source}: ${error.message}`, { isFlag: flag !== undefined });
    throw error;
  }
}
