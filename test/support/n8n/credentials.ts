import type {
  ICredentialDataDecryptedObject,
  ICredentialType,
  IHttpRequestHelper,
  IHttpRequestOptions,
  INode,
  INodeCredentialsDetails,
  INodeParameters,
  INodeProperties,
  IRequestOptionsSimplified,
  IRequestOptionsSimplifiedAuth,
  Workflow,
} from 'n8n-workflow';
import { n8nWorkflow } from './modules.js';

/** Credential values by type name, as a person types them into n8n. */
export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

/**
 * n8n's credentials helper over values in memory instead of a database: fills in defaults, applies the credential
 * class's own `authenticate` and calls its `preAuthentication`, each as n8n 2.41 does.
 */
export class InMemoryCredentialsHelper extends n8nWorkflow.ICredentialsHelper {
  private readonly stored: CredentialData;

  constructor(
    data: CredentialData,
    private readonly getCredentialType: (name: string) => ICredentialType,
  ) {
    super();
    this.stored = structuredClone(data);
  }

  getParentTypes(): string[] {
    return [];
  }

  isCredentialUsableByNode(): boolean {
    return true;
  }

  getCredentialsProperties(type: string): INodeProperties[] {
    return this.getCredentialType(type).properties;
  }

  async getDecrypted(
    _additionalData: unknown,
    nodeCredentials: INodeCredentialsDetails,
    type: string,
  ): Promise<ICredentialDataDecryptedObject> {
    const values = this.stored[type];
    if (values === undefined) throw new Error(`No credential of type ${type} was given (${nodeCredentials.name}).`);
    const properties = this.getCredentialsProperties(type);
    const typed = values as INodeParameters;
    const complete = n8nWorkflow.NodeHelpers.getNodeParameters(properties, typed, true, false, null, null);
    return complete as ICredentialDataDecryptedObject;
  }

  async authenticate(
    credentials: ICredentialDataDecryptedObject,
    typeName: string,
    requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
    workflow?: Workflow,
    node?: INode,
  ): Promise<IHttpRequestOptions> {
    const { authenticate } = this.getCredentialType(typeName);
    const options = requestOptions as IHttpRequestOptions;
    if (authenticate === undefined) return options;
    if (typeof authenticate === 'function') return authenticate(credentials, options);
    if (workflow === undefined || node === undefined) throw new Error('A generic authenticate needs a node.');
    return addProperties(options, authenticate.properties, (text) => evaluate(text, credentials, workflow, node));
  }

  async preAuthentication(
    helpers: IHttpRequestHelper,
    credentials: ICredentialDataDecryptedObject,
    typeName: string,
    _node: INode,
    credentialsExpired: boolean,
  ): Promise<ICredentialDataDecryptedObject | undefined> {
    const type = this.getCredentialType(typeName);
    const expirable = type.properties.find(({ typeOptions }) => typeOptions?.expirable === true)?.name;
    if (expirable === undefined || type.preAuthentication === undefined) return undefined;
    if (credentials[expirable] !== '' && !credentialsExpired) return undefined;
    const output = (await type.preAuthentication.call(helpers, credentials)) as ICredentialDataDecryptedObject;
    this.stored[typeName] = { ...this.stored[typeName], ...output };
    return Object.assign(credentials, output);
  }

  async runPreAuthentication(
    helpers: IHttpRequestHelper,
    credentials: ICredentialDataDecryptedObject,
    typeName: string,
  ): Promise<ICredentialDataDecryptedObject | undefined> {
    const output = await this.getCredentialType(typeName).preAuthentication?.call(helpers, credentials);
    return output as ICredentialDataDecryptedObject | undefined;
  }

  async updateCredentials(_details: unknown, type: string, data: ICredentialDataDecryptedObject): Promise<void> {
    this.stored[type] = data;
  }

  getCredentials(): Promise<never> {
    return Promise.reject(new Error('Credentials are not stored in process.'));
  }

  updateCredentialsOauthTokenData(): Promise<never> {
    return Promise.reject(new Error('BOSSDesk has no OAuth.'));
  }
}

function addProperties(
  options: IHttpRequestOptions,
  properties: IRequestOptionsSimplifiedAuth,
  evaluateText: (text: string) => string,
): IHttpRequestOptions {
  const added = Object.entries(properties).map(([part, entries]) => [
    part,
    {
      ...(options as unknown as Record<string, object>)[part],
      ...Object.fromEntries(
        Object.entries(entries as Record<string, string>).map(([key, value]) => [
          evaluateText(key),
          evaluateText(value),
        ]),
      ),
    },
  ]);
  return Object.assign(options as IRequestOptionsSimplified, Object.fromEntries(added)) as IHttpRequestOptions;
}

function evaluate(text: string, credentials: ICredentialDataDecryptedObject, workflow: Workflow, node: INode): string {
  if (!n8nWorkflow.isExpression(text)) return text;
  const value = workflow.expression.getSimpleParameterValue(
    node,
    text,
    'internal',
    { $credentials: credentials },
    undefined,
    '',
  );
  return String(value ?? '');
}
