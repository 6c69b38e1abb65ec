/**
 * A path told from a folder, without `.` and `..`; null where it leaves the folder from which all paths are told, or is no path of its kind.
 * Where the folder is an address (`file:///…`), so is what comes out.
 *
 * @param folder without a slash at its end; empty where paths begin there
 */
export function joinPath(folder: string, path: string): string | null {
  if (path === '' || /^(?:[a-z]:)?[\\/]/i.test(path) || /^[a-z][a-z0-9+.-]+:/i.test(path)) return null;
  const [address = ''] = /^[a-z][a-z0-9+.-]+:\/\/[^/]*\/?/i.exec(folder) ?? [];
  const rest = folder.slice(address.length);
  const steps = rest === '' ? [] : rest.split('/');
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(address === '' ? step : encodeStep(step));
    else if (steps.pop() === undefined) return null;
  }
  return `${address}${steps.join('/')}`;
}

/** A lone half of a sign has no address. */
function encodeStep(step: string): string {
  return encodeURIComponent(step.replace(/\p{Cs}/gu, '\ufffd'));
}
