import { placeholderAt } from '../../expression/placeholders.js';
import { plainText } from '../../hosts/host-value.js';
import { follow, type LocatedResource } from './follow.js';
import type { LocatedValue } from './frame.js';
import { joinPath } from './join-path.js';
import { locateField, locateProperty } from './resource-chain.js';
import { readParts, type NamePart } from './resource-name.js';

/** Where the policy of a resource stands. */
export type PolicyValue =
  /** A string of a host file; `start` is its place. */
  | { readonly kind: 'string'; readonly path: string; readonly start: number }
  /** Another file. */
  | { readonly kind: 'file'; readonly path: string }
  /** Something that is put together, fetched, or changed by more than its values. */
  | { readonly kind: 'unknown'; readonly value: LocatedValue | null };

/** How deep calls around a text are followed. */
const mostCalls = 8;

/** Calls that give the text that they take, but for white space around it. */
const trimming: ReadonlySet<string> = new Set(['trimspace', 'chomp', 'trim', 'tostring', 'string', 'any']);

/** The policy of a resource that has one. */
export function readPolicyValue(resource: LocatedResource): PolicyValue {
  const isTerraform = resource.declared.resource.type.startsWith('azurerm_');
  const value = isTerraform ? (locateField(resource, 'xml_content') ?? locateField(resource, 'value')) : locateProperty(resource, 'value');
  if (value === null) return { kind: 'unknown', value: locateField(resource, 'xml_link') };
  const format = isTerraform ? null : locateProperty(resource, 'format');
  const isLink = format !== null && plainText(follow(format).value)?.endsWith('-link') === true;
  return isLink ? { kind: 'unknown', value } : readText(value);
}

/** What a text is, calls around it taken off. */
function readText(start: LocatedValue): PolicyValue {
  let here = follow(start);
  for (let depth = 0; depth < mostCalls; depth++) {
    const { value, host } = here;
    if (value.kind === 'string') return { kind: 'string', path: host.path, start: value.start };
    if (value.kind !== 'call') break;
    const [text, from] = value.arguments;
    const isFile = host.kind === 'bicep' ? value.name === 'loadTextContent' : value.name === 'file' || value.name === 'templatefile';
    if (isFile && text !== undefined) return readFile({ ...here, value: text });
    // Only what stands for one value may be replaced: another pattern may change anything.
    const isReplaced = value.name === 'replace' && from !== undefined && isPlaceholder(plainText(follow({ ...here, value: from }).value));
    if (text === undefined || !(isReplaced || trimming.has(value.name))) break;
    here = follow({ ...here, value: text });
  }
  return { kind: 'unknown', value: start };
}

function isPlaceholder(pattern: string | null): boolean {
  return pattern !== null && pattern !== '' && placeholderAt(pattern, 0)?.end === pattern.length;
}

const places: Readonly<Record<string, 'module' | 'root' | undefined>> = {
  'path.module': 'module',
  'path.root': 'root',
  'path.cwd': 'root',
};

function readFile(path: LocatedValue): PolicyValue {
  const found = readFilePath(path);
  return found === null ? { kind: 'unknown', value: path } : { kind: 'file', path: found };
}

/**
 * The file that a path leads to, as the files at hand are named; null where it is not known, or leaves their folder. A path without a beginning starts where
 * Terraform runs, and beside the file in Bicep.
 */
export function readFilePath(path: LocatedValue): string | null {
  const { frame, host } = follow(path);
  const parts = readParts(path);
  const [first, ...rest] = parts;
  const place = first === undefined || host.kind !== 'terraform' ? undefined : placeOf(first);
  const told = place === undefined ? parts : rest;
  if (told.some(({ unknown }) => unknown !== null)) return null;
  const at = first?.from ?? frame;
  const folder = place === 'module' || host.kind !== 'terraform' ? at.unit.folder : at.rootFolder;
  const text = told.map(each => each.text).join('');
  return joinPath(folder, place === undefined ? text : text.replace(/^\/+/, ''));
}

function placeOf({ text, unknown }: NamePart): 'module' | 'root' | undefined {
  return unknown === null ? undefined : places[text.slice(2, -1).trim()];
}
