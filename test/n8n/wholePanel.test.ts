import type { ICredentialType, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { loadPackages } from '../support/n8n/packages.js';
import { rawText } from '../support/snapshotText.js';
import { outlineProperties, outlineRest } from './panelOutline.js';

expect.addSnapshotSerializer(rawText);

const resources = [
  'account',
  'attachment',
  'ci',
  'ciNote',
  'myTicket',
  'reference',
  'savedSearch',
  'task',
  'ticket',
  'timeEntry',
  'user',
];

let description: INodeTypeDescription;
let getCredentialType: (name: string) => ICredentialType;
beforeAll(async () => {
  const packages = await loadPackages();
  ({ getCredentialType } = packages);
  ({ description } = packages.nodeTypes.getByNameAndVersion('n8n-nodes-bossdesk.bossDesk', 1));
});

const shownFor = ({ displayOptions }: INodeProperties, what: 'resource' | 'operation') =>
  (displayOptions?.show?.[what] ?? []).map(String);

const propertiesOf = (resource: string) =>
  description.properties.filter((property) => shownFor(property, 'resource').includes(resource));

/** The operations, each with its parameters in their order. */
function outlineResource(resource: string): string {
  const properties = propertiesOf(resource);
  const anyOperation = properties.filter((property) => shownFor(property, 'operation').length === 0);
  const operations = new Set(properties.flatMap((property) => shownFor(property, 'operation')));
  return [
    ...outlineProperties(anyOperation),
    ...[...operations].sort().flatMap((operation) => {
      const own = properties.filter((property) => shownFor(property, 'operation').includes(operation));
      return ['', `== ${resource}: ${operation}`, ...outlineProperties(own)];
    }),
  ].join('\n');
}

it.each(resources)('%s', (resource) => {
  expect(outlineResource(resource)).toMatchSnapshot();
});

it('the node itself', () => {
  const { properties, ...others } = description;
  // Another with each release, and nothing of the panel.
  const facts = outlineRest({ ...others, communityNodePackageVersion: undefined });
  const anyResource = properties.filter((property) => shownFor(property, 'resource').length === 0);
  expect([...facts, '', ...outlineProperties(anyResource)].join('\n')).toMatchSnapshot();
});

it('has no parameter of another resource', () => {
  const named = description.properties.flatMap((property) => shownFor(property, 'resource'));
  expect([...new Set(named)].sort()).toEqual(resources);
});

it('the trigger', async () => {
  const { nodeTypes } = await loadPackages();
  const trigger = nodeTypes.getByNameAndVersion('n8n-nodes-bossdesk.bossDeskTrigger', 1).description;
  const { properties, ...others } = trigger;
  const facts = outlineRest({ ...others, communityNodePackageVersion: undefined });
  expect([...facts, '', ...outlineProperties(properties)].join('\n')).toMatchSnapshot();
});

it.each(['bossDeskApi', 'bossDeskLoginApi'])('the credential %s', (name) => {
  expect(outlineProperties(getCredentialType(name).properties).join('\n')).toMatchSnapshot();
});
