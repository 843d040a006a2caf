import type { KindName } from 'bossdesk-client';

/** What a trigger waits for. */
export interface TriggerEvent {
  readonly name: string;
  readonly description: string;
  /** The records that are listed. */
  readonly kind: Extract<KindName, 'tickets' | 'cis' | 'users'>;
  /** The time of theirs that the event sets. */
  readonly attribute: 'created_at' | 'updated_at' | 'closed_at';
  /** What the event is about, where it is a part of the record: the part has times of its own. */
  readonly part?: 'comments';
}

/** Every event, by the value of the parameter. */
export const events = {
  ciCreated: {
    name: 'CI Created',
    description: 'A configuration item was created',
    kind: 'cis',
    attribute: 'created_at',
  },
  ciUpdated: {
    name: 'CI Updated',
    description: 'A configuration item was changed after it was created',
    kind: 'cis',
    attribute: 'updated_at',
  },
  commentAdded: {
    name: 'Comment Added',
    description: 'Somebody commented on a ticket, for all or for agents only',
    kind: 'tickets',
    attribute: 'updated_at',
    part: 'comments',
  },
  ticketClosed: {
    name: 'Ticket Closed',
    description: 'A ticket was closed',
    kind: 'tickets',
    attribute: 'closed_at',
  },
  ticketCreated: {
    name: 'Ticket Created',
    description: 'A ticket was created',
    kind: 'tickets',
    attribute: 'created_at',
  },
  ticketUpdated: {
    name: 'Ticket Updated',
    description: 'A ticket was changed or commented on after it was created',
    kind: 'tickets',
    attribute: 'updated_at',
  },
  userCreated: {
    name: 'User Created',
    description: 'A user was created',
    kind: 'users',
    attribute: 'created_at',
  },
} as const satisfies Record<string, TriggerEvent>;

export type EventName = keyof typeof events;

/** The event of a parameter's value; undefined for a value that stands for none. */
export function findEvent(name: unknown): TriggerEvent | undefined {
  return typeof name === 'string' && Object.hasOwn(events, name) ? events[name as EventName] : undefined;
}

/** Whether a record that has had its event can have it again, at a later time. */
export const canRecur = ({ attribute }: TriggerEvent): boolean => attribute !== 'created_at';

/** Whether what the event is about can have happened by the record's creation alone, which is no change. */
export const leavesOutNew = ({ attribute, part }: TriggerEvent): boolean =>
  attribute === 'updated_at' && part === undefined;
