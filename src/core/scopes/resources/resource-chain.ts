import { findField, type HostObject, type HostValue } from '../../hosts/host-value.js';
import { findResource, follow, readExpression, type LocatedResource } from './follow.js';
import { writtenText, type LocatedValue } from './frame.js';
import { nameOf, readParts, splitParts, toName, type ResourceName } from './resource-name.js';

/**
 * The steps of a type of Microsoft.ApiManagement in lower case, `service`, `apis`, `policies`: one for each name of the resource's own address. Those of azurerm
 * likewise, with the attributes that hold the names: `…_id` is an address, all else a name.
 */
interface ResourceType {
  readonly steps: readonly string[];
  /** Null for a type of Azure Resource Manager, whose names stand in `name`. */
  readonly attributes: readonly string[] | null;
}

const provider = 'microsoft.apimanagement/';

const ofApi = ['api_management_name', 'api_name'];

/** Source: the provider's reference (registry, azurerm, `api_management*`). */
const terraformTypes: ReadonlyMap<string, ResourceType> = new Map(
  Object.entries({
    api_management: ['service', 'name'],
    api_management_policy: ['service/policies', 'api_management_id'],
    api_management_policy_fragment: ['service/policyfragments', 'api_management_id', 'name'],
    api_management_workspace: ['service/workspaces', 'api_management_id', 'name'],
    api_management_workspace_policy: ['service/workspaces/policies', 'api_management_workspace_id'],
    api_management_workspace_policy_fragment: ['service/workspaces/policyfragments', 'api_management_workspace_id', 'name'],
    api_management_api: ['service/apis', 'api_management_name', 'name'],
    api_management_api_policy: ['service/apis/policies', ...ofApi],
    api_management_api_operation: ['service/apis/operations', ...ofApi, 'operation_id'],
    api_management_api_operation_policy: ['service/apis/operations/policies', ...ofApi, 'operation_id'],
    api_management_product: ['service/products', 'api_management_name', 'product_id'],
    api_management_product_policy: ['service/products/policies', 'api_management_name', 'product_id'],
    api_management_product_api: ['service/products/apis', 'api_management_name', 'product_id', 'api_name'],
  }).map(([name, [steps = '', ...attributes]]) => [`azurerm_${name}`, { steps: steps.split('/'), attributes }]),
);

/** The type of a resource of API Management; null for all others. */
export function readType(type: string): ResourceType | null {
  const known = terraformTypes.get(type);
  if (known !== undefined) return known;
  const lower = type.toLowerCase();
  return lower.startsWith(provider) ? { steps: lower.slice(provider.length).split('/'), attributes: null } : null;
}

/**
 * The names of what a resource is part of, the service first, and its own; that of a policy, which is always the same, is left out. Where a name is not told,
 * something stands in its place that equals nothing else. Null for what is no resource of API Management.
 */
export function readChain(resource: LocatedResource, depth = 0): ResourceName[] | null {
  const { declared, isMany } = resource;
  const { body, type, label, start } = declared.resource;
  const known = readType(type);
  if (known === null || depth > 8) return null;
  const chain = known.attributes === null ? readAddressedChain(resource, known, depth) : readAttributes(resource, known.attributes, depth);
  const wanted = known.steps.length - (known.steps.at(-1) === 'policies' ? 1 : 0);
  const own = chain.slice(0, wanted);
  while (own.length < wanted) own.push(nameless(resource, `${label ?? String(start)}.${String(own.length)}`));
  const last = own.at(-1);
  // Elements that are not told apart are one: whoever names an element of them means that.
  if (isMany && last?.isSure === false && known.steps.at(-1) !== 'policies')
    own[own.length - 1] = { ...last, key: manyKey(resource, body) };
  return own;
}

function manyKey({ declared, frame }: LocatedResource, { start }: HostObject): string {
  return `\0${frame.use.key}\0${declared.host.path}@${String(start)}\0`;
}

function nameless({ declared, frame }: LocatedResource, what: string): ResourceName {
  return { key: `\0${frame.key}\0${declared.host.path}\0${what}\0`, text: `(${declared.resource.label ?? what})`, isSure: false };
}

function readAttributes(resource: LocatedResource, attributes: readonly string[], depth: number): ResourceName[] {
  const chain: ResourceName[] = [];
  for (const [index, attribute] of attributes.entries()) {
    const value = locateField(resource, attribute);
    if (value === null) chain.push(nameless(resource, attribute));
    else if (attribute.endsWith('_management_id') || attribute.endsWith('_workspace_id')) chain.push(...readAddress(value, depth));
    else chain.push(readNameOf(value, index === 0));
  }
  return chain;
}

