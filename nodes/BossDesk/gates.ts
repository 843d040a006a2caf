import { createGate, defaultLimits, type Gate } from 'bossdesk-client';
import { sleep } from 'n8n-workflow';

/** Accounts that are asked at the same time in one process; those not asked for longest make room. */
const MOST = 100;

/** BOSSDesk counts the requests of an account, however many nodes and executions send them. */
const gates = new Map<string, Gate>();

/** The gate that all nodes of this process share for one account. */
export function gateOf(account: string): Gate {
  const gate = gates.get(account) ?? createGate(defaultLimits.concurrency, sleep);
  gates.delete(account);
  gates.set(account, gate);
  for (const [oldest] of gates) if (gates.size > MOST) gates.delete(oldest);
  return gate;
}
