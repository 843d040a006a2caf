import type { Execution } from '../execution.js';
import type { Settings, Stage } from './furnish.js';

/** How a recipe is tried: dry, in earnest, and once more. */
export interface RecipeCase {
  readonly slug: string;
  /** Differing from how it is shipped; `dryRun` is the test's matter. */
  settings(stage: Stage): Settings;
  /** Puts on the desk what the recipe is for. */
  seed(stage: Stage): Promise<void>;
  /** A dry run wrote nothing: what it said it would do. */
  dry(stage: Stage, execution: Execution): Promise<void> | void;
  /** What is on the desk afterwards. */
  real(stage: Stage, execution: Execution): Promise<void>;
  /** What a second run did beside writing, when it does say something. */
  second?(stage: Stage, execution: Execution): Promise<void> | void;
  /** Whether it writes nothing on the desk. */
  readonly isReader?: true;
  /** Writes that a second run has all the same, such as none. */
  readonly secondWrites?: readonly string[];
  /** Bad input and other runs that fit it. */
  readonly others?: Readonly<Record<string, (stage: Stage, recipe: RecipeCase) => Promise<void>>>;
}