/** The name that a value gives; where it leads to a resource whose elements are not told apart, theirs. */
function readNameOf(value: LocatedValue, isService: boolean): ResourceName {
  const found = findResource(value);
  if (found === null) return nameOf(value);
  const chain = readChain(found);
  const last = isService ? chain?.[0] : chain?.at(-1);
  const reference = follow(value).value;
  const taken = reference.kind === 'reference' ? reference.text.split('.').at(-1) : undefined;
  return last !== undefined && (taken === 'name' || taken === 'operation_id' || taken === 'product_id') ? last : nameOf(value);
}

function readAddressedChain(resource: LocatedResource, { steps }: ResourceType, depth: number): ResourceName[] {
  const { declared, frame } = resource;
  const { parent, body } = declared.resource;
  const name = locateField(resource, 'name');
  const own = name === null ? [] : splitParts(readParts(name)).map(toName);
  if (own.length >= steps.length) return own;
  const last = own.at(-1) ?? nameless(resource, 'name');
  const up = findField(body, 'parent') ?? findField(body, 'parent_id');
  // Where less is told than the type has steps, the first are missing: a policy's own name is never that of an API.
  const below = (above: readonly ResourceName[]): ResourceName[] => {
    const missing = Math.max(0, steps.length - 1 - above.length);
    return [...Array.from({ length: missing }, (_, index) => nameless(resource, `parent.${String(index)}`)), ...above, last];
  };
  if (up !== null) return below(readAddress({ value: up, host: declared.host, frame }, depth));
  if (parent !== null && readType(parent.type) !== null) {
    const around = { ...declared, resource: parent, repeat: null };
    return [...(readChain({ declared: around, frame, isMany: resource.isMany }, depth + 1) ?? []), ...own];
  }
  return own.length === 1 ? below([]) : own;
}

/** The names in an address, `azurerm_api_management.x.id` or written out; in `parent` of Bicep a resource itself stands. */
function readAddress(value: LocatedValue, depth: number): ResourceName[] {
  const found = findResource(value);
  if (found !== null) return readChain(found, depth + 1) ?? [nameOf(value)];
  const { value: last, ...place } = follow(value);
  // Of a service that is declared elsewhere its address and its name speak of the same one.
  if (last.kind === 'reference' && /^(?:data\.)?azurerm_api_management\.[\w-]+\.id$/.test(last.text)) {
    const text = last.text.replace(/id$/, 'name');
    const named = { ...last, text, end: last.start + text.length };
    return [nameOf({ ...place, value: named, host: { ...place.host, text: `${place.host.text.slice(0, last.start)}${named.text}` } })];
  }
  const [first, ...rest] = readParts(value);
  // `${azurerm_api_management.x.id}/workspaces/team`
  const code = first === undefined || first.from === null ? undefined : /^\$\{(.+)\}$/.exec(first.text)?.[1];
  const start = code === undefined || first?.from == null ? null : readExpression(code, { host: place.host, frame: first.from });
  if (start !== null && rest[0]?.text.startsWith('/') === true && depth < 8) {
    const more = splitParts(rest).filter((_, index) => index > 0 && index % 2 === 0);
    return [...readAddress(start, depth + 1), ...more.map(toName)];
  }
  const steps = splitParts(readParts(value)).map(toName);
  const service = steps.findIndex(({ text }) => /^service$/i.test(text));
  if (service < 0) return [nameOf(value)];
  return steps.slice(service + 1).filter((_, index) => index % 2 === 0);
}

/** The value of an attribute; null where it has none. */
export function locateField({ declared, frame }: LocatedResource, name: string): LocatedValue | null {
  const value = findField(declared.resource.body, name);
  return value === null ? null : { value, host: declared.host, frame };
}

/** A member of `properties`; of `azapi_resource` that stands in `body`, perhaps in `jsonencode(…)`. */
export function locateProperty(resource: LocatedResource, name: string): LocatedValue | null {
  const direct = locateField(resource, 'properties');
  const properties = direct ?? memberOf(locateField(resource, 'body'), 'properties');
  return memberOf(properties, name);
}

function memberOf(value: LocatedValue | null, name: string): LocatedValue | null {
  if (value === null) return null;
  let here = follow(value);
  const [argument] = here.value.kind === 'call' && here.value.name === 'jsonencode' ? here.value.arguments : [];
  if (argument !== undefined) here = follow({ ...here, value: argument });
  const found: HostValue | null = here.value.kind === 'object' ? findField(here.value, name) : null;
  return found === null ? null : { ...here, value: found };
}

/** What stands in the place of a value, as it is written, shortened. */
export function quoteValue(value: LocatedValue): string {
  const written = writtenText(value).replace(/\s+/g, ' ');
  return written.length > 80 ? `${written.slice(0, 79)}…` : written;
}
