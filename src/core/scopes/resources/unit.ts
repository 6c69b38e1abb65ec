// What the files of Terraform, Bicep and Azure Resource Manager declare, unit by unit: names mean something in their own unit alone.
import { hostKindOf } from '../../hosts/host-kind.js';
import type { HostResource } from '../../hosts/host-resource.js';
import { findField, plainText, type HostField, type HostObject, type HostValue } from '../../hosts/host-value.js';
import { scanBicep, scanHcl, scanJson } from '../../hosts/scan-host.js';
import { walkHost } from '../../hosts/walk-host.js';

export type UnitKind = 'terraform' | 'bicep' | 'json';

/** A text that values stand in, and what its expressions are written in. */
export interface HostText {
  /** The file that it stands in. */
  readonly path: string;
  readonly text: string;
  readonly kind: UnitKind;
}

/** A value and the text that it stands in. */
export interface PlacedValue {
  readonly value: HostValue;
  readonly host: HostText;
}

/** A resource or a call of a module. */
export interface Declared {
  readonly resource: HostResource;
  readonly host: HostText;
  /** What it is repeated over: `for_each`, `count`, a loop of Bicep, `copy`; null where it is there once. */
  readonly repeat: PlacedValue | null;
  /** The name of each element in a loop of Bicep. */
  readonly loopVariable: string | null;
  /** Of a call of a module the path that it names; null of all else, and where it names no file beside it. */
  readonly module: string | null;
  /** Whether it is deployed: `perhaps` where a condition decides. */
  readonly deployed: 'always' | 'perhaps' | 'never';
}

/** A folder of Terraform, a file of Bicep, a template of Azure Resource Manager. */
export interface Unit {
  readonly kind: UnitKind;
  /** Of Terraform the folder, else the file. */
  readonly path: string;
  /** The folder that paths in it start from, without a slash at its end. */
  readonly folder: string;
  readonly resources: Declared[];
  readonly modules: Declared[];
  /** Resources by the name by which the unit speaks of them. */
  readonly byName: Map<string, Declared>;
  /** `local.x` of Terraform, `var` of Bicep, `variables` of a template. */
  readonly values: Map<string, PlacedValue>;
  /** What is given from outside, with its default; null where it has none. */
  readonly parameters: Map<string, PlacedValue | null>;
  readonly outputs: Map<string, PlacedValue>;
}

/** What kind of unit a file belongs to by its name; null where it declares nothing. */
export function unitKindOf(path: string): UnitKind | null {
  const kind = hostKindOf(path);
  if (kind === 'terraform') return /\.tfvars$/i.test(path) ? null : kind;
  if (kind === 'bicep') return /\.bicepparam$/i.test(path) ? null : kind;
  return kind === 'json' ? kind : null;
}

/** Whether a text may declare something of API Management, or lead to what does: a quick look. */
export function mayDeclare(text: string, kind: UnitKind): boolean {
  if (kind === 'json') return /Microsoft\.ApiManagement/i.test(text);
  return /azurerm_api_management|Microsoft\.ApiManagement|\bmodule\b|\b(?:locals|variable|output|var|param)\b/i.test(text);
}

/** Puts a file into its unit: files of Terraform in one folder are one. */
export function readUnit({ path, text }: { readonly path: string; readonly text: string }, kind: UnitKind, units: Map<string, Unit>): void {
  const folder = path.replaceAll('\\', '/').split('/').slice(0, -1).join('/');
  const name = kind === 'terraform' ? folder : path;
  const unit = units.get(name) ?? makeUnit(kind, name, folder);
  units.set(name, unit);
  const host: HostText = { path, text, kind };
  const root = kind === 'terraform' ? scanHcl(text) : kind === 'bicep' ? scanBicep(text) : scanJson(text);
  if (root?.kind !== 'object') return;
  for (const declared of listDeclared(root, host)) {
    if (declared.resource.type === 'module') unit.modules.push(declared);
    else unit.resources.push(declared);
    for (const each of namesOf(declared, kind)) if (!unit.byName.has(each)) unit.byName.set(each, declared);
  }
  if (kind === 'json') readTemplate(unit, root, host);
  else for (const field of root.fields) readField(unit, field, host);
}

function makeUnit(kind: UnitKind, path: string, folder: string): Unit {
  const maps = { byName: new Map(), values: new Map(), parameters: new Map(), outputs: new Map() };
  return { kind, path, folder, resources: [], modules: [], ...maps };
}

function* listDeclared(root: HostObject, host: HostText): Generator<Declared> {
  const seen = new Set<HostResource>();
  for (const { resource, field } of walkHost(root, host.kind)) {
    if (resource === null || seen.has(resource)) continue;
    seen.add(resource);
    const own = host.kind === 'json' ? null : field;
    yield { resource, host, module: moduleSource(resource, host.kind, own), ...readRepeat(resource.body, host, own) };
  }
}

