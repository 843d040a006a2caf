/** Whether a host name is this machine. */
export function isLoopbackHost(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname)
  );
}

/**
 * Whether a host, as `URL` writes it, can only be in a network of one's own: addresses of RFC 1918, link-local and unique
 * local ones, names that no public zone has (`.local`, `.internal`) and names without a dot, as containers have.
 */
export function isPrivateHost(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '').toLowerCase();
  if (isLoopbackHost(name)) return true;
  if (name.startsWith('[')) return /^\[(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/.test(name);
  if (/^\d+(?:\.\d+){3}$/.test(name)) return privateAddress.test(name);
  return /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(name) || /\.(?:local|internal)$/.test(name);
}

const privateAddress = /^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)/;
