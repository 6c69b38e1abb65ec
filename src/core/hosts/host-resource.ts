import type { Span } from '../text/span.js';
import { findField, plainText, type HostField, type HostObject } from './host-value.js';

/**
 * What a host file declares: `resource "type" "label"` and `data` of Terraform, `resource symbol 'type'` of Bicep, an object with a type in a
 * template of Azure Resource Manager, and a call of a module.
 */
export interface HostResource extends Span {
  /**
   * `azurerm_api_management_api_policy`; `Microsoft.ApiManagement/service/apis/policies`, without its version, with the types of the resources
   * that it is nested in; `module`. Of `azapi_resource`: the type that it names.
   */
  readonly type: string;
  /** Terraform's label, Bicep's symbol; null in a template of Azure Resource Manager. */
  readonly label: string | null;
  /** Whether it is only looked up: `data` of Terraform, `existing` of Bicep. */
  readonly isExisting: boolean;
  /** Its attributes and properties, each with its place. */
  readonly body: HostObject;
  /** The one that it is nested in. */
  readonly parent: HostResource | null;
}

/** The resource that a field declares; null where it declares none. `body`: the object of its value. */
export function readDeclaration(
  kind: 'terraform' | 'bicep',
  field: HostField,
  body: HostObject,
  parent: HostResource | null,
): HostResource | null {
  const { start, end } = field;
  const [word, first, second, third] = field.keys.map(({ text }) => text);
  if (kind === 'terraform') {
    if (!field.isBlock || first === undefined) return null;
    if (word === 'module') return { type: 'module', label: first, isExisting: false, body, parent, start, end };
    if ((word !== 'resource' && word !== 'data') || second === undefined) return null;
    const type = first.startsWith('azapi_') ? (plainText(findField(body, 'type')) ?? first) : first;
    return { type: withoutVersion(type), label: second, isExisting: word === 'data', body, parent, start, end };
  }
  if (first === undefined || second === undefined) return null;
  if (word === 'module') return { type: 'module', label: first, isExisting: false, body, parent, start, end };
  if (word !== 'resource') return null;
  return { type: nestedType(second, parent), label: first, isExisting: third === 'existing', body, parent, start, end };
}

/** The resource that an object of a template of Azure Resource Manager is; null where it is none. */
export function readTemplateResource(body: HostObject, parent: HostResource | null): HostResource | null {
  const type = plainText(findField(body, 'type'));
  if (type === null || findField(body, 'apiVersion') === null) return null;
  return { type: nestedType(type, parent), label: null, isExisting: false, body, parent, start: body.start, end: body.end };
}

function nestedType(type: string, parent: HostResource | null): string {
  const own = withoutVersion(type);
  return parent === null || own.startsWith('Microsoft.') || parent.type === 'module' ? own : `${parent.type}/${own}`;
}

function withoutVersion(type: string): string {
  const at = type.indexOf('@');
  return at < 0 ? type : type.slice(0, at);
}