function readRepeat(body: HostObject, host: HostText, field: HostField | null): Pick<Declared, 'repeat' | 'loopVariable' | 'deployed'> {
  const once = { repeat: null, loopVariable: null, deployed: 'always' as const };
  if (host.kind === 'bicep') return readBicepBody(field?.value ?? null, host);
  if (host.kind === 'json') {
    const copy = findField(body, 'copy');
    const condition = findField(body, 'condition');
    return { ...once, repeat: copy === null ? null : { value: copy, host }, deployed: deployedBy(condition) };
  }
  const each = findField(body, 'for_each');
  const count = findField(body, 'count');
  if (each !== null) return { ...once, repeat: { value: each, host } };
  if (count === null || isNumber(count, 1)) return once;
  if (isNumber(count, 0)) return { ...once, deployed: 'never' };
  // `count = var.enabled ? 1 : 0` is how Terraform says "if".
  return { ...once, repeat: { value: count, host }, deployed: count.kind === 'literal' ? 'always' : 'perhaps' };
}

/** `if (…) { … }`, `[for item in items: { … }]`, both. */
function readBicepBody(value: HostValue | null, host: HostText): Pick<Declared, 'repeat' | 'loopVariable' | 'deployed'> {
  const parts = (value?.kind === 'list' ? value.items : [value]).flatMap(each => (each?.kind === 'expression' ? each.parts : []));
  const words = parts.map(part => (part.kind === 'reference' ? part.text : null));
  const isLoop = value?.kind === 'list';
  const over = words.indexOf('in');
  const [first] = parts;
  // `for item in items`, `for (item, index) in items`.
  const [pair] = first?.kind === 'call' && first.name === 'for' ? first.arguments : [];
  const variable = pair?.kind === 'reference' ? pair.text : words[0] === 'for' ? (words[1] ?? null) : null;
  const condition = parts.find((part, index) => (part.kind === 'call' && part.name === 'if') || words[index - 1] === 'if');
  const found = condition?.kind === 'call' ? condition.arguments[0] : condition;
  const repeated = over < 0 ? null : (parts[over + 1] ?? null);
  return {
    repeat: !isLoop ? null : { value: repeated ?? (value as HostValue), host },
    loopVariable: isLoop ? variable : null,
    deployed: found === undefined ? 'always' : deployedBy(found),
  };
}

function deployedBy(condition: HostValue | null): Declared['deployed'] {
  if (condition === null) return 'always';
  if (condition.kind !== 'literal') return 'perhaps';
  return condition.value === true ? 'always' : condition.value === false ? 'never' : 'perhaps';
}

function isNumber(value: HostValue, number: number): boolean {
  return value.kind === 'literal' && value.value === number;
}

/** Of a nested resource of Bicep its whole way, and the last step of it where nothing else has that name. */
function namesOf({ resource }: Declared, kind: UnitKind): string[] {
  const { type, label, isExisting, parent } = resource;
  if (label === null) return [];
  if (kind === 'terraform') {
    const written = resource.type === 'module' ? `module.${label}` : `${terraformType(resource)}.${label}`;
    return [isExisting ? `data.${written}` : written];
  }
  if (type === 'module' || parent === null) return [label];
  const steps = [label];
  for (let up: HostResource | null = parent; up !== null; up = up.parent) steps.unshift(up.label ?? '');
  return [steps.join('::'), label];
}

/** The type as it stands before the label: that of `azapi_resource` is told in its body. */
function terraformType({ type, body }: HostResource): string {
  return type.startsWith('Microsoft.') && findField(body, 'type') !== null ? 'azapi_resource' : type;
}

function readField(unit: Unit, { keys, name, decorators, value, isBlock }: HostField, host: HostText): void {
  const label = keys[1]?.text;
  if (unit.kind === 'bicep') {
    if (label === undefined) return;
    if (name === 'param') unit.parameters.set(label, value === null ? null : { value, host });
    else if (value !== null && name === 'var' && decorators.length === 0) unit.values.set(label, { value, host });
    else if (value !== null && name === 'output') unit.outputs.set(label, { value, host });
    return;
  }
  if (!isBlock || value?.kind !== 'object') return;
  if (name === 'locals')
    for (const each of value.fields) if (each.value !== null) unit.values.set(`local.${each.name}`, { value: each.value, host });
  if (label === undefined) return;
  const given = findField(value, name === 'output' ? 'value' : 'default');
  if (name === 'variable') unit.parameters.set(label, given === null ? null : { value: given, host });
  if (name === 'output' && given !== null) unit.outputs.set(label, { value: given, host });
}

function readTemplate(unit: Unit, root: HostObject, host: HostText): void {
  const fieldsOf = (name: string): readonly HostField[] => {
    const found = findField(root, name);
    return found?.kind === 'object' ? found.fields : [];
  };
  for (const { name, value } of fieldsOf('variables')) if (value !== null) unit.values.set(name.toLowerCase(), { value, host });
  for (const { name, value } of fieldsOf('parameters')) {
    const given = value?.kind === 'object' ? findField(value, 'defaultValue') : null;
    unit.parameters.set(name.toLowerCase(), given === null ? null : { value: given, host });
  }
}

function moduleSource({ type, body }: HostResource, kind: UnitKind, field: HostField | null): string | null {
  if (type !== 'module') return null;
  const written = kind === 'terraform' ? plainText(findField(body, 'source')) : (field?.keys[2]?.text ?? null);
  if (written === null) return null;
  const isFile = kind === 'terraform' ? /^\.{1,2}(?:\/|$)/.test(written) : /\.bicep$/i.test(written) && !/^[a-z]+:/i.test(written);
  return isFile ? written : null;
}
