import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Key and certificate of a server, with those above it, in PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** An authority of one's own, as companies have. */
export interface Authority extends AsyncDisposable {
  /** Its certificate as a file, for NODE_EXTRA_CA_CERTS. */
  readonly file: string;
  /** A certificate for `localhost` and 127.0.0.1. */
  readonly trusted: Identity;
  readonly expired: Identity;
  /** For `desk.corp`, which no test server is. */
  readonly otherName: Identity;
  readonly selfSigned: Identity;
}

/** Makes an authority and certificates with the machine's openssl. */
export function createAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'bossdesk-ca-'));
  const run = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const here = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
  const read = (name: string): Identity => ({
    key: readFileSync(join(folder, `${name}.key`), 'utf8'),
    cert: readFileSync(join(folder, `${name}.pem`), 'utf8'),
  });
  const sign = (name: string, names: string, days: number): Identity => {
    run('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    writeFileSync(join(folder, `${name}.ext`), names);
    const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', String(days)];
    run('x509', '-req', '-in', `${name}.csr`, '-out', `${name}.pem`, '-extfile', `${name}.ext`, ...by);
    return read(name);
  };
  run('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/O=Corp/CN=Corp Test CA');
  run('req', '-x509', ...newKey, '-keyout', 'own.key', '-out', 'own.pem', '-subj', '/CN=localhost', '-addext', here);
  return {
    file: join(folder, 'ca.pem'),
    trusted: sign('trusted', here, 30),
    expired: sign('expired', here, -1),
    otherName: sign('other', 'subjectAltName=DNS:desk.corp', 30),
    selfSigned: read('own'),
    [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true, force: true }),
  };
}
