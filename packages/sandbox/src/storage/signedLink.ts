import { LINK_MINUTES } from '../handlers/attachments.js';
import { accessDenied, StorageError } from './storageError.js';
import { compactTime, credentialOf, isSignatureOf, signText } from './signature.js';

/** Path and query of a link that opens a file without a key for some minutes (doc L155, L165). */
export function signLink(storageKey: string, now: number): string {
  const path = `/${storageKey.split('/').map(encodeURIComponent).join('/')}`;
  const date = compactTime(now);
  const expires = String(LINK_MINUTES * 60);
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': credentialOf(date),
    'X-Amz-Date': date,
    'X-Amz-Expires': expires,
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': signText(signedText(path, date, expires), date),
  });
  return `${path}?${query.toString()}`;
}

/** Throws a {@link StorageError} unless the link is one of ours and still good. `path` is as sent, encoded. */
export function checkLink(path: string, query: string, now: number): void {
  const params = new URLSearchParams(query);
  const [date, expires, signature] = ['X-Amz-Date', 'X-Amz-Expires', 'X-Amz-Signature'].map((name) => params.get(name));
  if (date == null || expires == null || signature == null) throw accessDenied('Access Denied');
  if (!isSignatureOf(signature, signedText(path, date, expires), date)) {
    throw new StorageError(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    );
  }
  if (readCompactTime(date) + Number(expires) * 1000 <= now) throw accessDenied('Request has expired');
}

const signedText = (path: string, date: string, expires: string): string => ['GET', path, date, expires].join('\n');

const readCompactTime = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
