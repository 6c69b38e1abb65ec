// What resources of API Management say of scopes, whatever language they are written in.
import type { HostObject } from '../../hosts/host-value.js';
import { follow, follower, type LocatedResource } from './follow.js';
import { listInstances, openFrames, type LocatedValue } from './frame.js';
import { readFilePath, readPolicyValue, type PolicyValue } from './policy-value.js';
import { locateField, locateProperty, quoteValue, readChain, readType } from './resource-chain.js';
import type { ResourceName } from './resource-name.js';
import { mayDeclare, readUnit, unitKindOf, type Unit, type UnitKind } from './unit.js';

/** What a resource is the policy of, or what it declares; `link` says that a product has an API. */
type FactKind = 'service' | 'workspace' | 'api' | 'operation' | 'product' | 'link' | 'policy' | 'fragment';

/** What one resource says. */
export interface ResourceFact {
  readonly kind: FactKind;
  readonly service: ResourceName;
  readonly workspace: ResourceName | null;
  readonly api: ResourceName | null;
  readonly operation: ResourceName | null;
  readonly product: ResourceName | null;
  readonly fragment: ResourceName | null;
  /** Of a policy and of a fragment. */
  readonly policy: PolicyValue | null;
  /** Whether a condition decides over it. */
  readonly isConditional: boolean;
  /** What else is told of an API or a product; null where it is not. */
  readonly path: string | null;
  readonly subscriptionRequired: boolean | null;
  readonly isMcp: boolean;
  /** Of an API the file of its specification. */
  readonly specification: string | null;
  /** The folder of the unit in which it stands, or that called it. */
  readonly folder: string;
  /** Where it stands in which file. */
  readonly host: string;
  readonly start: number;
  /** How Terraform speaks of it, `azurerm_x.y`; null elsewhere. */
  readonly reference: string | null;
}

/** More resources than these are not read. */
const mostResources = 20_000;

/** Whether a file of that name and text may say something of scopes. */
export function mayHoldResources(path: string, text: string): boolean {
  const kind = unitKindOf(path);
  return kind !== null && mayDeclare(text, kind);
}

/** Reads the resources of files; `missing` takes in the files and folders (`…/`) of modules that are not among them. Never throws, whatever the texts; linear in their length. */
export function readResources(files: readonly { readonly path: string; readonly text: string }[], missing: Set<string>): ResourceFact[] {
  if (files.length === 0) return [];
  const units = new Map<string, Unit>();
  for (const file of files) readUnit(file, unitKindOf(file.path) as UnitKind, units);
  const facts: ResourceFact[] = [];
  for (const frame of openFrames(units, follower, missing)) {
    for (const declared of frame.unit.resources) {
      if (declared.deployed === 'never' || declared.resource.isExisting || readType(declared.resource.type) === null) continue;
      for (const instance of listInstances(declared, frame, follower)) {
        if (facts.length >= mostResources) return facts;
        const fact = readFact({ declared, frame: instance.frame, isMany: instance.isMany });
        if (fact !== null) facts.push(fact);
      }
    }
  }
  return facts;
}

type Part = 'service' | 'workspace' | 'api' | 'operation' | 'product' | 'fragment';

/** What each step of a type names. */
const parts: Readonly<Record<string, Part | undefined>> = {
  service: 'service',
  workspaces: 'workspace',
  apis: 'api',
  operations: 'operation',
  products: 'product',
  policyfragments: 'fragment',
};

function readFact(resource: LocatedResource): ResourceFact | null {
  const { declared, frame } = resource;
  const { type, start, label } = declared.resource;
  const steps = readType(type)?.steps ?? [];
  const kind = kindOf(steps);
  const chain = kind === null ? null : readChain(resource);
  const service = chain?.[0];
  if (kind === null || chain === null || service === undefined) return null;
  const named: Partial<Record<Part, ResourceName>> = {};
  for (const [index, step] of steps.entries()) {
    const part = parts[step];
    const name = chain[index];
    if (part !== undefined && name !== undefined) named[part] = name;
  }
  const { workspace = null, api = null, operation = null, product = null, fragment = null } = named;
  const hasPolicy = kind === 'policy' || kind === 'fragment';
  return {
    kind,
    service,
    workspace,
    api,
    operation,
    product,
    fragment,
    policy: hasPolicy ? readPolicyValue(resource) : null,
    isConditional: frame.isConditional,
    ...readTraits(resource, kind),
    folder: frame.rootFolder,
    host: declared.host.path,
    start,
    reference: label === null || !type.startsWith('azurerm_') ? null : `${type}.${label}`,
  };
}

