import { createHash } from 'node:crypto';
import type { StoredFile } from '../kinds/storedFiles.js';

const samples: readonly (readonly [name: string, content: Buffer])[] = [
  ['error-log.txt', Buffer.from('2026-05-28 08:14:02 ERROR connection reset by peer\n'.repeat(20))],
  [
    'screenshot.png',
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  ],
  ['settings.csv', Buffer.from('name,value\ndns,10.0.0.53\ngateway,10.0.0.1\n')],
];

/** Small files that seeded attachments show. */
export const sampleFiles: readonly { readonly name: string; readonly file: StoredFile }[] = samples.map(
  ([name, content]) => ({
    name,
    file: { size: content.length, etag: createHash('md5').update(content).digest('hex'), head: content },
  }),
);
