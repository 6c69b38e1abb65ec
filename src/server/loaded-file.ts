import type { HostLoader } from '../core/index.js';
import type { ServedDocument } from './served-text.js';

/** What a policy's file is called; a call may load anything. */
const policyName = /\.(?:xml|cshtml|tpl|tftpl|tmpl)$/i;

/** A policy that a host file loads. */
interface LoadedFile {
  readonly loader: HostLoader;
  /** Its address, whether or not there is such a file. */
  readonly uri: string;
  /** The end of its path: what is left without the steps up. */
  readonly ending: string;
}

/** The policies that a host file loads from paths relative to it, in their order. */
export function listLoadedFiles(uri: string, { host }: ServedDocument): LoadedFile[] {
  return (host?.loaders ?? []).flatMap(loader => resolve(uri, loader) ?? []);
}

/**
 * A path that starts from where Terraform runs is taken from the file's own folder: a root module is run there. One that leads to a place of
 * its own (a root, a drive, another computer) is not followed.
 */
function resolve(uri: string, loader: HostLoader): LoadedFile | null {
  const { path } = loader;
  if (path === null || !policyName.test(path) || /^\/|[\\:?#\0]/.test(path)) return null;
  const [address = ''] = uri.split(/[?#]/, 1);
  const folders = address.split('/').slice(0, -1);
  // The scheme and the authority stay: `file:` and two empty parts.
  const fixed = /^[\w.+-]+:\/\//.test(uri) ? 3 : 1;
  const steps = path.split('/').filter(step => step !== '' && step !== '.');
  const ending = steps.filter(step => step !== '..').join('/');
  for (const step of steps) {
    if (step !== '..') folders.push(encodeURIComponent(step));
    else if (folders.length > fixed) folders.pop();
    else return null;
  }
  return { loader, uri: folders.join('/'), ending };
}
