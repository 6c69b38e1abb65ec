// The file in which APIOps keeps a named value: `named values/<name>/namedValueInformation.json`, in any of its spellings.
import { findField } from '../hosts/host-value.js';
import { scanJson } from '../hosts/scan-host.js';
import { LineMap } from '../text/line-map.js';
import { isSecret, textOf } from './read-json-values.js';
import type { ReadValue, ValueFile } from './value-file.js';

/**
 * Reads one file. What a policy names is the display name; the folder's name is what overrides go by. A secret has no value here, whatever
 * the file says, nor has what stands in a vault.
 */
export function readNamedValueInformation(path: string, text: string): ValueFile | null {
  const object = scanJson(text);
  const properties = object?.kind === 'object' ? findField(object, 'properties') : null;
  if (properties?.kind !== 'object') return null;
  const shown = findField(properties, 'displayName');
  const name = textOf(shown);
  if (shown === null || name === null || !/^[A-Za-z0-9._-]{1,256}$/.test(name)) return null;
  const secret = isSecret(properties);
  const line = new LineMap(text).positionAt(shown.start).line;
  const value: ReadValue = {
    kind: 'named-value',
    name,
    text: secret ? null : textOf(findField(properties, 'value')),
    sensitive: secret,
    line,
  };
  const steps = path.replaceAll('\\', '/').split('/');
  const resource = decode(steps.at(-2) ?? '');
  return { path, form: 'named-value-information', set: null, values: [value], resource, root: steps.slice(0, -3).join('/') };
}

/** A step of an address. */
function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
