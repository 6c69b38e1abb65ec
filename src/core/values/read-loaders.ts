// What a call that loads a policy puts into it: the arguments of `templatefile(…)`, and what `replace(…)` writes in the place of what.
import { placeholderAt } from '../expression/placeholders.js';
import { plainText, type HostValue } from '../hosts/host-value.js';
import { readHost } from '../hosts/read-host.js';
import { LineMap } from '../text/line-map.js';
import { textOf } from './read-json-values.js';
import type { ReadValue } from './value-file.js';

/** A file that another one loads, with what is put into it. */
export interface LoadedFile {
  /** The file that loads it. */
  readonly by: string;
  /** Its path, as far as the call tells: joined to the folder of the file that loads it. */
  readonly path: string;
  readonly values: readonly ReadValue[];
}

/**
 * Reads the calls of a file of Terraform or Bicep. Of their paths only `${path.module}` and `${path.root}` are resolved, the latter as if the
 * file stood there. A path that leaves its root folder counts for nothing. Never throws; linear in the text's length.
 */
export function readLoaders(by: string, text: string): LoadedFile[] {
  if (!/\.(?:tf|tofu|bicep)$/i.test(by)) return [];
  const lines = new LineMap(text);
  return (readHost(text, by)?.loaders ?? []).flatMap(loader => {
    const path = loader.path === null ? null : joinPath(by, loader.path);
    if (path === null) return [];
    const given = loader.variables.flatMap(({ key, value }) => read('template', key.text, value, lines));
    const replaced = loader.replacements.flatMap(({ from, to }) => readReplacement(plainText(from), to, lines));
    const values = [...given, ...replaced];
    return values.length === 0 ? [] : [{ by, path, values }];
  });
}

/** Only what is one placeholder and nothing else stands for a value: any other pattern may replace more than that. */
function readReplacement(pattern: string | null, to: HostValue, lines: LineMap): ReadValue[] {
  const found = pattern === null ? undefined : placeholderAt(pattern, 0);
  if (found === undefined || found.end !== pattern?.length) return [];
  if (found.form === 'named-value') return read('named-value', found.name ?? '', to, lines);
  return found.variable === undefined ? [] : read('template', found.variable, to, lines);
}

function read(kind: 'named-value' | 'template', name: string, value: HostValue, lines: LineMap): ReadValue[] {
  const text = textOf(value);
  const reference = value.kind === 'reference' ? value.text : undefined;
  if (text === null && reference === undefined) return [];
  const line = lines.positionAt(value.start).line;
  return [{ kind, name, text, sensitive: false, line, ...(reference === undefined ? {} : { reference }) }];
}

/** The path beside a file, without `.` and `..`; null where it leaves the folder from which paths are told. */
function joinPath(by: string, path: string): string | null {
  if (/^(?:[a-z]:)?[\\/]/i.test(path) || /^[a-z][a-z0-9+.-]+:/i.test(path)) return null;
  const steps = by.replaceAll('\\', '/').split('/').slice(0, -1);
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join('/');
}
