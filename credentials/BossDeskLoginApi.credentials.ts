import { createClient, createRedactor, endSentence, isBossDeskError } from 'bossdesk-client';
import {
  type Icon,
  type ICredentialDataDecryptedObject,
  type ICredentialTestRequest,
  type ICredentialType,
  type IDataObject,
  type IHttpRequestHelper,
  type IHttpRequestOptions,
  type INodeProperties,
  sleep,
  UserError,
} from 'n8n-workflow';
import { adaptTransport } from '../nodes/BossDesk/transport.js';
import { accountTest, authenticateRequest, NOTHING_AT_URL, urlProperty } from './requests.js';

export class BossDeskLoginApi implements ICredentialType {
  name = 'bossDeskLoginApi';

  displayName = 'BOSSDesk Login API';

  icon: Icon = { light: 'file:../icons/bossdesk.svg', dark: 'file:../icons/bossdesk.dark.svg' };

  documentationUrl = 'https://github.com/bossdesk-automation/n8n-nodes-bossdesk#i-build-workflows-in-n8n';

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
  ];

  /** Exchanges user name and password for the user's API key (doc L36-64). */
  async preAuthentication(
    this: IHttpRequestHelper,
    { url, username, password }: ICredentialDataDecryptedObject,
  ): Promise<IDataObject> {
    const auth = { username: username as string, password: password as string };
    try {
      const transport = adaptTransport(
        (options) => this.helpers.httpRequest({ ...options, auth }),
        createRedactor(auth),
      );
      const session = await createClient({ baseUrl: url as string, transport, sleep }).sessions.create();
      return { apiKey: session.api_key };
    } catch (error) {
      // n8n rewords errors that carry a status.
      throw new UserError(isBossDeskError(error, 'NotFoundError') ? NOTHING_AT_URL : sayWithNextStep(error));
    }
  }

  authenticate = async (
    { apiKey }: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> => authenticateRequest(apiKey, request);

  test: ICredentialTestRequest = accountTest;
}

/** n8n shows the message alone. */
function sayWithNextStep(error: unknown): string {
  const { message } = error as Error;
  return isBossDeskError(error) && error.hint !== undefined ? `${endSentence(message)} ${error.hint}` : message;
}
