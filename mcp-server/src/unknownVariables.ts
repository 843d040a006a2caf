import { isClose } from 'bossdesk-client/setup';
import { type Setting, settings } from './settings.js';

export interface UnknownVariable {
  readonly name: string;
  /** What is wrong with it, in one sentence. */
  readonly message: string;
  /** It may be meant to hold the server back: going on without it would be less safe than was asked for. */
  readonly restricts: boolean;
}

/** What a variable that holds the server back may be called, and what it may say. */
const restricting = /READ_?ONLY|_RO$|DESTRUCT|DELET|TOOLS|WRITE|BLOCK|CONFIRM|SAFE|DRY_?RUN|ALLOWED|FILES/;
const restrictingValue = /read[\s_-]?only|block/i;

const known = Object.values<Setting<unknown>>(settings).map(({ variable }) => variable);

const PREFIX = 'BOSSDESK';

/** Variables that begin nearly as this server's do and are none of them: a slip in a name is no setting. */
export function findUnknownVariables(environment: Readonly<Record<string, string | undefined>>): UnknownVariable[] {
  return Object.keys(environment).flatMap((name) => {
    if (known.includes(name) || name.startsWith(OF_TESTS)) return [];
    const meant = findMeant(name);
    if (meant === undefined && !name.startsWith(`${PREFIX}_`)) return [];
    // On Windows a name is the same in any letter case.
    if (meant !== undefined && environment[meant] === environment[name]) return [];
    const advice = meant === undefined ? 'bossdesk-mcp --help lists what there is' : `did you mean ${meant}?`;
    return [
      {
        name,
        message: `${JSON.stringify(name).slice(1, -1)} is no setting of this server; ${advice}`,
        restricts:
          [name, meant ?? ''].some((one) => restricting.test(one)) || restrictingValue.test(environment[name] ?? ''),
      },
    ];
  });
}

/** Of this repository's own tests. */
const OF_TESTS = 'BOSSDESK_TEST_';

/** The setting that a name may be meant for: with other signs between its words, in small letters, with a slip. */
function findMeant(name: string): string | undefined {
  const letters = lettersIn(name);
  const rests = [PREFIX.length, PREFIX.length - 1, PREFIX.length + 1]
    .filter((length) => isClose(PREFIX, letters.slice(0, length)))
    .map((length) => letters.slice(length));
  const isMeant = (one: string, rest: string) => rest === wordsIn(one);
  const isNearlyMeant = (one: string, rest: string) => rest.length > 2 && isClose(wordsIn(one), rest);
  return [isMeant, isNearlyMeant]
    .flatMap((fits) => rests.map((rest) => known.find((one) => fits(one, rest))))
    .find((one) => one !== undefined);
}

const lettersIn = (name: string): string => name.toUpperCase().replace(/[^A-Z\d]/g, '');
const wordsIn = (variable: string): string => lettersIn(variable).slice(PREFIX.length);