const kinds: Readonly<Record<string, FactKind | undefined>> = {
  service: 'service',
  'service/apis': 'api',
  'service/apis/operations': 'operation',
  'service/products': 'product',
  'service/products/apis': 'link',
  'service/policyfragments': 'fragment',
  'service/policies': 'policy',
  'service/apis/policies': 'policy',
  'service/apis/operations/policies': 'policy',
  'service/products/policies': 'policy',
};

/** Null for what says nothing of scopes. A workspace has in it what a service has. */
function kindOf(steps: readonly string[]): FactKind | null {
  if (steps.length === 2 && steps[1] === 'workspaces') return 'workspace';
  const inRoom = steps[1] === 'workspaces' ? ['service', ...steps.slice(2)] : steps;
  return kinds[inRoom.join('/')] ?? null;
}

type Traits = Pick<ResourceFact, 'path' | 'subscriptionRequired' | 'isMcp' | 'specification'>;

const noTraits: Traits = { path: null, subscriptionRequired: null, isMcp: false, specification: null };

function readTraits(resource: LocatedResource, kind: FactKind): Traits {
  if (kind !== 'api' && kind !== 'product') return noTraits;
  const isTerraform = resource.declared.resource.type.startsWith('azurerm_');
  const find = (name: string, inTerraform: string): LocatedValue | null =>
    isTerraform ? locateField(resource, inTerraform) : locateProperty(resource, name);
  const required = readFlag(find('subscriptionRequired', 'subscription_required'));
  // Documented: where it is left out, a product needs one, and so does an API of azurerm.
  const subscriptionRequired = required === 'absent' ? (isTerraform || kind === 'product' ? true : null) : required;
  if (kind === 'product') return { ...noTraits, subscriptionRequired };
  const path = find('path', 'path');
  const type = isTerraform ? null : locateProperty(resource, 'type');
  return {
    path: path === null ? null : textOf(path),
    subscriptionRequired,
    isMcp: !isTerraform && ((type !== null && textOf(type) === 'mcp') || locateProperty(resource, 'mcpTools') !== null),
    specification: readSpecification(resource, isTerraform),
  };
}

/** The file that `import { content_value = file("…") }` or `value: loadTextContent('…')` names. */
function readSpecification(resource: LocatedResource, isTerraform: boolean): string | null {
  const block = isTerraform ? locateField(resource, 'import') : null;
  const fields = block?.value.kind === 'object' ? (block.value as HostObject) : null;
  const given = fields?.fields.find(({ name }) => name === 'content_value')?.value ?? null;
  const value = isTerraform ? (block === null || given === null ? null : { ...block, value: given }) : locateProperty(resource, 'value');
  if (value === null) return null;
  const found = follow(value);
  const [path] = found.value.kind === 'call' && /^(?:file|loadTextContent)$/.test(found.value.name) ? found.value.arguments : [];
  return path === undefined ? null : readFilePath({ ...found, value: path });
}

function textOf(value: LocatedValue): string | null {
  const found = follow(value).value;
  return found.kind === 'string' && !found.isTemplate ? found.text : null;
}

function readFlag(value: LocatedValue | null): boolean | null | 'absent' {
  if (value === null) return 'absent';
  const found = follow(value).value;
  return found.kind === 'literal' && typeof found.value === 'boolean' ? found.value : null;
}

/** How a policy that cannot be read is written; null where nothing is. */
export function quotePolicy(policy: PolicyValue): string | null {
  return policy.kind !== 'unknown' || policy.value === null ? null : quoteValue(policy.value);
}
