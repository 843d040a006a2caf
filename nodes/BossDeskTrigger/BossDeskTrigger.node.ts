import {
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type IPollFunctions,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { testAccount } from '../BossDesk/credentialTest.js';
import { listSearch } from '../BossDesk/pickers/listSearch.js';
import { loadOptions } from '../BossDesk/pickers/options.js';
import { properties } from './generated/properties.js';
import { pollDesk } from './poll.js';

export class BossDeskTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'BOSSDesk Trigger',
    name: 'bossDeskTrigger',
    icon: { light: 'file:../../icons/bossdesk.svg', dark: 'file:../../icons/bossdesk.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["event"] }}',
    description: 'Starts a workflow when something happens in BOSSDesk: to tickets, configuration items or users',
    defaults: { name: 'BOSSDesk Trigger' },
    polling: true,
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
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

  methods = { credentialTest: { testAccount }, listSearch, loadOptions };

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    return pollDesk(this);
  }
}
