// Written by `pnpm generate` out of packages/core/src/operations and schemas; edits are lost.
import type { Method } from '../methods.js';

/** The client's methods by resource: `client.tickets.update`. */
export interface Resources {
  readonly sessions: {
    /** Exchange user name and password for the API key: `POST /sessions` (doc L36-64). Answers the record. */
    readonly create: Method<'sessions.create'>;
  };
  readonly account: {
    /** Get the account and its settings: `GET /account` (doc L68-93). Answers the record. */
    readonly get: Method<'account.get'>;
  };
  readonly attachments: {
    /**
     * Get the data for uploading a file to a CI: `GET /cis/:friendly_id/attachments/new` (doc L97-130). Answers
     * the record.
     */
    readonly prepareUpload: Method<'attachments.prepareUpload'>;
    /** Attach an uploaded file to a CI: `POST /cis/:friendly_id/attachments` (doc L132-174). Answers the record. */
    readonly create: Method<'attachments.create'>;
    /**
     * Get an attachment of a ticket: `GET /tickets/:friendly_id/attachments/:id` (doc L176-205). Answers the
     * record.
     */
    readonly getFromTicket: Method<'attachments.getFromTicket'>;
    /**
     * Get an attachment of a ticket comment: `GET /tickets/:friendly_id/comments/:comment_id/attachments/:id`
     * (doc L176-205). Answers the record.
     */
    readonly getFromTicketComment: Method<'attachments.getFromTicketComment'>;
    /**
     * Get an attachment of one of my tickets: `GET /my/tickets/:friendly_id/attachments/:id` (doc L176-205).
     * Answers the record.
     */
    readonly getFromMyTicket: Method<'attachments.getFromMyTicket'>;
    /**
     * Get an attachment of a comment on one of my tickets: `GET
     * /my/tickets/:friendly_id/comments/:comment_id/attachments/:id` (doc L176-205). Answers the record.
     */
    readonly getFromMyTicketComment: Method<'attachments.getFromMyTicketComment'>;
    /** Get an attachment of a CI: `GET /cis/:friendly_id/attachments/:id` (doc L176-205). Answers the record. */
    readonly getFromCi: Method<'attachments.getFromCi'>;
    /**
     * Update the description of a CI attachment: `PATCH /cis/:friendly_id/attachments/:id` (doc L207-240).
     * Answers the record.
     */
    readonly update: Method<'attachments.update'>;
    /**
     * Delete an attachment of a CI: `DELETE /cis/:friendly_id/attachments/:id` (doc L242-267). Answers the
     * record.
     */
    readonly delete: Method<'attachments.delete'>;
  };
  readonly cis: {
    /**
     * List CIs: `GET /cis` (doc L271-313). Answers a list of records. A call answers one page; `items`, `pages`
     * and `slice` walk over all of them. `q` takes Ransack conditions.
     */
    readonly list: Method<'cis.list'>;
    /** Get a CI: `GET /cis/:friendly_id` (doc L315-415). Answers the record. */
    readonly get: Method<'cis.get'>;
    /** Get a CI by its barcode: `GET /cis/by_barcode/:barcode` (doc L417-488). Answers the record. */
    readonly getByBarcode: Method<'cis.getByBarcode'>;
    /** Create a CI: `POST /cis` (doc L490-584). Answers the record. */
    readonly create: Method<'cis.create'>;
    /** Update a CI: `PATCH /cis/:friendly_id` (doc L586-622). Answers nothing (204). */
    readonly update: Method<'cis.update'>;
    /** Delete a CI: `DELETE /cis/:friendly_id` (doc L624-639). Answers nothing (204). */
    readonly delete: Method<'cis.delete'>;
  };
  readonly ciStatuses: {
    /** List CI statuses: `GET /ci_statuses` (doc L643-666). Answers a list of records. */
    readonly list: Method<'ciStatuses.list'>;
  };
  readonly ciTypes: {
    /** List CI types: `GET /ci_types` (doc L670-694). Answers a list of records. */
    readonly list: Method<'ciTypes.list'>;
  };
  readonly customFields: {
    /** List custom fields: `GET /custom_fields` (doc L698-774). Answers a list of records. */
    readonly list: Method<'customFields.list'>;
  };
  readonly groups: {
    /**
     * List groups: `GET /groups` (doc L778-796). Answers a list of records. A call answers one page; `items`,
     * `pages` and `slice` walk over all of them. `q` takes Ransack conditions.
     */
    readonly list: Method<'groups.list'>;
  };
  readonly helpdeskCategories: {
    /** List ticket categories: `GET /helpdesk_categories` (doc L800-835). Answers a list of records. */
    readonly list: Method<'helpdeskCategories.list'>;
  };
  readonly helpdeskExtendedStatuses: {
    /** List extended statuses: `GET /helpdesk_extended_statuses` (doc L839-862). Answers a list of records. */
    readonly list: Method<'helpdeskExtendedStatuses.list'>;
  };
  readonly helpdeskPriorities: {
    /** List ticket priorities: `GET /helpdesk_priorities` (doc L866-891). Answers a list of records. */
    readonly list: Method<'helpdeskPriorities.list'>;
  };
  readonly locations: {
    /** List locations: `GET /locations` (doc L895-919). Answers a list of records. */
    readonly list: Method<'locations.list'>;
  };
  readonly manufacturers: {
    /**
     * List manufacturers: `GET /manufacturers` (doc L923-945). Answers a list of records. A call answers one
     * page; `items`, `pages` and `slice` walk over all of them. `q` takes Ransack conditions.
     */
    readonly list: Method<'manufacturers.list'>;
  };
  readonly ciNotes: {
    /** Add a note to a CI: `POST /cis/:friendly_id/notes` (doc L949-986). Answers the record. */
    readonly create: Method<'ciNotes.create'>;
    /** Update a note on a CI: `PATCH /cis/:friendly_id/notes/:id` (doc L988-1025). Answers the record. */
    readonly update: Method<'ciNotes.update'>;
    /** Delete a note on a CI: `DELETE /cis/:friendly_id/notes/:id` (doc L1027-1050). Answers the record. */
    readonly delete: Method<'ciNotes.delete'>;
  };
  readonly savedSearches: {
    /** List saved searches: `GET /searches` (doc L1054-1079). Answers a list of records. */
    readonly list: Method<'savedSearches.list'>;
    /**
     * Run a saved search: `GET /searches/:id` (doc L1080-1121). Answers a list of records. A call answers one
     * page; `items`, `pages` and `slice` walk over all of them.
     */
    readonly run: Method<'savedSearches.run'>;
  };
  readonly tags: {
    /** List tags: `GET /tags` (doc L1125-1151). Answers a list of records. */
    readonly list: Method<'tags.list'>;
  };
  readonly tasks: {
    /** Add a task to a ticket: `POST /tickets/:friendly_id/tasks` (doc L1155-1206). Answers the record. */
    readonly create: Method<'tasks.create'>;
    /**
     * Update a task on a ticket: `PATCH /tickets/:friendly_id/tasks/:id` (doc L1208-1231). Answers nothing
     * (204).
     */
    readonly update: Method<'tasks.update'>;
    /**
     * Close a task on a ticket: `PATCH /tickets/:friendly_id/tasks/:id/close` (doc L1233-1279). Answers the
     * record.
     */
    readonly close: Method<'tasks.close'>;
    /**
     * Reopen a task on a ticket: `PATCH /tickets/:friendly_id/tasks/:id/reopen` (doc L1281-1311). Answers the
     * record.
     */
    readonly reopen: Method<'tasks.reopen'>;
    /**
     * Delete a task on a ticket: `DELETE /tickets/:friendly_id/tasks/:id` (doc L1313-1320). Answers nothing
     * (204).
     */
    readonly delete: Method<'tasks.delete'>;
  };
  readonly taskTypes: {
    /** List task types: `GET /task_types` (doc L1324-1342). Answers a list of records. */
    readonly list: Method<'taskTypes.list'>;
  };
  readonly teams: {
    /** List teams: `GET /teams` (doc L1346-1364). Answers a list of records. */
    readonly list: Method<'teams.list'>;
  };
  readonly tickets: {
    /**
     * List tickets: `GET /tickets` (doc L1368-1426). Answers a list of records. A call answers one page;
     * `items`, `pages` and `slice` walk over all of them. `q` takes Ransack conditions.
     */
    readonly list: Method<'tickets.list'>;
    /** Get a ticket: `GET /tickets/:friendly_id` (doc L1428-1652). Answers the record. */
    readonly get: Method<'tickets.get'>;
    /** Create a ticket: `POST /tickets` (doc L1654-1697). Answers the record. */
    readonly create: Method<'tickets.create'>;
    /**
     * Update a ticket: `PATCH /tickets/:friendly_id` (doc L1699-1736). Answers nothing (204). With
     * `lock_version`, a change made in between is a ConflictError.
     */
    readonly update: Method<'tickets.update'>;
    /** Comment on a ticket: `POST /tickets/:friendly_id/comments` (doc L1738-1779). Answers the record. */
    readonly addComment: Method<'tickets.addComment'>;
    /** Close a ticket: `PATCH /tickets/:friendly_id/close` (doc L1781-1807). Answers the record. */
    readonly close: Method<'tickets.close'>;
    /** Reopen a ticket: `PATCH /tickets/:friendly_id/reopen` (doc L1809-1835). Answers the record. */
    readonly reopen: Method<'tickets.reopen'>;
  };
  readonly myTickets: {
    /**
     * List tickets that I requested: `GET /my/tickets` (doc L1841-1871). Answers a list of records. A call
     * answers one page; `items`, `pages` and `slice` walk over all of them. `q` takes Ransack conditions.
     */
    readonly list: Method<'myTickets.list'>;
    /** Get a ticket that I requested: `GET /my/tickets/:friendly_id` (doc L1873-1934). Answers the record. */
    readonly get: Method<'myTickets.get'>;
    /** Create a ticket as its requester: `POST /my/tickets` (doc L1936-1968). Answers the record. */
    readonly create: Method<'myTickets.create'>;
    /**
     * Comment on a ticket that I requested: `POST /my/tickets/:friendly_id/comments` (doc L1970-2006). Answers
     * the record.
     */
    readonly addComment: Method<'myTickets.addComment'>;
    /**
     * Reopen a ticket that I requested: `PATCH /my/tickets/:friendly_id/reopen` (doc L2008-2034). Answers the
     * record.
     */
    readonly reopen: Method<'myTickets.reopen'>;
  };
  readonly ticketTypes: {
    /** List ticket types: `GET /ticket_types` (doc L2038-2062). Answers a list of records. */
    readonly list: Method<'ticketTypes.list'>;
  };
  readonly timeEntries: {
    /** Log time on a ticket: `POST /tickets/:friendly_id/time_entries` (doc L2066-2113). Answers the record. */
    readonly create: Method<'timeEntries.create'>;
    /**
     * Update a time entry on a ticket: `PATCH /tickets/:friendly_id/time_entries/:id` (doc L2115-2138). Answers
     * nothing (204).
     */
    readonly update: Method<'timeEntries.update'>;
    /**
     * Delete a time entry on a ticket: `DELETE /tickets/:friendly_id/time_entries/:id` (doc L2140-2147).
     * Answers nothing (204).
     */
    readonly delete: Method<'timeEntries.delete'>;
  };
  readonly users: {
    /**
     * List users: `GET /users` (doc L2151-2179). Answers a list of records. A call answers one page; `items`,
     * `pages` and `slice` walk over all of them. `q` takes Ransack conditions.
     */
    readonly list: Method<'users.list'>;
    /** Get a user: `GET /users/:friendly_id` (doc L2181-2231). Answers the record. */
    readonly get: Method<'users.get'>;
    /** Create a user: `POST /users` (doc L2233-2292). Answers the record. */
    readonly create: Method<'users.create'>;
    /** Update a user: `PATCH /users/:friendly_id` (doc L2294-2330). Answers nothing (204). */
    readonly update: Method<'users.update'>;
  };
}
