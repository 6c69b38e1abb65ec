import type { Span } from '../text/span.js';
import type { HostResource } from './host-resource.js';
import { plainText, type HostCall, type HostKey, type HostString, type HostValue } from './host-value.js';
import type { HostNode } from './walk-host.js';

/** A call that reads a file: `file(…)`, `templatefile(…)`, `loadTextContent(…)`. */
export interface HostLoader extends Span {
  readonly call: 'file' | 'templatefile' | 'loadTextContent';
  /** The path as it is written, what is left of it once `${path.module}` is gone; null where something else is filled in. */
  readonly path: string | null;
  /** What the path starts from: the folder of the host file (`folder`), or that in which Terraform runs (`root`). */
  readonly base: 'folder' | 'root';
  /** The string of the path, without its quotation marks. */
  readonly pathSpan: Span;
  /** The variables that `templatefile` fills in, by name. */
  readonly variables: readonly HostArgument[];
  /** What `replace(…)` around it puts in the place of what, the innermost first. */
  readonly replacements: readonly HostReplacement[];
  /** The resource that uses the text; null where none is known. */
  readonly resource: HostResource | null;
  /** As of a policy text. */
  readonly format: 'xml' | 'rawxml' | null;
}

interface HostArgument {
  readonly key: HostKey;
  readonly value: HostValue;
}

interface HostReplacement {
  readonly from: HostValue;
  readonly to: HostValue;
}

/** Reads a call that loads a file; null where it is none. What uses it is found by whoever walks over the host. */
export function readLoader(value: HostCall, kind: 'terraform' | 'bicep'): Omit<HostLoader, 'replacements' | 'resource' | 'format'> | null {
  const { name, start, end } = value;
  const [path, given] = value.arguments;
  const isLoader = kind === 'bicep' ? name === 'loadTextContent' : name === 'file' || name === 'templatefile';
  if (!isLoader || path?.kind !== 'string') return null;
  const variables =
    name === 'templatefile' && given?.kind === 'object'
      ? given.fields.flatMap(field =>
          field.keys[0] === undefined || field.value === null ? [] : [{ key: field.keys[0], value: field.value }],
        )
      : [];
  return { call: name as HostLoader['call'], ...readPath(path, kind), pathSpan: path.content, variables, start, end };
}

const inModule = /^\$\{\s*path\.(module|root)\s*\}\/*/;

function readPath(path: HostString, kind: 'terraform' | 'bicep'): Pick<HostLoader, 'path' | 'base'> {
  if (!path.isTemplate) return { path: path.text, base: kind === 'bicep' ? 'folder' : 'root' };
  const [prefix, place] = inModule.exec(path.text) ?? [];
  const base = place === 'module' ? 'folder' : 'root';
  const rest = path.text.slice(prefix?.length ?? 0);
  return { path: kind === 'bicep' || prefix === undefined || /[$%]\{/.test(rest) ? null : rest, base };
}

/** What the calls of `replace` around a value do with it, the innermost first. */
export function listReplacements(node: HostNode): HostReplacement[] {
  const found: HostReplacement[] = [];
  for (let { value, up } = node; up !== null; { value, up } = up) {
    if (up.value.kind !== 'call' || up.value.name !== 'replace') break;
    const [text, from, to] = up.value.arguments;
    if (text !== value || from === undefined || to === undefined) break;
    found.push({ from, to });
  }
  return found;
}

/** In an object with more fields no `format` is looked for: that of a policy has two. */
const mostFields = 64;

/** What `format` beside a text says. */
export function formatOf({ object }: Pick<HostNode, 'object'>): 'xml' | 'rawxml' | null {
  if (object === null || object.fields.length > mostFields) return null;
  const said = plainText(object.fields.find(field => /^format$/i.test(field.name))?.value ?? null);
  return said === 'xml' || said === 'rawxml' ? said : null;
}
