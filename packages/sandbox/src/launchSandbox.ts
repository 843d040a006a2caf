import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createActivityLog } from './activity/activity.js';
import { createWitness, noWitness, witnessStorage } from './activity/witness.js';
import { addControlRoutes } from './control/controlRoutes.js';
import { openDataFile } from './data/dataFile.js';
import { defaultKey, importKey } from './kinds/apiKeys.js';
import { createApiServer } from './http/apiServer.js';
import { createFaultOrders } from './http/faults.js';
import { createRequestLog, type RecordedRequest } from './http/requestLog.js';
import { createThrottleCounter } from './http/throttle.js';
import type { Sandbox, SandboxOptions } from './sandbox.js';
import { addPageRoutes } from './page/pageRoutes.js';
import { seedState } from './seed/seedState.js';
import { createClock } from './state/clock.js';
import { createSearchables } from './state/searchables.js';
import { createState, type State } from './state/state.js';
import { createStorage } from './storage/storage.js';
import { createStorageServer } from './storage/storageServer.js';
import type { World } from './world.js';

/** What the outside may observe or replace. */
export interface LaunchHooks {
  /** This machine's clock, in milliseconds since 1970. */
  now?: () => number;
  /** Called when a request has been answered. */
  onRequest?: (request: RecordedRequest) => void;
}

export async function launchSandbox(
  options: SandboxOptions,
  { now: machineNow = Date.now, onRequest = () => undefined }: LaunchHooks = {},
): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0, seed = 1, tickets = 200, cis = 80, users = 60 } = options;
  const { latencyMs = 0 } = options;
  const dataFile = options.data === undefined ? undefined : openDataFile(options.data);
  const makeState = (): State => createState(dataFile?.seed?.() ?? seedState({ seed, tickets, cis, users }));
  const [faults, throttle, log] = [createFaultOrders(), createThrottleCounter(), createRequestLog(onRequest)];
  const onChange = () => dataFile?.saveSoon(world.state);
  const clock = createClock(machineNow, () => world.state.clock);
  const activity = createActivityLog();
  const onClock = () => {
    activity.touch();
    onChange();
  };

  const storageServer = createStorageServer({
    storage: () => world.storage,
    faults,
    log: witnessStorage(log, activity, () => world),
    onChange,
  });
  await storageServer.listen({ host, port: 0 });
  const storageUrl = originOf(storageServer);
  let world = makeWorld(makeState(), storageUrl, clock.now);
  let run = randomUUID();

  const reset = (): void => {
    world = makeWorld(makeState(), storageUrl, clock.now);
    run = randomUUID();
    log.requests.length = 0;
    activity.clear();
    faults.clear();
    throttle.clear();
    onChange();
  };

  const hasPage = options.ui !== false;
  const witness = hasPage ? createWitness(activity) : noWitness;
  const api = createApiServer({ world: () => world, faults, throttle, log, latencyMs, witness, onChange });
  if (hasPage) addPageRoutes(api, { world: () => world, activity, clock, run: () => run, onClock });
  if (options.control === true) {
    addControlRoutes(api, {
      reset,
      requests: log.requests,
      orderFaults: (orders) => (orders.length === 0 ? faults.clear() : faults.add(orders)),
      setKey: (key) => setKey(world.state, key),
      clock,
      onClock,
    });
  }
  const close = () => Promise.all([api.close(), storageServer.close()]);
  try {
    await api.listen({ host, port });
  } catch (error) {
    await close();
    throw error;
  }
  const stop = async (): Promise<void> => {
    await close();
    await dataFile?.close(world.state);
  };
  const apiKey = world.state.keys[0]?.token ?? '';
  return { url: originOf(api), apiKey, storageUrl, requests: log.requests, clock, reset, stop };
}

const makeWorld = (state: State, storageUrl: string, now: () => number): World => ({
  state,
  searchables: createSearchables(state),
  storage: createStorage({ origin: storageUrl, files: state.files, now }),
  now,
});

function setKey({ keys, users }: State, json: Readonly<Record<string, unknown>>): { apiKey: string; username: string } {
  const index = keys.findIndex((key) => key.token === json['token']);
  const defaults = keys[index] ?? { ...defaultKey, token: randomBytes(22).toString('hex'), password: null };
  const key = importKey(json, defaults);
  if (!users.all.some((user) => user.username === key.username)) {
    throw Object.assign(new Error(`There is no user "${key.username}"`), { statusCode: 422 });
  }
  if (index < 0) keys.push(key);
  else keys[index] = key;
  return { apiKey: key.token, username: key.username };
}

function originOf(server: FastifyInstance): string {
  const { address, port, family } = server.server.address() as AddressInfo;
  const host = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[address] ?? (family === 'IPv6' ? `[${address}]` : address);
  return `http://${host}:${port}`;
}
