import { InterpolationScanner } from '../../hosts/interpolation.js';
import type { HostString } from '../../hosts/host-value.js';
import { writtenText, type Frame, type LocatedValue } from './frame.js';
import { follow, readExpression } from './follow.js';

/** A piece of a name. */
export interface NamePart {
  /** As it is shown: of what is not known the expression. */
  readonly text: string;
  /** Tells what is not known from everything else that is not known; null where the text is the name. */
  readonly unknown: string | null;
  /** The place where what is not known stands; null of text. */
  readonly from: Frame | null;
}

/** The name of a resource, as far as the files tell it. */
export interface ResourceName {
  /** Two names with one key are certainly the same. */
  readonly key: string;
  /** As it is shown. */
  readonly text: string;
  /** Whether the text is the name itself. */
  readonly isSure: boolean;
}

/** A name with more pieces is left as it is written. */
const mostParts = 40;
const deepest = 12;

/** The longest name that is put together: UTF-16 code units. */
const longestName = 512;

/** The name that pieces make. */
export function toName(parts: readonly NamePart[]): ResourceName {
  const isSure = parts.every(({ unknown }) => unknown === null);
  const text = parts.map(part => part.text).join('');
  return { key: isSure ? text : parts.map(part => part.unknown ?? part.text).join(''), text, isSure };
}

/** The name that a value gives. */
export function nameOf(value: LocatedValue): ResourceName {
  return toName(readParts(value));
}

/** The pieces of a text that is put together: plain text, templates, `concat` and `format`; what cannot be worked out stays one piece. */
export function readParts(value: LocatedValue): NamePart[] {
  const found = collect(value, 0, { left: mostParts });
  const isTooLong = found === null || found.reduce((length, { text }) => length + text.length, 0) > longestName;
  return isTooLong ? [unknownPart(value)] : found;
}

/** The pieces between slashes. */
export function splitParts(parts: readonly NamePart[]): NamePart[][] {
  const found: NamePart[][] = [[]];
  for (const part of parts) {
    if (part.unknown !== null) {
      found.at(-1)?.push(part);
      continue;
    }
    for (const [index, text] of part.text.split('/').entries()) {
      if (index > 0) found.push([]);
      if (text !== '') found.at(-1)?.push({ text, unknown: null, from: null });
    }
  }
  return found;
}

/** Null where there are too many. */
function collect(start: LocatedValue, depth: number, budget: { left: number }): NamePart[] | null {
  budget.left -= 1;
  if (budget.left < 0 || depth > deepest) return null;
  const here = follow(start);
  const { value, host, frame } = here;
  const all = (values: readonly LocatedValue[]): NamePart[] | null => {
    const found: NamePart[] = [];
    for (const each of values) {
      const parts = collect(each, depth + 1, budget);
      if (parts === null) return null;
      found.push(...parts);
    }
    return found;
  };
  if (value.kind === 'string') {
    if (!value.isTemplate) return [{ text: value.text, unknown: null, from: null }];
    // In a template of Azure Resource Manager nothing is filled in like that.
    const pieces = host.kind === 'json' ? null : readTemplate(value, here);
    return pieces === null ? [unknownPart(here)] : all(pieces);
  }
  if (value.kind === 'literal' && value.value !== null) return [{ text: String(value.value), unknown: null, from: null }];
  if (value.kind === 'call' && value.name === 'concat') return all(value.arguments.map(each => ({ value: each, host, frame })));
  if (value.kind === 'call' && value.name === 'format' && host.kind !== 'terraform') {
    const pieces = readFormat(value.arguments, here);
    if (pieces !== null) return all(pieces);
  }
  return [unknownPart(here)];
}

function unknownPart(here: LocatedValue): NamePart {
  const written = writtenText(here).replace(/\s+/g, ' ').slice(0, 120);
  return { text: `\${${written}}`, unknown: here.frame.identify(written), from: here.frame };
}

/** The texts and expressions of a template; null where one of them is no code of its kind. */
function readTemplate(value: HostString, here: LocatedValue): LocatedValue[] | null {
  const { text } = value;
  const scanner = new InterpolationScanner(text, here.host.kind === 'terraform' ? '"' : "'");
  const found: LocatedValue[] = [];
  let from = 0;
  const keep = (until: number): void => {
    if (until > from) found.push({ ...here, value: { ...value, text: text.slice(from, until), isTemplate: false } });
  };
  for (let at = text.indexOf('${'); at >= 0 && found.length <= mostParts; at = text.indexOf('${', from)) {
    const end = scanner.endOf(at + 2, text.length);
    const code = end < 0 ? null : readExpression(text.slice(at + 2, end - 1), here);
    if (code === null) return null;
    keep(at);
    found.push(code);
    from = end;
  }
  keep(text.length);
  return text.includes('%{') ? null : found;
}

/** `format('{0}/{1}', a, b)` of Azure Resource Manager and Bicep; null where it is not that simple. */
function readFormat(values: readonly LocatedValue['value'][], here: LocatedValue): LocatedValue[] | null {
  const [pattern, ...given] = values;
  if (pattern?.kind !== 'string' || pattern.isTemplate) return null;
  const found: LocatedValue[] = [];
  let from = 0;
  const keep = (until: number): void => {
    const text = pattern.text.slice(from, until);
    if (text !== '') found.push({ ...here, value: { ...pattern, text } });
  };
  for (const { 0: whole, 1: number, index } of pattern.text.matchAll(/\{(\d{1,2})\}/g)) {
    const value = given[Number(number)];
    if (value === undefined) return null;
    keep(index);
    found.push({ ...here, value });
    from = index + whole.length;
  }
  keep(pattern.text.length);
  return /[{}]/.test(pattern.text.replace(/\{\d{1,2}\}/g, '')) ? null : found;
}
