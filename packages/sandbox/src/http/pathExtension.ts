/**
 * Rails takes what follows a dot in the last part of a path for a format (`/tickets.json`, and so a barcode's own
 * dot too). Returns null where no route can match: two dots, or one further up.
 */
export function splitExtension(path: string): { path: string; extension: string | undefined } | null {
  const end = path.lastIndexOf('/') + 1;
  const [parents, last] = [path.slice(0, end), path.slice(end)];
  const [name = '', extension, ...more] = last.split('.');
  if (parents.includes('.') || more.length > 0) return null;
  if (extension === undefined) return { path, extension };
  return name === '' || extension === '' ? null : { path: parents + name, extension };
}
