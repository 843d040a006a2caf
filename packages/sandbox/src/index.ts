import { launchSandbox } from './launchSandbox.js';
import type { Sandbox, SandboxOptions } from './sandbox.js';

export type { RecordedRequest } from './http/requestLog.js';
export type { DeskClock, TimeSpan } from './state/clock.js';
export type { Sandbox, SandboxOptions } from './sandbox.js';

/**
 * Starts a local BOSSDesk on this machine: every documented route, with state and made-up data. Rejects when the
 * port is taken or the data file cannot be read.
 */
export const startSandbox = (options: SandboxOptions = {}): Promise<Sandbox> => launchSandbox(options);
