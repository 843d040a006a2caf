import { z } from 'zod';
import { friendlyIdField } from './fields.js';

/** Paths below a ticket or a CI name it by the number that people see (notes 5.53). */
export const ticketNumber = () => z.object({ friendly_id: friendlyIdField('Ticket Number') });
export const ciNumber = () => z.object({ friendly_id: friendlyIdField('CI Number') });
