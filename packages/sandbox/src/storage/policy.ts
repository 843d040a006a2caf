import { credentialOf, compactTime, isSignatureOf, signText } from './signature.js';
import { accessDenied, StorageError } from './storageError.js';

/** One rule of a policy: a field's exact value, its beginning, or the bounds of the file's size. */
export type PolicyCondition =
  | Readonly<Record<string, string>>
  | readonly ['eq' | 'starts-with', string, string]
  | readonly ['content-length-range', number, number];

export interface Policy {
  /** ISO 8601. */
  readonly expiration: string;
  readonly conditions: readonly PolicyCondition[];
}

export const BUCKET = 'bossdesk-bucket';
export const TEMPORARY_PREFIX = 'uploads/tmp/attachments/';

const POLICY_MS = 60 * 60_000;
const LARGEST_FILE = 1024 ** 3;

/** The form fields for one upload, signed, in the doc's order (doc L108-117). */
export function makePostFields(folder: string, now: number): Record<string, string> {
  const date = compactTime(now);
  const prefix = `${TEMPORARY_PREFIX}${folder}/`;
  const fixed = {
    acl: 'private',
    success_action_status: '201',
    'x-amz-credential': credentialOf(date),
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-date': date,
  };
  const policy = encodePolicy({
    expiration: new Date(now + POLICY_MS).toISOString(),
    conditions: [
      { bucket: BUCKET },
      ['starts-with', '$key', prefix],
      ...Object.entries(fixed).map(([name, value]) => ({ [name]: value })),
      ['content-length-range', 0, LARGEST_FILE],
    ],
  });
  const { acl, success_action_status, ...credentials } = fixed;
  return {
    key: `${prefix}\${filename}`,
    acl,
    success_action_status,
    policy,
    ...credentials,
    'x-amz-signature': signText(policy, date),
  };
}

export const encodePolicy = (policy: Policy): string => Buffer.from(JSON.stringify(policy)).toString('base64');

/** Fields that no condition has to name. */
const exemptFields = /^(?:x-amz-signature|awsaccesskeyid|file|policy|x-ignore-.*)$/i;

/**
 * Checks a form as S3 does: signature, expiry, each condition, no field beyond them, size. Field names are in lower
 * case. Throws a {@link StorageError}.
 */
export function checkPostFields(fields: ReadonlyMap<string, string>, fileSize: number, now: number): void {
  const encoded = fields.get('policy');
  if (encoded === undefined) throw accessDenied('Access Denied');
  checkSignature(fields, encoded);
  const policy = decodePolicy(encoded);
  if (Date.parse(policy.expiration) <= now) throw accessDenied('Invalid according to Policy: Policy expired.');

  const named = new Set<string>();
  for (const condition of policy.conditions) {
    if (isSizeRange(condition)) {
      checkSize(condition, fileSize);
      continue;
    }
    for (const [operator, name, expected] of readRules(condition)) {
      named.add(name);
      const value = name === 'bucket' ? BUCKET : (fields.get(name) ?? '');
      if (operator === 'eq' ? value === expected : value.startsWith(expected)) continue;
      const shown = JSON.stringify([operator, `$${name}`, expected]).replaceAll('","', '", "');
      throw accessDenied(`Invalid according to Policy: Policy Condition failed: ${shown}`);
    }
  }
  const extra = [...fields.keys()].filter((name) => !named.has(name) && !exemptFields.test(name));
  if (extra.length > 0) throw accessDenied(`Invalid according to Policy: Extra input fields: ${extra.join(', ')}`);
}

function checkSignature(fields: ReadonlyMap<string, string>, policy: string): void {
  const date = fields.get('x-amz-date') ?? '';
  if (fields.get('x-amz-credential') !== credentialOf(date)) {
    throw new StorageError(
      403,
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
    );
  }
  if (isSignatureOf(fields.get('x-amz-signature') ?? '', policy, date)) return;
  throw new StorageError(
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  );
}

function decodePolicy(encoded: string): Policy {
  try {
    const policy = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as Partial<Policy>;
    if (typeof policy.expiration === 'string' && Array.isArray(policy.conditions)) return policy as Policy;
  } catch {
    // Not JSON: as invalid as JSON of another shape.
  }
  throw new StorageError(400, 'InvalidPolicyDocument', 'Invalid Policy: Invalid JSON.');
}

type Rule = readonly [operator: 'eq' | 'starts-with', name: string, expected: string];
type SizeRange = Extract<PolicyCondition, readonly ['content-length-range', ...unknown[]]>;

const isSizeRange = (condition: PolicyCondition): condition is SizeRange =>
  Array.isArray(condition) && condition[0] === 'content-length-range';

function readRules(condition: Exclude<PolicyCondition, SizeRange>): Rule[] {
  if (!isRule(condition)) return Object.entries(condition).map(([name, value]) => ['eq', name.toLowerCase(), value]);
  return [[condition[0], condition[1].replace(/^\$/, '').toLowerCase(), condition[2]]];
}

const isRule = (condition: PolicyCondition): condition is Rule => Array.isArray(condition);

function checkSize([, minimum, maximum]: SizeRange, size: number): void {
  if (size < minimum) {
    throw new StorageError(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
  }
  if (size > maximum) {
    throw new StorageError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
  }
}
