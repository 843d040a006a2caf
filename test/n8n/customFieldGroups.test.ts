import { loadPackages } from '../support/n8n/packages.js';
import { ids } from './seeded.js';
import { byId, type Desk, openDesk } from './support.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ tickets: 10 });
});
beforeEach(() => desk.sandbox.reset());
afterAll(() => desk.close());

const field = { assetTag: '35001', steps: '35002' } as const;

const mapFields = async (parameters: object) => (await desk.openPanel({ ...parameters })).mapFields('getCustomFields');

describe('choosing another category', () => {
  it('keeps a field that the chosen category lacks while it has a value, and says so', async () => {
    const customFields = { mappingMode: 'defineBelow', value: { [field.steps]: 'Open it', [field.assetTag]: 'PRN-8' } };
    const updateFields = { categoryId: byId(ids.network) };
    const { fields } = await mapFields({ resource: 'ticket', operation: 'update', updateFields, customFields });
    const shown = fields.map(({ displayName }) => displayName);
    expect(shown).toContain('Steps to Reproduce (Software, left out: the chosen one lacks it)');
    expect(shown).toEqual(expect.arrayContaining(['Asset Tag', 'Incident Type']));
  });

  it('is not emptied by n8n when another category is chosen', async () => {
    const { nodeTypes } = await loadPackages();
    const { properties } = nodeTypes.getByNameAndVersion('n8n-nodes-bossdesk.bossDesk', 1).description;
    const mappers = properties.filter(({ type }) => type === 'resourceMapper');
    expect(mappers.length).toBeGreaterThan(2);
    for (const { typeOptions } of mappers) expect(typeOptions).not.toHaveProperty('loadOptionsDependsOn');
  });

  it.each(['ticket', 'ci'] as const)(
    'of another category or type than is chosen are left out and named: %s',
    async (resource) => {
      const isTicket = resource === 'ticket';
      const [other, own] = isTicket ? [field.steps, field.assetTag] : ['35011', '35010'];
      const run = await desk.run({
        resource,
        operation: 'update',
        [`${resource}Number`]: byId(2),
        updateFields: isTicket ? { categoryId: byId('Network') } : { typeId: byId(ids.laptop) },
        customFields: { mappingMode: 'defineBelow', value: { [other]: 'x', [own]: 'y' } },
      });
      expect(run.node.error).toBeUndefined();
      expect(run.requests.at(-1)?.body).toMatchObject({ [resource]: { custom_fields: { [own]: 'y' } } });
      expect(JSON.stringify(run.requests.at(-1)?.body)).not.toContain(other);
      expect(run.node.hints.map(({ message }) => message)).toEqual([
        expect.stringMatching(
          /^Custom Fields: .* \(of .*\) left out, which the chosen (category|CI type) does not have$/,
        ),
      ]);
    },
  );
});
