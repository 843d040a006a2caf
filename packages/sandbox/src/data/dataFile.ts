import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { State, StateSeed } from '../state/state.js';
import { exportState } from './exportState.js';
import { isJson } from './fields.js';
import { importState } from './importState.js';

/** A file that the state lives in between two runs. */
export interface DataFile {
  /** What the file held when it was opened; undefined when there was none. */
  readonly seed: (() => StateSeed) | undefined;
  /** Saves soon; many changes together are one write. */
  saveSoon(state: State): void;
  /** Saves at once what {@link saveSoon} has not yet. */
  save(state: State): void;
}

const SAVE_DELAY_MS = 500;

export function openDataFile(path: string): DataFile {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  // Read once to find mistakes at the start; again on each reset, so that no state shares records with another.
  if (text !== undefined) parseDataFile(path, text);
  let timer: NodeJS.Timeout | undefined;

  const save = (state: State): void => {
    clearTimeout(timer);
    timer = undefined;
    // Written beside it and renamed, so that a crash leaves the old file whole.
    writeFileSync(`${path}.new`, JSON.stringify(exportState(state), null, 1));
    renameSync(`${path}.new`, path);
  };
  return {
    seed: text === undefined ? undefined : () => parseDataFile(path, text),
    save,
    saveSoon: (state) => {
      timer ??= setTimeout(save, SAVE_DELAY_MS, state).unref();
    },
  };
}

function parseDataFile(path: string, text: string): StateSeed {
  try {
    const json: unknown = JSON.parse(text);
    if (!isJson(json)) throw new Error('must be one JSON object');
    return importState(json);
  } catch (error) {
    throw new Error(`Cannot load ${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
