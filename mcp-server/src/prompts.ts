/** A request that people choose at their host, with what they fill in. */
export interface OfferedPrompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Tools without which it makes no sense. */
  readonly tools: readonly string[];
  /** Whether it is about one ticket, whose number is asked for. */
  readonly isOfTicket: boolean;
  /** @param canWrite whether this server changes anything. */
  readonly write: (ticket: string, canWrite: boolean) => string;
}

export const prompts: readonly OfferedPrompt[] = [
  {
    name: 'triage_ticket',
    title: 'Triage a ticket',
    description: 'Proposes type, priority, category, team and agent of a ticket, with reasons.',
    tools: ['get_ticket', 'search_tickets'],
    isOfTicket: true,
    write: (ticket, canWrite) =>
      `Triage ticket ${ticket} of the service desk. Read it with get_ticket, and look with search_tickets for similar ones and how they were handled. Propose type, priority, category, team and agent, each with a reason in one sentence; for the agent see who of the team has the fewest open tickets (count_by agent). ${canWrite ? 'Change nothing before I agree; then use update_ticket.' : 'Change nothing.'}`,
  },
  {
    name: 'summarize_ticket',
    title: 'Summarize a ticket',
    description: 'Tells what a ticket is about, what was done, and what is open.',
    tools: ['get_ticket'],
    isOfTicket: true,
    write: (ticket) =>
      `Summarize ticket ${ticket} of the service desk for a colleague who takes it over. Read all of it with get_ticket, every page. Tell in at most ten sentences: the problem, what was tried and by whom, what was promised to the requester, open tasks, and the next step. Say what the ticket leaves unclear.`,
  },
  {
    name: 'draft_reply',
    title: 'Draft a reply',
    description: 'Drafts a reply to the requester of a ticket; nothing is sent before you agree.',
    tools: ['get_ticket'],
    isOfTicket: true,
    write: (ticket, canWrite) =>
      `Draft a reply to the requester of ticket ${ticket} of the service desk. Read the ticket with get_ticket. Answer what was asked last, in the requester's language, friendly and short, and promise nothing that the ticket does not hold. ${canWrite ? 'Show me the draft first. Send it only when I agree, by add_ticket_comment with is_public true.' : 'Show me the draft; it is not sent from here.'}`,
  },
  {
    name: 'daily_digest',
    title: 'Daily digest',
    description: 'What happened on the desk since yesterday, and what waits today.',
    tools: ['search_tickets'],
    isOfTicket: false,
    write: () =>
      'Write my digest of the service desk for today. With search_tickets find: tickets created since yesterday and those closed since yesterday, both counted by team (count_by); overdue tickets, counted by agent, and the five that are longest overdue; my own open tickets (agent "me") by due date. Give the numbers first, then what needs somebody today.',
  },
];
