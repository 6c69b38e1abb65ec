import { decodeString } from './decode-string.js';
import { formatOf, listReplacements, readLoader, type HostLoader } from './host-loader.js';
import type { HostResource } from './host-resource.js';
import { findField, plainText, type HostString, type HostValue } from './host-value.js';
import type { HostFile, NotReadReason, EmbeddedPolicy, UnreadPolicy } from './host-file.js';
import { hasContent, isPolicyText, isWhole, mayHoldPolicy, whyNotRead } from './recognise-text.js';
import { scanBicep, scanHcl, scanJson } from './scan-host.js';
import { walkHost, type HostNode } from './walk-host.js';

type CodeKind = 'terraform' | 'bicep' | 'json';

/** Reads a file of Terraform, Bicep or JSON. Never throws. */
export function findInCode(text: string, kind: CodeKind): HostFile {
  const nodes = listNodes(text, kind);
  const uses = listUses(nodes, kind);
  const handed = listHandedOn(nodes);
  const policies: EmbeddedPolicy[] = [];
  const loaders: HostLoader[] = [];
  const notRead: UnreadPolicy[] = [];
  const resources = new Set<HostResource>();
  /** Of a value that is put together from pieces, one word is enough. */
  const said = new Set<unknown>();
  for (const node of nodes) {
    const { value, resource } = node;
    if (resource !== null) resources.add(resource);
    if (value.kind === 'call' && kind !== 'json') {
      const loader = readLoader(value, kind);
      const used = loader === null ? node : useOf(node, uses, kind);
      if (loader !== null) loaders.push({ ...loader, replacements: listAll(node, used), resource: used.resource, format: formatOf(used) });
    }
    const link = linkOf(node, kind);
    if (link !== null) notRead.push({ reason: 'linked', start: link.start, end: link.end });
    if (value.kind !== 'string' || !mayHoldPolicy(value.text)) continue;
    const reason = whyNotReadAt(node, value, kind);
    if (reason === 'none') continue;
    if (reason === null)
      policies.push(makePolicy(text, kind, value, { used: useOf(node, uses, kind), isFilledLater: isHandedOn(node, handed, kind) }));
    else if (!said.has(node.field)) notRead.push({ reason, start: value.start, end: value.end });
    if (reason !== null) said.add(node.field);
  }
  return { kind, policies, notRead, loaders, resources: [...resources] };
}

/** What stands in every file of JSON that is of use: most have nothing to do with API Management, and some are long. */
const ofUse = /policies|fragment|validate-|Microsoft\.ApiManagement|xml-link/;

function listNodes(text: string, kind: CodeKind): HostNode[] {
  if (kind === 'json' && !ofUse.test(text)) return [];
  const root: HostValue | null = kind === 'terraform' ? scanHcl(text) : kind === 'bicep' ? scanBicep(text) : scanJson(text);
  return root === null ? [] : [...walkHost(root, kind)];
}

/** Where a policy is named by its address in the place of its text: `format: 'xml-link'`, Terraform's `xml_link`. Null where none is. */
function linkOf({ value, field, resource }: HostNode, kind: CodeKind): HostValue | null {
  if (kind === 'terraform' && field?.name === 'xml_link' && field.value === value && value.kind !== 'literal')
    return resource?.type.startsWith('azurerm_api_management') === true ? value : null;
  if (value.kind !== 'object') return null;
  const format = plainText(findField(value, 'format'));
  return format === 'xml-link' || format === 'rawxml-link' ? findField(value, 'value') : null;
}

interface Use {
  readonly used: HostNode;
  readonly isFilledLater: boolean;
}

function makePolicy(host: string, kind: CodeKind, string: HostString, { used, isFilledLater }: Use): EmbeddedPolicy {
  const { form, content, start, end } = string;
  const indentation = form === 'hcl-heredoc-indented' ? indentationOf(host, content.start, string.text) : '';
  return {
    ...decodeString(host, string),
    host: kind,
    form,
    content,
    start,
    end,
    indentation,
    lineBreak: '\n',
    resource: used.resource,
    format: formatOf(used),
    isFilledLater,
  };
}

