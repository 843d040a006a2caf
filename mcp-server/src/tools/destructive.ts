import type { OperationId } from 'bossdesk-client';
import * as z from 'zod';
import type { Tool } from './tool.js';
import { writeTool } from './writeTool.js';

const deleteTool = (name: string, operation: OperationId, description: string) =>
  writeTool({
    name,
    toolset: 'destructive',
    operation,
    description,
    overrides: { confirm: z.boolean().optional().meta({ description: 'true once the user has agreed' }) },
    done: ({ target }) => `Deleted ${target}.`,
  });

/** That `confirm` is asked for is the dispatcher's business. */
export const destructiveTools: readonly Tool[] = [
  deleteTool('delete_task', 'tasks.delete', 'Deletes a task for good. To finish one use close_task.'),
  deleteTool(
    'delete_time_entry',
    'timeEntries.delete',
    'Deletes a time entry for good. To correct one use update_time_entry.',
  ),
  deleteTool('delete_ci', 'cis.delete', 'Deletes a CI for good. To change one use update_ci.'),
  deleteTool('delete_ci_note', 'ciNotes.delete', 'Deletes a note of a CI for good. To change one use update_ci_note.'),
  deleteTool(
    'delete_ci_attachment',
    'attachments.delete',
    'Deletes an attachment of a CI for good. To look at it use get_attachment.',
  ),
];
