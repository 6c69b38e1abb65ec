import type { Declared, HostText, PlacedValue, Unit } from './unit.js';
import { joinPath } from './join-path.js';

/** A value in the place where its names mean something. */
export interface LocatedValue extends PlacedValue {
  readonly frame: Frame;
}

/** What leads from a value to another: see `follow`. */
export interface Follower {
  follow(this: void, value: LocatedValue): LocatedValue;
  /** The elements of the repeated resource that a reference names, by their keys; null where it names none. */
  listResourceElements(this: void, value: LocatedValue): (readonly [string, LocatedValue])[] | null;
}

/** More calls of modules than these are not followed, and none deeper. */
const mostFrames = 500;
const deepestModule = 8;

/** More elements of one repeated resource are not told apart. */
const mostInstances = 200;

/**
 * One use of a unit: by itself, or by a call of a module with what the call gives. In it, one element of a repeated resource is a frame of its own, with
 * the element's names.
 */
export class Frame {
  readonly unit: Unit;
  /** Tells this use from all others: what is not known is the same only within one. */
  readonly key: string;
  /** The folder in which Terraform runs. */
  readonly rootFolder: string;
  /** Whether a condition decides over all of it. */
  readonly isConditional: boolean;
  /** `var.x`, `each.key`, the variable of a loop → what it stands for. */
  readonly bindings: ReadonlyMap<string, LocatedValue>;
  /** The words that mean something else for each element. */
  readonly elementWords: readonly string[];
  /** The use itself, without the names of an element: those of one resource mean nothing in another. */
  readonly use: Frame;
  /** Of a use the called modules, by their names in the unit. */
  readonly modules = new Map<string, Frame>();
  /** Of a use the elements of what it declares, once somebody has asked. */
  readonly instances = new Map<Declared, readonly Instance[]>();

  constructor(
    parts: Pick<Frame, 'unit' | 'key' | 'rootFolder' | 'isConditional' | 'bindings'> & {
      readonly use?: Frame;
      readonly elementWords?: readonly string[];
    },
  ) {
    this.unit = parts.unit;
    this.key = parts.key;
    this.rootFolder = parts.rootFolder;
    this.isConditional = parts.isConditional;
    this.bindings = parts.bindings;
    this.elementWords = parts.elementWords ?? [];
    this.use = parts.use ?? this;
  }

  /** The same use with the names of an element. */
  with(
    bindings: readonly (readonly [string, LocatedValue])[],
    key: string,
    isConditional: boolean,
    elementWords: readonly string[] = [],
  ): Frame {
    const { unit, rootFolder, use } = this;
    return new Frame({ unit, key, rootFolder, isConditional, bindings: new Map([...this.bindings, ...bindings]), use, elementWords });
  }

  /** Tells what a piece of code stands for from all else: the same code means the same in one use, if it does not speak of an element. */
  identify(code: string): string {
    const words = new Set(code.split(/[^\w]+/));
    return `\0${this.elementWords.some(word => words.has(word)) ? this.key : this.use.key}\0${code}\0`;
  }

  /** A value that stands in the unit. */
  locate({ value, host }: PlacedValue): LocatedValue {
    return { value, host, frame: this };
  }
}

/** A frame for each unit that no other one calls, and for each call of one. `missing` takes in the files and folders (`…/`) of modules that are not at hand. */
export function openFrames(units: ReadonlyMap<string, Unit>, follower: Follower, missing: Set<string>): Frame[] {
  const called = new Set([...units.values()].flatMap(unit => unit.modules.flatMap(call => calledUnit(unit, call, units, missing) ?? [])));
  const all = [...units.values()];
  const roots = all.filter(unit => !called.has(unit));
  const frames: Frame[] = [];
  const reached = new Set<Unit>();
  const open = (unit: Unit): void => {
    const root = new Frame({ unit, key: unit.path, rootFolder: unit.folder, isConditional: false, bindings: new Map() });
    const left: { readonly frame: Frame; readonly depth: number }[] = [{ frame: root, depth: 0 }];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      frames.push(next.frame);
      reached.add(next.frame.unit);
      if (next.depth >= deepestModule) continue;
      for (const called of callModules(next.frame, units, follower))
        if (frames.length + left.length < mostFrames) left.push({ frame: called, depth: next.depth + 1 });
    }
  };
  roots.forEach(open);
  // Units that call each other in a circle are looked at one by one.
  for (const unit of all) if (!reached.has(unit)) open(unit);
  return frames;
}

function callModules(frame: Frame, units: ReadonlyMap<string, Unit>, follower: Follower): Frame[] {
  return frame.unit.modules.flatMap(call => {
    const unit = calledUnit(frame.unit, call, units);
    const { label, body } = call.resource;
    if (unit === undefined || label === null || call.deployed === 'never') return [];
    return listInstances(call, frame, follower).map(({ frame: around, index }) => {
      const key = `${frame.key}/${label}${index === null ? '' : `[${index}]`}`;
      const params = body.fields.find(({ name }) => name === 'params')?.value ?? null;
      const given = frame.unit.kind === 'bicep' ? (params?.kind === 'object' ? params.fields : []) : body.fields;
      const prefix = frame.unit.kind === 'bicep' ? '' : 'var.';
      const bindings = given.flatMap(({ name, value }) =>
        value === null ? [] : [[`${prefix}${name}`, around.locate({ value, host: call.host })] as const],
      );
      const called = new Frame({
        unit,
        key,
        rootFolder: frame.rootFolder,
        isConditional: around.isConditional,
        bindings: new Map(bindings),
      });
      frame.modules.set(index === null ? label : `${label}[${index}]`, called);
      return called;
    });
  });
}

