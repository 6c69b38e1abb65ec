/** A path below a folder; `folder` empty or `.` for the working folder. */
export function join(folder: string, name: string): string {
  return folder === '' || folder === '.' ? name : folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

/** The folder around a path, as far as its text goes: empty for the working folder, null where nothing is around it. */
export function parentOf(path: string): string | null {
  const plain = withoutSlash(path.replaceAll('\\', '/'));
  if (plain === '' || plain === '.' || plain === '/') return null;
  const slash = plain.lastIndexOf('/');
  if (slash < 0) return '';
  return slash === 0 ? '/' : plain.slice(0, slash);
}

/** A folder's path without a slash at its end. */
export function withoutSlash(path: string): string {
  return path.length > 1 ? path.replace(/[\\/]$/, '') : path;
}
