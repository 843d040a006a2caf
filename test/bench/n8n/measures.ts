import type { Measure } from '../measure.js';
import { runFresh, runWarm, type Task } from './lab.js';
import { bossDesk, getByHttp, listByHttp, numbers } from './workflows.js';

/** Latency of a desk on the network. */
const FAR_MS = 50;

/** As many at once as our client's ceiling, as often as the desk answers: what HTTP Request has in place of a width. */
const BATCH = { size: 8, ms: FAR_MS };

const list = (latencyMs: number): Task => ({
  latencyMs,
  items: 3000,
  counts: 'List',
  sides: (url) => ({
    ours: {
      id: 'listOurs',
      nodes: [bossDesk('List', { resource: 'ticket', operation: 'getAll', returnAll: true })],
    },
    peer: { id: 'listPeer', nodes: [listByHttp('List', url, 30)] },
  }),
});

const gets: Task = {
  latencyMs: FAR_MS,
  items: 200,
  counts: 'Get',
  sides: (url) => ({
    ours: {
      id: 'getsOurs',
      nodes: [
        ...numbers(200),
        bossDesk('Get', { resource: 'ticket', operation: 'get', ticketNumber: '={{ $json.number }}' }),
      ],
    },
    peer: { id: 'getsPeer', nodes: [...numbers(200), getByHttp('Get', url, '$json.number', BATCH)] },
  }),
};

const whole: Task = {
  latencyMs: FAR_MS,
  items: 400,
  counts: 'Get',
  sides: (url) => ({
    ours: {
      id: 'wholeOurs',
      nodes: [
        bossDesk('Get tickets', {
          resource: 'ticket',
          operation: 'getAll',
          limit: 400,
          options: { fetchFullRecords: true },
        }),
      ],
    },
    peer: {
      id: 'wholePeer',
      nodes: [listByHttp('Get rows', url, 25, 16), getByHttp('Get records', url, '$json.friendly_id', BATCH)],
    },
  }),
};

const HTTP_REQUEST = 'HTTP Request';

export const nodeMeasures: readonly Measure[] = [
  {
    name: 'list-far',
    what: '3,000 tickets, 50 ms, a fresh process each',
    peer: `${HTTP_REQUEST} with its pagination`,
    goal: { kind: 'faster', ratio: 5 },
    open: () => runFresh(list(FAR_MS)),
  },
  {
    name: 'list-near-warm',
    what: '3,000 tickets, 0 ms, one process',
    peer: `${HTTP_REQUEST} with its pagination`,
    goal: { kind: 'faster', ratio: 3.5 },
    // Run after run both take less, until n8n's own code is compiled.
    warmUps: 6,
    rounds: 9,
    open: () => runWarm(list(0)),
  },
  {
    name: 'list-near',
    what: '3,000 tickets, 0 ms, a fresh process each',
    peer: `${HTTP_REQUEST} with its pagination`,
    goal: { kind: 'faster', ratio: 2.2 },
    // In about every second process a collection of n8n's own falls into it.
    rounds: 15,
    open: () => runFresh(list(0)),
  },
  {
    name: 'gets',
    what: '200 tickets by number, 50 ms',
    peer: `${HTTP_REQUEST}, a batch of 8 every 50 ms`,
    goal: { kind: 'faster', ratio: 1 },
    open: () => runWarm(gets),
  },
  {
    name: 'whole',
    what: '400 tickets with full records, 50 ms',
    peer: `${HTTP_REQUEST}: the list, then a batch of 8 every 50 ms`,
    goal: { kind: 'faster', ratio: 1 },
    open: () => runWarm(whole),
  },
];
