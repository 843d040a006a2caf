import { idByName } from '../seed/seedWorld.js';
import type { Lookups } from './index.js';

/** Settings as `GET /account` shows them (doc L77-92). */
export type AccountRecord = Record<string, unknown> & {
  time_zone: string | null;
  default_ticket_team_id: number | null;
  default_helpdesk_priority_id: number | null;
};

/** What a data file leaves out, and a seeded sandbox has. */
export function seedAccount(lookups: Lookups): AccountRecord {
  return {
    name: 'Example Service Desk',
    full_domain: 'example.bossdesk.io',
    ci_barcode_type: 'code_93',
    ci_barcode_method: 'name',
    time_zone: 'Eastern Time (US & Canada)',
    beginning_of_week: 0,
    autoassign_ci_control_numbers: true,
    ticket_comment_is_public_by_default: true,
    default_helpdesk_priority_id: idByName(lookups.helpdesk_priorities, 'Medium'),
    default_ticket_team_id: idByName(lookups.teams, 'Service Desk'),
    currency: { label: 'Dollar ($)', unit: '$', icon: 'fa fa-usd' },
  };
}
