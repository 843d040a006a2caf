import { type BossDeskError, isBossDeskError } from 'bossdesk-client';

/** What the switch of the credential is called, in a sentence that goes on with `allows it`. */
export const HTTP_PERMISSION = '"Allow HTTP" in the credential';

/** What to do about a certificate that the machine which runs n8n does not trust. */
export function wordCertificate(error: BossDeskError): string | undefined {
  if (!isBossDeskError(error, 'ConnectionError') || error.fault !== 'certificate') return undefined;
  return `${error.hint ?? ''} This machine is the one that n8n runs on. Where the network between is trusted, "Ignore SSL Issues (Insecure)" in the credential does without.`;
}
