import { isClose } from 'bossdesk-client/setup';
import { type Setting, settings } from './settings.js';

export interface UnknownVariable {
  readonly name: string;
  /** What is wrong with it, in one sentence. */
  readonly message: string;
  /** It may be meant to hold the server back: going on without it would be less safe than was asked for. */
  readonly restricts: boolean;
}

/** What a variable that holds the server back may be called. */
const restricting = /READ_?ONLY|DESTRUCT|DELET|TOOLS|WRITE|BLOCK|CONFIRM|SAFE|DRY_?RUN|ALLOWED|FILES/;

const known = Object.values<Setting<unknown>>(settings).map(({ variable }) => variable);

/** Variables that begin as this server's do and are none of them: a slip in a name is no setting. */
export function findUnknownVariables(environment: Readonly<Record<string, string | undefined>>): UnknownVariable[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('BOSSDESK_') && !known.includes(name) && !name.startsWith(OF_TESTS))
    .map((name) => {
      const meant = known.find((one) => isClose(withoutPrefix(one), withoutPrefix(name)));
      const advice = meant === undefined ? 'bossdesk-mcp --help lists what there is' : `did you mean ${meant}?`;
      return {
        name,
        message: `${name} is no setting of this server; ${advice}`,
        restricts: restricting.test(name) || (meant !== undefined && restricting.test(meant)),
      };
    });
}

/** Of this repository's own tests. */
const OF_TESTS = 'BOSSDESK_TEST_';

const withoutPrefix = (name: string): string => name.slice('BOSSDESK_'.length).replaceAll('_', '');
