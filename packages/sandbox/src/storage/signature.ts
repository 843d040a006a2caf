import { createHmac, timingSafeEqual } from 'node:crypto';

/** The sandbox's own S3 identity: it opens nothing but the sandbox. */
const ACCESS_KEY_ID = 'ASIASANDBOXBOSSDESK0';
const SECRET_KEY = 'sandbox-storage-secret';
const REGION = 'us-east-1';

/** `20190307T120423Z`, as S3 writes times. */
export const compactTime = (time: number): string => new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** What a signature of a day belongs to (doc L113). */
export const credentialOf = (date: string): string => `${ACCESS_KEY_ID}/${date.slice(0, 8)}/${REGION}/s3/aws4_request`;

/** Signature Version 4 of a text, in hex. */
export function signText(text: string, date: string): string {
  const signingKey = [date.slice(0, 8), REGION, 's3', 'aws4_request'].reduce<string | Buffer>(
    (key, part) => createHmac('sha256', key).update(part).digest(),
    `AWS4${SECRET_KEY}`,
  );
  return createHmac('sha256', signingKey).update(text).digest('hex');
}

export function isSignatureOf(signature: string, text: string, date: string): boolean {
  const [given, expected] = [Buffer.from(signature), Buffer.from(signText(text, date))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
