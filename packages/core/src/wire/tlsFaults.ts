/** What is wrong with a certificate, by the code of Node or OpenSSL. */
const certificateFaults: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  CERT_REVOKED: 'it was revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another host name',
  HOSTNAME_MISMATCH: 'it is for another host name',
  SELF_SIGNED_CERT_IN_CHAIN: 'its issuer, an authority that signed itself, is unknown here',
  UNABLE_TO_GET_ISSUER_CERT: 'its issuer is unknown here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its issuer is unknown here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its issuer is unknown here',
};

/** Codes of certificates that are refused for reasons without words of their own. */
const otherFaults = /^(?:CERT_|CRL_|INVALID_(?:CA|PURPOSE)$|PATH_LENGTH_EXCEEDED$|UNABLE_TO_(?:GET|DECRYPT|DECODE)_)/;

/** Whether a failure is about a certificate: the host was reached, and nothing was sent. */
export function isCertificateFault(code: string): boolean {
  return Object.hasOwn(certificateFaults, code) || otherFaults.test(code);
}

/** Whether what answered a TLS greeting was no TLS; Node puts its own code, or the system's `EPROTO`, before the words. */
export function isPlainAnswer(code: string, words: string): boolean {
  return (
    /^(?:EPROTO$|ERR_SSL_)/.test(code) &&
    /wrong.version.number|packet.length.too.long|unknown.protocol|http.request/i.test(`${code} ${words}`)
  );
}

/** `it has expired, CERT_HAS_EXPIRED`; of a wrong name, also the names that the certificate is for. */
export function describeCertificateFault(code: string, words = ''): string {
  const names = /^.*(?:altnames|list): (?:DNS:)?([^\n]+)$/i.exec(words)?.[1]?.replace(/, DNS:/g, ', ') ?? '';
  const forNames = code === 'ERR_TLS_CERT_ALTNAME_INVALID' && names !== '' ? `: ${names.slice(0, MOST_NAMES)}` : '';
  return `${certificateFaults[code] ?? 'it was refused'}${forNames}, ${code}`;
}

/** Characters of the names that are shown; a certificate may be for hundreds. */
const MOST_NAMES = 200;

/** What to do about a certificate that is refused. */
export function certificateRemedy(code: string): string {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return 'Have the certificate renewed, and check the clock of this machine.';
    case 'CERT_NOT_YET_VALID':
      return 'Check the clock of this machine.';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
      return 'Use a name that the certificate is for in the BOSSDesk URL, or have one made for this name.';
    case 'CERT_REVOKED':
      return 'Have the certificate replaced.';
    default:
      return 'Have this machine trust its issuer: set NODE_EXTRA_CA_CERTS to a file with the certificate of your authority (PEM) and start again.';
  }
}
