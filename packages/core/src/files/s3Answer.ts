import { isRecord, parseJson } from '../values/json.js';
import type { HttpResponse } from '../wire/transport.js';

/** The key of the file just stored. 201 answers it; with 200 and 204 it follows from the field (notes 2). */
export function readStoredKey(
  response: HttpResponse,
  keyField: string | undefined,
  fileName: string,
): string | undefined {
  return readElement(response.body, 'Key') ?? keyField?.replace('${filename}', () => fileName);
}

/** S3's error document: `<Error><Code/><Message/><RequestId/></Error>`. */
export function readStorageError(response: HttpResponse): { code: string | undefined; message: string | undefined } {
  return { code: readElement(response.body, 'Code'), message: readElement(response.body, 'Message') };
}

/** Whether a refusal only means that the time ran out, so that fresh data would work. */
export function isExpired(response: HttpResponse): boolean {
  const { code, message } = readStorageError(response);
  return code === 'ExpiredToken' || (response.status === 403 && /expired/i.test(message ?? ''));
}

/** When an upload's policy ends, to tell people; it is base64 of JSON (notes 2). */
export function readPolicyExpiry(policy: string | undefined): string | undefined {
  if (policy === undefined) return undefined;
  try {
    const json = parseJson(atob(policy));
    return isRecord(json) && typeof json['expiration'] === 'string' ? json['expiration'] : undefined;
  } catch {
    return undefined;
  }
}

function readElement(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text === undefined ? undefined : decodeEntities(text);
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const LAST_CODE_POINT = 0x10ffff;

/** What is no entity stays as it is written. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole;
  });
}
