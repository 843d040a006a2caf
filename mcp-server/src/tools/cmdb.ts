import type { OperationOutput } from 'bossdesk-client';
import * as z from 'zod';
import { joinCustomText, readCustomFields } from '../names.js';
import { renderCi } from '../render/ci.js';
import { ciColumns } from '../render/ciRows.js';
import { buildReply } from '../render/reply.js';
import { requireRecords } from './answers.js';
import { recordArgument } from './fields.js';
import { searchTool } from './searchTool.js';
import { detailArgument } from './tickets.js';
import { defineTool, type Tool, type ToolContext, ToolError } from './tool.js';
import { writeTool } from './writeTool.js';

const searchCis = searchTool({
  name: 'search_cis',
  toolset: 'cmdb',
  operation: 'cis.list',
  description:
    'Finds configuration items (computers, laptops, printers, servers, devices) as rows, or counts them. One in full: get_ci.',
  queryIn: 'name, serial and control number',
  filters: {
    type: 'type_id',
    status: 'status_id',
    location: 'location_id',
    manufacturer: 'manufacturer_id',
    user: 'users_id',
  },
  columns: ciColumns,
});

const getCi = defineTool({
  name: 'get_ci',
  toolset: 'cmdb',
  operations: ['cis.get', 'cis.getByBarcode'],
  description: 'Shows one CI, by its number or by what barcode it bears. To find several use search_cis.',
  input: {
    ci_number: recordArgument('cis').optional(),
    barcode: z.string().optional().meta({ description: 'Instead of the number' }),
    detail: detailArgument,
  },
  async run(context, { ci_number, barcode, detail }) {
    const ci = await readCi(context, ci_number, barcode);
    requireRecords('Could not get a CI', [ci]);
    const customFields = await readCustomFields(context.names.createReader(), 'ci', ci.custom_fields ?? {});
    return buildReply({
      head: `CI ${ci.friendly_id} (id ${ci.id}).`,
      data: renderCi(ci, detail, customFields.map(joinCustomText)),
      ifCut: 'The rest can be read in BOSSDesk.',
    });
  },
});

async function readCi(
  { client, signal }: ToolContext,
  ci_number: number | undefined,
  barcode: string | undefined,
): Promise<OperationOutput<'cis.get'>> {
  if (ci_number !== undefined && barcode === undefined) return client.cis.get({ friendly_id: ci_number }, { signal });
  if (ci_number === undefined && barcode !== undefined) return client.cis.getByBarcode({ barcode }, { signal });
  throw new ToolError('Give either ci_number or barcode.');
}

const createCi = writeTool({
  name: 'create_ci',
  toolset: 'cmdb',
  operation: 'cis.create',
  description: 'Creates a CI: registers a new configuration item, such as a computer. Change one by update_ci.',
  done: ({ number, id }) => `Created CI ${number} (id ${id}).`,
  tellsNew: true,
});

const updateCi = writeTool({
  name: 'update_ci',
  toolset: 'cmdb',
  operation: 'cis.update',
  description:
    'Changes the given fields of a CI, e.g. sets its status or location; none empties one. Read it by get_ci.',
  done: ({ target }) => `Updated ${target}.`,
});

const addCiNote = writeTool({
  name: 'add_ci_note',
  toolset: 'cmdb',
  operation: 'ciNotes.create',
  description: 'Adds a note to a CI. Keep its id for update_ci_note: no tool lists notes.',
  describe: { text: 'The note' },
  done: ({ target, id }) => `Added note ${id} to ${target}.`,
  tellsNew: true,
});

const updateCiNote = writeTool({
  name: 'update_ci_note',
  toolset: 'cmdb',
  operation: 'ciNotes.update',
  description: 'Replaces the text of a note that add_ci_note wrote.',
  describe: { text: 'The new note' },
  done: ({ target }) => `Updated ${target}.`,
});

export const cmdbTools: readonly Tool[] = [searchCis, getCi, createCi, updateCi, addCiNote, updateCiNote];
