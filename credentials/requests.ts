import { readApiKey } from 'bossdesk-client';
import type { IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

export const urlProperty: INodeProperties = {
  displayName: 'URL',
  name: 'url',
  type: 'string',
  default: '',
  required: true,
  placeholder: 'e.g. acme.bossdesk.io',
  description: 'Subdomain, host or full address of the service desk, also of one on your own premises',
};

/** Switches for desks in a network of one's own. */
export const wayProperties: INodeProperties[] = [
  {
    displayName: 'Allow HTTP',
    name: 'allowHttp',
    type: 'boolean',
    default: false,
    description:
      'Whether to send the key and all data unencrypted to a private address, such as a container or a laboratory. Public addresses always need HTTPS.',
  },
  {
    displayName: 'Ignore SSL Issues (Insecure)',
    name: 'allowUnauthorizedCerts',
    type: 'boolean',
    default: false,
    description: 'Whether to connect even if SSL certificate validation is not possible',
  },
];

/** Adds the API key, cleaned of what was pasted around it. */
export function authenticateRequest(apiKey: unknown, request: IHttpRequestOptions): IHttpRequestOptions {
  const key = readApiKey(String(apiKey));
  return { ...request, headers: { ...request.headers, Authorization: `Token token="${key}"` } };
}