/** What was stripped of the first line that is not blank. */
function indentationOf(host: string, start: number, text: string): string {
  const [written = ''] = /^(?:[ \t]*\r?\n)*[ \t]*/.exec(host.slice(start, start + 4096)) ?? [];
  const [kept = ''] = /^(?:[ \t]*\r?\n)*[ \t]*/.exec(text.slice(0, 4096)) ?? [];
  const own = written.slice(written.lastIndexOf('\n') + 1);
  return own.slice(0, own.length - (kept.length - kept.lastIndexOf('\n') - 1));
}

/** Why the policy in a string is not read; null where it is; `none` where there is no policy. */
function whyNotReadAt({ up, resource }: HostNode, { text, form }: HostString, kind: CodeKind): NotReadReason | 'none' | null {
  if (kind === 'json' && text.startsWith('[') && !text.startsWith('[[')) return text.trimEnd().endsWith(']') ? 'arm-expression' : 'none';
  if (isPolicyText(text)) {
    const inside = up?.value.kind;
    const isPiece = inside === 'call' || inside === 'expression' || inside === 'list';
    if (isPiece && !isWhole(text)) return 'composed';
    if (!hasContent(text)) return 'none';
    return up?.value.kind === 'call' && up.value.name === 'format' ? 'composed' : null;
  }
  const reason = whyNotRead(text);
  // A snippet in a file of JSON that is no template may be for anything.
  if (reason === null || (reason === 'part' && form === 'json' && resource === null)) return 'none';
  return reason;
}

/** `var policy = …` of Bicep and `locals { policy = … }`: by the name by which they are used, the first use in a resource. */
function listUses(nodes: readonly HostNode[], kind: CodeKind): ReadonlyMap<string, HostNode> {
  const uses = new Map<string, HostNode>();
  if (kind === 'json') return uses;
  for (const node of nodes)
    if (node.value.kind === 'reference' && node.resource !== null && !uses.has(node.value.text)) uses.set(node.value.text, node);
  return uses;
}

/** Where a text that no resource holds is used; where it stands, if that is not known. */
function useOf(node: HostNode, uses: ReadonlyMap<string, HostNode>, kind: CodeKind): HostNode {
  const name = nameOf(node, kind);
  return (name === undefined ? undefined : uses.get(name)) ?? node;
}

/** The name by which a text that no resource holds is used. */
function nameOf(node: HostNode, kind: CodeKind): string | undefined {
  const { field, resource } = node;
  if (field === null || resource !== null) return undefined;
  if (kind === 'bicep' && field.name === 'var') return field.keys[1]?.text;
  return kind === 'terraform' && isLocal(node) ? `local.${field.name}` : undefined;
}

/** The names whose texts go into a call: `replace(policy, '${x}', …)`, `templatestring(local.policy, …)`. */
function listHandedOn(nodes: readonly HostNode[]): ReadonlySet<string> {
  return new Set(nodes.flatMap(({ value, up }) => (value.kind === 'reference' && up?.value.kind === 'call' ? [value.text] : [])));
}

/** Whether a text goes into a call, which may fill in what means itself in the string. */
function isHandedOn(node: HostNode, handed: ReadonlySet<string>, kind: CodeKind): boolean {
  const name = nameOf(node, kind);
  return node.up?.value.kind === 'call' || (name !== undefined && handed.has(name));
}

function isLocal({ up, object }: HostNode): boolean {
  let above = up;
  while (above !== null && above.value !== object) above = above.up;
  return above?.field?.name === 'locals' && above.field.isBlock;
}

function listAll(node: HostNode, used: HostNode): HostLoader['replacements'] {
  return node === used ? listReplacements(node) : [...listReplacements(node), ...listReplacements(used)];
}
