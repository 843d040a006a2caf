/** What hosts show to people and attach to a conversation; each is what a tool answers, and is there where the tool is. */
export interface OfferedResource {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly template: string;
  /** The variable of the template. */
  readonly variable: string;
  readonly tool: string;
  readonly toArguments: (value: string) => Readonly<Record<string, unknown>>;
}

export const resources: readonly OfferedResource[] = [
  {
    name: 'ticket',
    title: 'Ticket',
    description: 'A ticket with its comments, tasks and time entries, by its number.',
    template: 'bossdesk://tickets/{ticket_number}',
    variable: 'ticket_number',
    tool: 'get_ticket',
    toArguments: (ticket_number) => ({ ticket_number, detail: 'full' }),
  },
  {
    name: 'ci',
    title: 'Configuration item',
    description: 'A configuration item (computer, device, software), by its number.',
    template: 'bossdesk://cis/{ci_number}',
    variable: 'ci_number',
    tool: 'get_ci',
    toArguments: (ci_number) => ({ ci_number, detail: 'full' }),
  },
  {
    name: 'reference',
    title: 'Reference data',
    description: 'The names and ids that there are of a kind: teams, priorities, locations and so on.',
    template: 'bossdesk://reference/{kind}',
    variable: 'kind',
    tool: 'list_reference_data',
    toArguments: (kind) => ({ kind, limit: 100 }),
  },
];
