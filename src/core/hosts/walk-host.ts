import { readDeclaration, readTemplateResource, type HostResource } from './host-resource.js';
import { childValues, type HostField, type HostObject, type HostValue } from './host-value.js';

/** A value of a host file and where it stands. */
export interface HostNode {
  readonly value: HostValue;
  /** The value that it stands directly in. */
  readonly up: HostNode | null;
  /** The nearest field whose value it is or stands in, and the object of that field. */
  readonly field: HostField | null;
  readonly object: HostObject | null;
  /** The resource that it belongs to. */
  readonly resource: HostResource | null;
}

/** All values of a host file, each before what stands in it, in the order of their places. Nothing recurses over nesting. */
export function* walkHost(root: HostValue, kind: 'terraform' | 'bicep' | 'json'): Generator<HostNode> {
  const left: HostNode[] = [{ value: root, up: null, field: null, object: null, resource: null }];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    yield node;
    const below = childNodes(node, kind);
    for (let i = below.length - 1; i >= 0; i--) left.push(below[i] as HostNode);
  }
}

function childNodes(node: HostNode, kind: 'terraform' | 'bicep' | 'json'): HostNode[] {
  const { value } = node;
  if (value.kind !== 'object') return childValues(value).map(child => ({ ...node, value: child, up: node }));
  const resource = (kind === 'json' ? readTemplateResource(value, node.resource) : null) ?? node.resource;
  return value.fields.flatMap(field => {
    if (field.value === null) return [];
    const declared = kind === 'json' ? null : declaredBy(kind, field, resource);
    return [{ value: field.value, up: node, field, object: value, resource: declared ?? resource }];
  });
}

/** In Bicep a condition or a loop may stand before the body: the body is its last object. */
function declaredBy(kind: 'terraform' | 'bicep', field: HostField, parent: HostResource | null): HostResource | null {
  let value = field.value;
  while (value?.kind === 'expression' || value?.kind === 'list') value = childValues(value).at(-1) ?? null;
  return value?.kind === 'object' ? readDeclaration(kind, field, value, parent) : null;
}
