import { normalizeBaseUrl, readApiKey } from 'bossdesk-client';
import type { ICredentialTestRequest, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

/** Where the API starts below the address of a service desk (doc L7). */
const API_PATH = '/api/v1';

export const urlProperty: INodeProperties = {
  displayName: 'URL',
  name: 'url',
  type: 'string',
  default: '',
  required: true,
  placeholder: 'e.g. acme.bossdesk.io',
  description: 'Subdomain, host or full address of the service desk, also of one on your own premises',
};

/**
 * Adds the API key, cleaned of what was pasted around it. The credential test names the address as it was typed, which may be `acme` alone: it is completed
 * here. Requests of the node come with a full URL.
 */
export function authenticateRequest(apiKey: unknown, request: IHttpRequestOptions): IHttpRequestOptions {
  return {
    ...request,
    ...(request.baseURL === undefined ? {} : { baseURL: `${normalizeBaseUrl(request.baseURL)}${API_PATH}` }),
    headers: { ...request.headers, Authorization: `Token token="${readApiKey(String(apiKey))}"` },
  };
}

export const NOTHING_AT_URL = 'There is no BOSSDesk at this URL';

/** What n8n's types allow only one kind of at a time, though its test takes both. */
const rules = [
  { type: 'responseCode', properties: { value: 401, message: 'BOSSDesk refused the API key' } },
  {
    type: 'responseCode',
    properties: { value: 402, message: 'The account has expired, or its plan has no API access' },
  },
  { type: 'responseCode', properties: { value: 404, message: NOTHING_AT_URL } },
  // A web page answers 200 as well; an account always has its domain (doc L76-93).
  {
    type: 'responseSuccessBody',
    properties: { key: 'full_domain', value: undefined, message: 'What answers at this URL is not BOSSDesk' },
  },
] as const;

/** Reads the account, which needs no more than a valid key. */
export const accountTest: ICredentialTestRequest = {
  request: { baseURL: '={{$credentials.url}}', url: '/account', headers: { Accept: 'application/json' } },
  rules: [...rules] as unknown as NonNullable<ICredentialTestRequest['rules']>,
};
