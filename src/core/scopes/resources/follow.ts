import { buildValues } from '../../hosts/build-values.js';
import { findField, plainText, type HostValue } from '../../hosts/host-value.js';
import { lexBicep } from '../../hosts/lex-bicep.js';
import { lexHcl } from '../../hosts/lex-hcl.js';
import { listInstances, type Follower, type Frame, type LocatedValue } from './frame.js';
import type { Declared, HostText } from './unit.js';

/** How far a reference is followed. */
const mostSteps = 24;

/** In an object with more fields nothing is looked for. */
const mostFields = 2000;

/** A longer expression of Azure Resource Manager is nobody's name. */
const longestExpression = 4096;

/** A resource, in the frame in which its own values mean something. */
export interface LocatedResource {
  readonly declared: Declared;
  readonly frame: Frame;
  /** Whether it stands for elements that are not told apart. */
  readonly isMany: boolean;
}

/**
 * What a value leads to: through local values, arguments of modules, outputs, attributes of resources. The last step that is known, where it leads no
 * further: then it is a reference or an expression still.
 */
export function follow(start: LocatedValue): LocatedValue {
  let here = start;
  for (let step = 0; step < mostSteps; step++) {
    const next = followOnce(here);
    if (next === null) return here;
    here = next;
  }
  return start;
}

function followOnce(here: LocatedValue): LocatedValue | null {
  const { value, host, frame } = here;
  if (value.kind === 'string' && host.kind === 'json') return readTemplateExpression(here);
  if (value.kind === 'string' && value.isTemplate) {
    const whole = /^\$\{([^{}]{1,300})\}$/.exec(value.text)?.[1];
    return whole === undefined ? null : readExpression(whole, here);
  }
  if (value.kind === 'call' && host.kind === 'json') {
    const name = plainText(value.arguments[0] ?? null)?.toLowerCase();
    if (name === undefined || value.arguments.length !== 1) return null;
    const found = value.name === 'variables' ? frame.unit.values.get(name) : undefined;
    return found === undefined ? null : frame.locate(found);
  }
  if (value.kind !== 'reference') return null;
  const steps = splitReference(value.text);
  return steps === null ? null : frame.unit.kind === 'terraform' ? followTerraform(steps, here) : followBicep(steps, here);
}

/** A step of a reference: a name, or what stands between square brackets. */
type Step = string | { readonly index: string };

/** The steps of `azurerm_x.y["a"].name`, `service::api.name`; null where it is too long. */
function splitReference(text: string): Step[] | null {
  if (text.length > 500) return null;
  const steps: Step[] = [];
  for (const [, index, name] of text.matchAll(/\[([^\]]{0,300})\]|([^.[\]!?]{1,300})/g)) {
    if (index !== undefined) steps.push({ index: index.trim() });
    else if (name !== undefined) steps.push(name);
  }
  return steps;
}

function followTerraform(steps: readonly Step[], { frame, host }: LocatedValue): LocatedValue | null {
  const [head, second, third] = steps;
  if (typeof head !== 'string' || typeof second !== 'string') return null;
  if (head === 'var' || head === 'each') {
    const bound = frame.bindings.get(`${head}.${second}`);
    return bound === undefined ? null : takeMembers(bound, steps.slice(2));
  }
  if (head === 'local') {
    const found = frame.unit.values.get(`local.${second}`);
    return found === undefined ? null : takeMembers(frame.locate(found), steps.slice(2));
  }
  if (head === 'module') {
    const isIndexed = typeof third === 'object';
    const [output, ...rest] = steps.slice(isIndexed ? 3 : 2);
    const called = findModule(frame, second, isIndexed ? third : null, host);
    return called === null || typeof output !== 'string' ? null : takeOutput(called, output, rest);
  }
  const found = findTerraform(steps, frame, host);
  if (found === null || typeof found.rest[0] !== 'string' || found.resource.isMany) return null;
  return takeAttribute(found.resource, found.rest[0], found.rest.slice(1));
}

function followBicep(steps: readonly Step[], { frame }: LocatedValue): LocatedValue | null {
  const [head, second] = steps;
  if (typeof head !== 'string') return null;
  const bound = frame.bindings.get(head);
  if (bound !== undefined) return takeMembers(bound, steps.slice(1));
  const value = frame.unit.values.get(head);
  if (value !== undefined) return takeMembers(frame.locate(value), steps.slice(1));
  const called = frame.use.modules.get(head);
  if (called !== undefined)
    return second === 'outputs' && typeof steps[2] === 'string' ? takeOutput(called, steps[2], steps.slice(3)) : null;
  const resource = findBicep(head, frame);
  if (resource === null || typeof second !== 'string' || resource.isMany) return null;
  return takeAttribute(resource, second, steps.slice(2));
}

/** The elements of the repeated resource that a reference names, each as a reference, by their keys; null where it names none. */
function listResourceElements({ value, frame, host }: LocatedValue): (readonly [string, LocatedValue])[] | null {
  if (value.kind !== 'reference' || frame.unit.kind !== 'terraform' || value.text.length > 300) return null;
  const declared = frame.unit.byName.get(value.text);
  if (declared === undefined || declared.repeat === null) return null;
  const found: (readonly [string, LocatedValue])[] = [];
  for (const { index } of listInstances(declared, frame, follower)) {
    if (index === null) return null;
    found.push([index, { value: { ...value, text: `${value.text}["${index}"]` }, host, frame: frame.use }]);
  }
  return found;
}

/** What leads from a value to another. */
export const follower: Follower = { follow, listResourceElements };

