import type { StoredFile } from '../kinds/storedFiles.js';

/** What the API asks of the file storage. */
export interface StorageLinks {
  /** Where and with which fields a file may be sent (doc L104-118). */
  prepareUpload(): { post_url: string; post_fields: Record<string, string> };
  /** Moves an uploaded file to its place for good; undefined when no such file was uploaded. */
  keepUpload(tmpKey: string): { storageKey: string; name: string; file: StoredFile } | undefined;
  /** A link that opens without a key for some minutes (doc L155, L165). */
  linkTo(storageKey: string): string;
  remove(storageKey: string): void;
}
