import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type PeerCertificate, TLSSocket } from 'node:tls';

/** Sees which certificates the HTTP library is shown while it connects. */
export interface CertificateWatch extends Disposable {
  /** The one of the last TLS connection. */
  readonly last: () => PeerCertificate | undefined;
}

/** Where undici reports a connection that was made. */
const CONNECTED = 'undici:client:connected';

export function watchCertificates(): CertificateWatch {
  let last: PeerCertificate | undefined;
  const note = (message: unknown) => {
    const socket = typeof message === 'object' && message !== null && 'socket' in message ? message.socket : undefined;
    if (socket instanceof TLSSocket) last = socket.getPeerCertificate();
  };
  subscribe(CONNECTED, note);
  return { last: () => last, [Symbol.dispose]: () => unsubscribe(CONNECTED, note) };
}