/** The resource that a reference names, `azurerm_x.y.id` and the like; null where it names none of those at hand. */
export function findResource(start: LocatedValue): LocatedResource | null {
  const { value, frame, host } = follow(start);
  if (value.kind !== 'reference') return null;
  const steps = splitReference(value.text);
  if (steps === null) return null;
  if (frame.unit.kind === 'terraform') return findTerraform(steps, frame, host)?.resource ?? null;
  return typeof steps[0] === 'string' ? findBicep(steps[0], frame) : null;
}

function findTerraform(
  steps: readonly Step[],
  frame: Frame,
  host: HostText,
): { readonly resource: LocatedResource; readonly rest: readonly Step[] } | null {
  const isData = steps[0] === 'data';
  const [type, label, ...rest] = isData ? steps.slice(1) : steps;
  if (typeof type !== 'string' || typeof label !== 'string') return null;
  const declared = frame.unit.byName.get(`${isData ? 'data.' : ''}${type}.${label}`);
  if (declared === undefined) return null;
  const [first] = rest;
  const index = typeof first === 'object' ? readIndex(first.index, frame, host) : null;
  const resource = findInstance(declared, frame, index);
  return resource === null ? null : { resource, rest: typeof first === 'object' ? rest.slice(1) : rest };
}

function findBicep(name: string, frame: Frame): LocatedResource | null {
  const declared = frame.unit.byName.get(name) ?? frame.unit.byName.get(name.split('::').at(-1) ?? '');
  return declared === undefined || declared.resource.type === 'module' ? null : findInstance(declared, frame, null);
}

/** The one element with that index, or what stands for all of them. */
function findInstance(declared: Declared, frame: Frame, index: string | null): LocatedResource | null {
  const instances = listInstances(declared, frame, follower);
  const [first] = instances;
  const found = declared.repeat === null || first?.isMany === true ? first : instances.find(each => each.index === index);
  return found === undefined ? null : { declared, frame: found.frame, isMany: found.isMany };
}

/** The index between square brackets: a text as it is written, or what it leads to; null where that is not known. */
function readIndex(written: string, frame: Frame, host: HostText): string | null {
  const quoted = /^["']([^"'\\$]*)["']$/.exec(written)?.[1];
  if (quoted !== undefined) return quoted;
  if (/^\d+$/.test(written)) return written;
  const value = { kind: 'reference', text: written, start: 0, end: 0 } as const;
  return plainText(follow({ value, host, frame }).value);
}

function findModule(frame: Frame, label: string, index: Step | null, host: HostText): Frame | null {
  const own = frame.use.modules.get(label);
  if (own !== undefined) return own;
  const at = typeof index === 'object' && index !== null ? readIndex(index.index, frame, host) : null;
  return at === null ? null : (frame.use.modules.get(`${label}[${at}]`) ?? null);
}

function takeOutput(called: Frame, name: string, rest: readonly Step[]): LocatedValue | null {
  const found = called.unit.outputs.get(name);
  return found === undefined ? null : takeMembers(called.locate(found), rest);
}

function takeAttribute({ declared, frame }: LocatedResource, name: string, rest: readonly Step[]): LocatedValue | null {
  const value = findField(declared.resource.body, name);
  return value === null ? null : takeMembers({ value, host: declared.host, frame }, rest);
}

function takeMembers(start: LocatedValue, steps: readonly Step[]): LocatedValue | null {
  let here: LocatedValue | null = start;
  for (const step of steps) {
    if (here === null) return null;
    const { value, host, frame }: LocatedValue = follow(here);
    here = null;
    const name = typeof step === 'string' ? step : (/^["']([^"'\\$]*)["']$/.exec(step.index)?.[1] ?? readIndex(step.index, frame, host));
    if (value.kind === 'object' && value.fields.length <= mostFields) {
      const found = name === null ? null : findField(value, name);
      if (found !== null) here = { value: found, host, frame };
    } else if (value.kind === 'list') {
      const item: HostValue | undefined = value.items[Number(name ?? 'none')];
      if (item !== undefined) here = { value: item, host, frame };
    } else if (value.kind === 'reference' && name !== null) {
      // A resource itself: what is taken of it is told now.
      const longer = { ...value, text: typeof step === 'string' ? `${value.text}.${name}` : `${value.text}["${name}"]` };
      const next = follow({ value: longer, host, frame });
      if (next.value !== longer) here = next;
    }
  }
  return here;
}

/** `[concat(parameters('name'), '/orders')]`: read as Bicep, which it resembles. */
function readTemplateExpression(here: LocatedValue): LocatedValue | null {
  const { value } = here;
  if (value.kind !== 'string' || value.text.length > longestExpression) return null;
  const inner = /^\[(?!\[)([^]*)\]$/.exec(value.text)?.[1];
  return inner === undefined ? null : readExpression(inner, here);
}

/** The value that a piece of code is, in the place of the one in which it stands; null where it is none. */
export function readExpression(code: string, { host, frame }: Pick<LocatedValue, 'host' | 'frame'>): LocatedValue | null {
  const sign = [
    { kind: 'word', text: 'value', start: 0, end: 0 },
    { kind: 'sign', text: '=', start: 0, end: 0 },
  ] as const;
  const tokens = host.kind === 'terraform' ? lexHcl(code) : lexBicep(code);
  const [field, more] = buildValues([...sign, ...tokens.filter(({ kind }) => kind !== 'line')], code.length).fields;
  if (field?.value == null || more !== undefined) return null;
  // What is read out of a text of a template is code now, and no text is read a second time.
  return { value: field.value, host: { ...host, text: code }, frame };
}