function calledUnit(unit: Unit, { module }: Declared, units: ReadonlyMap<string, Unit>, missing?: Set<string>): Unit | undefined {
  const path = module === null ? null : joinPath(unit.folder, module);
  const found = path === null ? undefined : units.get(path);
  if (path !== null && found === undefined) missing?.add(unit.kind === 'terraform' ? `${path}/` : path);
  return found?.kind === unit.kind ? found : undefined;
}

/** One element of what is declared, with the frame in which its values mean something. */
interface Instance {
  readonly frame: Frame;
  /** Its key or number; null where it is there once, and where its elements are not told apart. */
  readonly index: string | null;
  /** Whether it stands for elements that are not told apart. */
  readonly isMany: boolean;
}

/** The elements of what a use declares: each of them where the list is written out, else one that stands for all. */
export function listInstances(declared: Declared, { use }: Pick<Frame, 'use'>, follower: Follower): readonly Instance[] {
  const known = use.instances.get(declared);
  if (known !== undefined) return known;
  // What is repeated over itself has no end.
  use.instances.set(declared, []);
  const found = tellApart(declared, use, follower);
  use.instances.set(declared, found);
  return found;
}

function tellApart(declared: Declared, frame: Frame, follower: Follower): Instance[] {
  const { repeat, loopVariable, deployed, resource } = declared;
  const isConditional = frame.isConditional || deployed === 'perhaps';
  if (repeat === null)
    return [{ frame: isConditional === frame.isConditional ? frame : frame.with([], frame.key, true), index: null, isMany: false }];
  const elements = frame.unit.kind === 'json' ? null : listElements(frame.locate(repeat), follower);
  const key = `${frame.key}|${resource.label ?? String(resource.start)}`;
  const words = ['each', 'count', 'copyIndex', ...(loopVariable === null ? [] : [loopVariable])];
  if (elements === null) return [{ frame: frame.with([], `${key}[*]`, isConditional, words), index: null, isMany: true }];
  return elements.map(({ index, key: name, value }) => {
    const names: (readonly [string, LocatedValue])[] =
      frame.unit.kind === 'terraform'
        ? [...(name === null ? [] : [['each.key', name] as const]), ['each.value', value]]
        : loopVariable === null
          ? []
          : [[loopVariable, value]];
    return { frame: frame.with(names, `${key}[${index}]`, isConditional, words), index, isMany: false };
  });
}

interface Element {
  readonly index: string;
  readonly key: LocatedValue | null;
  readonly value: LocatedValue;
}

/** The elements of a list or an object that is written out; null where it is none, or too long. */
function listElements(over: LocatedValue, { follow, listResourceElements }: Follower): Element[] | null {
  const found = follow(over);
  const resources = listResourceElements(found);
  if (resources !== null) return resources.map(([index, value]) => ({ index, key: textAt(index, value), value }));
  const { host, frame } = found;
  const isSet = found.value.kind === 'call' && (found.value.name === 'toset' || found.value.name === 'tomap');
  const argument = isSet && found.value.kind === 'call' ? found.value.arguments[0] : undefined;
  const { value, host: own, frame: there } = argument === undefined ? found : follow({ value: argument, host, frame });
  // What a loop makes is not written out.
  if (/^[{[]\s{0,64}for\b/.test(own.text.slice(value.start, value.start + 80))) return null;
  if (value.kind === 'object') {
    if (value.fields.length > mostInstances) return null;
    return value.fields.flatMap(({ name, keys, value: each }) => {
      const [key] = keys;
      if (each === null || key === undefined) return [];
      const text = {
        kind: 'string',
        form: 'hcl-quoted',
        text: name,
        isTemplate: false,
        start: key.start,
        end: key.end,
        content: key,
      } as const;
      return [{ index: name, key: { value: text, host: own, frame: there }, value: { value: each, host: own, frame: there } }];
    });
  }
  if (value.kind !== 'list' || value.items.length > mostInstances) return null;
  const isBicep = own.kind === 'bicep';
  const elements: Element[] = [];
  for (const [place, item] of value.items.entries()) {
    const each = follow({ value: item, host: own, frame: there });
    if (isBicep) elements.push({ index: String(place), key: null, value: each });
    // A set of Terraform holds texts.
    else if (each.value.kind === 'string' && !each.value.isTemplate) elements.push({ index: each.value.text, key: each, value: each });
    else return null;
  }
  return elements;
}

/** A text in the place of a value. */
function textAt(text: string, { value: { start, end }, host, frame }: LocatedValue): LocatedValue {
  return { value: { kind: 'string', form: 'hcl-quoted', text, isTemplate: false, start, end, content: { start, end } }, host, frame };
}

/** The text of a value as it is written. */
export function writtenText({ value, host }: { readonly value: PlacedValue['value']; readonly host: HostText }): string {
  return host.text.slice(value.start, value.end);
}
