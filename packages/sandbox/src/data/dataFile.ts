import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { State, StateSeed } from '../state/state.js';
import { exportState } from './exportState.js';
import { isJson } from './fields.js';
import { importState } from './importState.js';
import { writeInSlices } from './writeInSlices.js';

/** A file that the state lives in between two runs. */
export interface DataFile {
  /** What the file held when it was opened; undefined when there was none. */
  readonly seed: (() => StateSeed) | undefined;
  /** Saves soon, between the requests; many changes together are one write. */
  saveSoon(state: State): void;
  /** Saves at once, and for the last time. */
  close(state: State): Promise<void>;
}

const SAVE_DELAY_MS = 500;

export function openDataFile(path: string): DataFile {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  // Read once to find mistakes at the start; again on each reset, so that no state shares records with another.
  if (text !== undefined) parseDataFile(path, text);
  // Written beside it and renamed, so that a crash leaves the old file whole.
  const draft = `${path}.new`;
  const closing = new AbortController();
  let unsaved: State | undefined;
  let timer: NodeJS.Timeout | undefined;
  let saving: Promise<void> | undefined;

  const schedule = (): void => {
    if (saving === undefined && !closing.signal.aborted) timer ??= setTimeout(begin, SAVE_DELAY_MS).unref();
  };
  const begin = (): void => {
    timer = undefined;
    saving = saveInSlices().finally(() => {
      saving = undefined;
      // What changed while it was written may stand there half old, half new.
      if (unsaved !== undefined) schedule();
    });
  };
  const saveInSlices = async (): Promise<void> => {
    if (unsaved === undefined) return;
    const state = unsaved;
    unsaved = undefined;
    if (await writeInSlices(draft, exportState(state), closing.signal)) renameSync(draft, path);
    else rmSync(draft, { force: true });
  };
  return {
    seed: text === undefined ? undefined : () => parseDataFile(path, text),
    saveSoon(state) {
      unsaved = state;
      schedule();
    },
    async close(state) {
      closing.abort();
      clearTimeout(timer);
      await saving;
      writeFileSync(draft, [...exportState(state)].join(''));
      renameSync(draft, path);
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
