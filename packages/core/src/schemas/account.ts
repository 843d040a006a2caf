import { z } from 'zod';
import { outId } from './fields.js';
import type { OperationSchemas } from './schema.js';

/** Settings of the account; time zones are Rails names ("Eastern Time (US & Canada)"), not IANA's (notes 3). */
const account = () =>
  z
    .looseObject({
      name: z.string(),
      full_domain: z.string(),
      ci_barcode_type: z.string().nullish(),
      ci_barcode_method: z.string().nullish().meta({ description: "Which of a CI's fields its barcode shows" }),
      time_zone: z.string().nullish(),
      beginning_of_week: z.number().nullish().meta({ description: '0 is Sunday (unverified)' }),
      autoassign_ci_control_numbers: z.boolean().nullish(),
      ticket_comment_is_public_by_default: z.boolean().nullish(),
      default_helpdesk_priority_id: outId().nullish(),
      default_ticket_team_id: outId().nullish(),
      currency: z
        .looseObject({ label: z.string().nullish(), unit: z.string().nullish(), icon: z.string().nullish() })
        .nullish(),
    })
    .meta({ title: 'Account' });

/** doc L66-93 */
export const accountSchemas = {
  'account.get': { output: account() },
} satisfies Record<string, OperationSchemas>;
