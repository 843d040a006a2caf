import {
  type Icon,
  type ICredentialDataDecryptedObject,
  type ICredentialType,
  type IDataObject,
  type IHttpRequestHelper,
  type IHttpRequestOptions,
  type INodeProperties,
  UserError,
} from 'n8n-workflow';
import { signIn, wordCredentialFailure } from '../nodes/BossDesk/credentialTest.js';
import { authenticateRequest, urlProperty, wayProperties } from './requests.js';

export class BossDeskLoginApi implements ICredentialType {
  name = 'bossDeskLoginApi';

  displayName = 'BOSSDesk Login API';

  icon: Icon = { light: 'file:../icons/bossdesk.svg', dark: 'file:../icons/bossdesk.dark.svg' };

  documentationUrl = 'https://github.com/bossdesk-automation/n8n-nodes-bossdesk/blob/main/docs/n8n.md#credential';

  properties: INodeProperties[] = [
    // Filled in by preAuthentication; n8n keeps it, and asks again when it is empty or was refused.
    {
      displayName: 'API Key',
      name: 'apiKey',
      type: 'hidden',
      typeOptions: { expirable: true, password: true },
      default: '',
    },
    urlProperty,
    { displayName: 'User Name', name: 'username', type: 'string', default: '', required: true },
    {
      displayName: 'Password',
      name: 'password',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
    },
    ...wayProperties,
  ];

  /** Exchanges user name and password for the user's API key (doc L36-64). */
  async preAuthentication(this: IHttpRequestHelper, credential: ICredentialDataDecryptedObject): Promise<IDataObject> {
    try {
      return { apiKey: await signIn((options) => this.helpers.httpRequest(options), credential) };
    } catch (error) {
      // n8n rewords errors that carry a status.
      throw new UserError(wordCredentialFailure(error));
    }
  }

  authenticate = async (
    { apiKey }: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> => authenticateRequest(apiKey, request);
}
