import type { Stage } from './furnish.js';

type TicketInput = Parameters<Stage['client']['tickets']['create']>[0];

/** Opens a ticket: an incident of medium priority unless told otherwise. */
export async function createTicket({ client }: Stage, fields: Partial<TicketInput> & { title: string }) {
  return client.tickets.create({ type_id: INCIDENT, priority_id: MEDIUM, ...fields });
}

const INCIDENT = 11_001;
const MEDIUM = 12_002;

/** A user that the sandbox always has. */
export async function findUser({ client }: Stage, username: string) {
  const [user] = await client.users.list({ q: { username_eq: username } });
  if (user === undefined) throw new Error(`The sandbox has no user ${username}`);
  return user;
}

/** What Excel puts before a CSV in UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
