import { isRecord } from 'bossdesk-client';
import { ToolError } from './tool.js';

/**
 * Refuses an answer that is a JSON object and yet no record: what else answers at the address of a desk.
 *
 * @param numbers what every record of the kind has.
 */
export function requireRecords(
  what: string,
  records: readonly unknown[],
  numbers: readonly ('id' | 'friendly_id')[] = ['id', 'friendly_id'],
): void {
  const isWhole = (one: unknown) => isRecord(one) && numbers.every((name) => typeof one[name] === 'number');
  if (records.every(isWhole)) return;
  throw new ToolError(
    `${what}: the answer is no record of BOSSDesk's, since it has no ${numbers.join(' or no ')}. Check that BOSSDESK_URL is the address of the service desk itself.`,
  );
}
