import type {
  Icon,
  ICredentialDataDecryptedObject,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { authenticateRequest, urlProperty, wayProperties } from './requests.js';

export class BossDeskApi implements ICredentialType {
  name = 'bossDeskApi';

  displayName = 'BOSSDesk API';

  icon: Icon = { light: 'file:../icons/bossdesk.svg', dark: 'file:../icons/bossdesk.dark.svg' };

  documentationUrl = 'https://github.com/bossdesk-automation/n8n-nodes-bossdesk/blob/main/docs/n8n.md#credential';

  properties: INodeProperties[] = [
    urlProperty,
    {
      displayName: 'API Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: 'The key of the BOSSDesk user that workflows act as',
    },
    ...wayProperties,
  ];

  authenticate = async (
    { apiKey }: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> => authenticateRequest(apiKey, request);
}
