import { randomUUID } from 'node:crypto';
import type { StoredFile } from '../kinds/storedFiles.js';
import { BUCKET, checkPostFields, makePostFields, TEMPORARY_PREFIX } from './policy.js';
import type { Upload } from './readUpload.js';
import { checkLink, signLink } from './signedLink.js';
import { StorageError } from './storageError.js';
import type { StorageLinks } from './storageLinks.js';

/** The file storage: what the API asks of it, and what its own origin serves. */
export interface Storage {
  /** Its links as somebody reaches them who asked the API under this `Host`. */
  linksFor(host: string | undefined): StorageLinks;
  /** Checks and keeps an upload; throws a {@link StorageError}. */
  receive(upload: Upload): StoredUpload;
  /** The file behind a signed link; throws a {@link StorageError}. */
  open(path: string, query: string): StoredFile;
}

export interface StoredUpload {
  readonly bucket: string;
  readonly key: string;
  readonly etag: string;
  /** What the form asked to be answered with. */
  readonly status: 200 | 201 | 204;
}

export interface StorageOptions {
  /** Where the storage is reached. */
  readonly origin: string;
  readonly files: Map<string, StoredFile>;
  readonly now: () => number;
}

export function createStorage({ origin, files, now }: StorageOptions): Storage {
  const linksFrom = (reached: string): StorageLinks => ({
    prepareUpload: () => ({ post_url: reached, post_fields: makePostFields(randomUUID(), now()) }),

    keepUpload(tmpKey) {
      const file = tmpKey.startsWith(TEMPORARY_PREFIX) ? files.get(tmpKey) : undefined;
      if (file === undefined) return undefined;
      const name = tmpKey.slice(tmpKey.lastIndexOf('/') + 1);
      const storageKey = `uploads/attachments/${randomUUID()}/${name}`;
      files.delete(tmpKey);
      files.set(storageKey, file);
      return { storageKey, name, file };
    },

    linkTo: (storageKey) => reached + signLink(storageKey, now()),

    remove(storageKey) {
      files.delete(storageKey);
    },
  });
  return {
    linksFor: (host) => linksFrom(originFor(origin, host)),

    receive({ fields, file, fileName }) {
      checkPostFields(fields, file.size, now());
      const key = (fields.get('key') ?? '').replace('${filename}', () => fileName);
      files.set(key, file);
      return { bucket: BUCKET, key, etag: file.etag, status: readStatus(fields.get('success_action_status')) };
    },

    open(path, query) {
      checkLink(path, query, now());
      const file = files.get(decodeURIComponent(path.slice(1)));
      if (file === undefined) throw new StorageError(404, 'NoSuchKey', 'The specified key does not exist.');
      return file;
    },
  };
}

/** The storage's own port at the name under which the API was asked: another machine or a container has its own for us. */
function originFor(origin: string, host: string | undefined): string {
  const own = new URL(origin);
  try {
    own.hostname = new URL(`http://${host ?? own.host}`).hostname;
  } catch {
    // A Host that is none: the address that the storage listens on.
  }
  return own.origin;
}

/** Anything else than 200 and 201 is 204 (notes 2). */
function readStatus(asked: string | undefined): 200 | 201 | 204 {
  if (asked === '200') return 200;
  return asked === '201' ? 201 : 204;
}
