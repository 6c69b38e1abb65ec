// The entry of this folder: what a file has for us by its name and its text.
import { findInCode } from './find-in-code.js';
import { findInMarkdown } from './find-in-markdown.js';
import { findInSource } from './find-in-source.js';
import { findInYaml } from './find-in-yaml.js';
import { hostKindOf, isReadAlways } from './host-kind.js';
import type { HostFile } from './host-file.js';

export interface HostOptions {
  /** Whether Markdown, YAML and programs are read, too. */
  readonly all?: boolean;
}

/**
 * Reads a file that may hold policies: the policies with a map of their places, those that were seen and are not read, the files that it loads
 * and what it declares. Never throws, whatever the text; linear in its length.
 *
 * @param name the file's name or path: it tells the kind, the text does not.
 * @returns null where a file of that name is no host: its text is a policy document or nothing of ours.
 */
export function readHost(text: string, name: string, { all = false }: HostOptions = {}): HostFile | null {
  const kind = hostKindOf(name);
  if (kind === null) return null;
  if (!all && !isReadAlways(kind)) return findOnDemand(text, name, kind);
  switch (kind) {
    case 'terraform':
    case 'bicep':
    case 'json':
      return findInCode(text, kind);
    case 'markdown':
      return findInMarkdown(text);
    case 'yaml':
      return findInYaml(text);
    case 'csharp':
    case 'typescript':
    case 'python':
    case 'powershell':
      return findInSource(text, kind);
  }
}

/** A policy in a file that nobody asked to read is said, once. */
function findOnDemand(text: string, name: string, kind: HostFile['kind']): HostFile {
  const first = readHost(text, name, { all: true })?.policies[0];
  return {
    kind,
    policies: [],
    notRead: first === undefined ? [] : [{ reason: 'on-demand', start: first.start, end: first.end }],
    loaders: [],
    resources: [],
  };
}
