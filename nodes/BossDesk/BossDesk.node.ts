import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { runItems } from './actions/runItems.js';
import { testAccount } from './credentialTest.js';
import { properties } from './generated/properties.js';
import { resourceMapping } from './pickers/fieldMapper.js';
import { listSearch } from './pickers/listSearch.js';
import { loadOptions } from './pickers/options.js';

export class BossDesk implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'BOSSDesk',
    name: 'bossDesk',
    icon: { light: 'file:../../icons/bossdesk.svg', dark: 'file:../../icons/bossdesk.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description: 'Work with tickets, configuration items, tasks, time entries and users of BOSSDesk',
    defaults: { name: 'BOSSDesk' },
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    usableAsTool: true,
    credentials: [
      {
        name: 'bossDeskApi',
        required: true,
        testedBy: 'testAccount',
        displayOptions: { show: { authentication: ['apiKey'] } },
      },
      {
        name: 'bossDeskLoginApi',
        required: true,
        testedBy: 'testAccount',
        displayOptions: { show: { authentication: ['login'] } },
      },
    ],
    properties: [
      {
        displayName: 'Authentication',
        name: 'authentication',
        type: 'options',
        options: [
          { name: 'API Key', value: 'apiKey' },
          { name: 'User Name and Password', value: 'login' },
        ],
        default: 'apiKey',
        description: 'Which credential to sign in to BOSSDesk with',
      },
      ...properties,
    ],
  };

  methods = { credentialTest: { testAccount }, listSearch, loadOptions, resourceMapping };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return runItems(this);
  }
}
