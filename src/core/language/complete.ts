// What may be typed at the cursor inside a token policy, and where a token policy may begin.
import { namesInside } from '../expression/named-values.js';
import { tokenPolicyFacts, type ElementFacts } from '../knowledge/elements.js';
import type { Catalogue } from '../messages/catalogue.js';
import { englishCatalogue } from '../messages/english/index.js';
import { say } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { Edit } from '../text/edit.js';
import type { Span } from '../text/span.js';
import { detectStyle, indentationAt } from '../text/style.js';
import { findCompletionPlace, type CompletionPlace, type HeldContent } from './completion-place.js';
import { proposeValues } from './complete-values.js';
import { writeElement } from './write-element.js';

export interface Completion {
  readonly label: string;
  readonly kind: 'element' | 'closing-tag' | 'attribute' | 'value' | 'named-value';
  readonly documentation: string;
  readonly edit: Edit;
  /** What changes elsewhere with it: the closing tag of an element that gets another name. */
  readonly also?: readonly Edit[];
  /** Where the cursor goes inside the edit's text; its end where absent. */
  readonly caret?: number;
}

/**
 * The completions at the offset, in the order in which they are worth offering. Empty outside token policies, but for the
 * token policies themselves where one may stand. `namedValues` are the names that the workspace knows, `catalogue` is the language.
 */
export function complete(
  text: string,
  offset: number,
  namedValues: readonly string[] = [],
  catalogue: Catalogue = englishCatalogue,
): Completion[] {
  const place = findCompletionPlace(text, offset);
  if (place === null) return [];
  const facts = factsAt(place.parents);
  switch (place.kind) {
    case 'closing-tag':
      return completeClosingTag(place, text, catalogue);
    case 'attribute':
      return completeAttribute(place, text, childFacts(facts, place), catalogue);
    case 'value':
      return completeValue(place, text, offset, childFacts(facts, place), namedValues, catalogue);
    case 'element':
      return completeElement(place, text, facts, catalogue);
    case 'text':
      if (facts === null || facts.text === null) return completeElement(place, text, facts, catalogue);
      return nameValues(halfNamedValue(text, offset, 0, text.length) ?? typedText(text, offset), text, namedValues, catalogue);
  }
}

/** What the table says of the innermost element around the cursor; null outside token policies. */
function factsAt(parents: readonly string[]): ElementFacts | null {
  const from = parents.findIndex(name => tokenPolicyNamed(name) !== null);
  let facts: ElementFacts | null = null;
  for (const name of from < 0 ? [] : parents.slice(from)) {
    facts = facts === null ? tokenPolicyNamed(name) : (facts.children.find(child => child.name === name) ?? null);
    if (facts === null) return null;
  }
  return facts;
}

function tokenPolicyNamed(name: string): ElementFacts | null {
  return name === 'validate-jwt' || name === 'validate-azure-ad-token' ? tokenPolicyFacts[name] : null;
}

function childFacts(parent: ElementFacts | null, place: { readonly element: string }): ElementFacts | null {
  return parent?.children.find(child => child.name === place.element) ?? tokenPolicyNamed(place.element);
}

function completeClosingTag(place: CompletionPlace, text: string, catalogue: Catalogue): Completion[] {
  const name = place.parents.at(-1);
  if (name === undefined || place.parents.every(parent => tokenPolicyNamed(parent) === null)) return [];
  const end = text[place.replace.end] === '>' ? place.replace.end + 1 : place.replace.end;
  return [
    {
      label: `/${name}>`,
      kind: 'closing-tag',
      documentation: render(say('complete-close', { name }), catalogue),
      edit: { start: place.replace.start, end, text: `</${name}>` },
    },
  ];
}

function completeAttribute(
  place: Extract<CompletionPlace, { kind: 'attribute' }>,
  text: string,
  facts: ElementFacts | null,
  catalogue: Catalogue,
): Completion[] {
  const offered = (facts?.attributes ?? []).filter(({ name, undocumented }) => undocumented !== true && !place.present.includes(name));
  const hasValue = /^\s*=/.test(text.slice(place.replace.end, place.replace.end + 16));
  const spaced = /\s/.test(text[place.replace.start - 1] ?? ' ') ? '' : ' ';
  return [...offered.filter(({ required }) => required), ...offered.filter(({ required }) => !required)].map(({ name, meaning }) => {
    const written = hasValue ? name : `${spaced}${name}=""`;
    return {
      label: name,
      kind: 'attribute',
      documentation: render(say('element-meaning', { meaning }), catalogue),
      edit: { ...place.replace, text: written },
      ...(hasValue ? {} : { caret: written.length - 1 }),
    };
  });
}

function completeValue(
  place: Extract<CompletionPlace, { kind: 'value' }>,
  text: string,
  offset: number,
  facts: ElementFacts | null,
  namedValues: readonly string[],
  catalogue: Catalogue,
): Completion[] {
  const attribute = facts?.attributes.find(({ name }) => name === place.attribute);
  if (facts === null || attribute === undefined) return [];
  const known = proposeValues(attribute, facts.name, text, catalogue).map(({ value, documentation }): Completion => ({
    label: value === ' ' ? `" " ${render(say('complete-space', {}), catalogue)}` : value,
    kind: 'value',
    documentation,
    edit: { ...place.replace, text: value },
  }));
  const half = halfNamedValue(text, offset, place.replace.start, place.replace.end);
  return half === null
    ? [...known, ...nameValues(place.replace, text, namedValues, catalogue)]
    : nameValues(half, text, namedValues, catalogue);
}

/** Named values: those that the workspace knows and those that the document already uses. */
function nameValues(replace: Span, text: string, namedValues: readonly string[], catalogue: Catalogue): Completion[] {
  const elsewhere = text.slice(0, replace.start) + text.slice(replace.end);
  const used = namesInside(elsewhere);
  return [...new Set([...namedValues, ...used])].map(name => ({
    label: `{{${name}}}`,
    kind: 'named-value',
    documentation: render(say('complete-named-value', {}), catalogue),
    edit: { ...replace, text: `{{${name}}}` },
  }));
}

/** What has been typed of an element's text: a named value takes its place, as it does in an attribute. */
function typedText(text: string, offset: number): Span {
  const typed = (
    text
      .slice(Math.max(0, offset - longestName), offset)
      .split(/[<>\r\n]/)
      .at(-1) ?? ''
  ).trimStart();
  return { start: offset - typed.length, end: offset };
}

/** The named value that is being typed at the offset (`{{api`), with the closing brackets that the editor may have added. */
function halfNamedValue(text: string, offset: number, from: number, until: number): Span | null {
  const before = /\{\{?[A-Za-z0-9._-]*$/.exec(text.slice(Math.max(from, offset - longestName), offset))?.[0];
  if (before === undefined) return null;
  const after = /^[A-Za-z0-9._-]*\}{0,2}/.exec(text.slice(offset, Math.min(until, offset + longestName)))?.[0] ?? '';
  return { start: offset - before.length, end: offset + after.length };
}

/** A named value's name has at most 256 characters. */
const longestName = 260;

function completeElement(
  place: Extract<CompletionPlace, { kind: 'element' | 'text' }>,
  text: string,
  facts: ElementFacts | null,
  catalogue: Catalogue,
): Completion[] {
  const offered = facts === null ? tokenPoliciesAt(place.parents) : childrenThatFit(facts, place.before, place.after);
  if (place.kind === 'element' && place.held !== null) {
    const name = text.slice(place.replace.start, place.replace.end);
    return renameElement(
      place.replace,
      place.held,
      facts?.children.find(child => child.name === name),
      offered,
      catalogue,
    );
  }
  // In a word no element begins.
  if (place.kind === 'text' && (/[^\s>]/.test(text.charAt(place.replace.start - 1)) || /[^\s<]/.test(text.charAt(place.replace.end))))
    return [];
  const { indent, lineEnding } = detectStyle(text);
  const indentation = indentationAt(text, place.replace.start);
  return offered.map(child => {
    const { written, caret } = writeElement(child, indentation, indent, lineEnding);
    return {
      label: child.name,
      kind: 'element',
      documentation: explain(child, catalogue),
      edit: { ...place.replace, text: written },
      caret,
    };
  });
}

function explain({ meaning }: ElementFacts, catalogue: Catalogue): string {
  return render(say('element-meaning', { meaning }), catalogue);
}

/** The names that an element may get with all that it holds; its closing tag gets the name, too. */
function renameElement(
  name: Span,
  held: HeldContent,
  now: ElementFacts | undefined,
  offered: readonly ElementFacts[],
  catalogue: Catalogue,
): Completion[] {
  const fits = (child: string, children: readonly ElementFacts[]): boolean => {
    const found = children.find(known => known.name === child);
    const was = now?.children.find(known => known.name === child);
    return found !== undefined && (was === undefined || was === found);
  };
  const fitting = offered.filter(
    ({ attributes, children, text }) =>
      held.attributes.every(attribute => attributes.some(known => known.name === attribute)) &&
      held.children.every(child => fits(child, children)) &&
      (text !== null || !held.hasText),
  );
  return fitting.map(child => ({
    label: child.name,
    kind: 'element',
    documentation: explain(child, catalogue),
    edit: { ...name, text: child.name },
    ...(held.closingName === null ? {} : { also: [{ ...held.closingName, text: child.name }] }),
  }));
}

/** A token policy belongs into the inbound section or into a fragment, also inside the branches of a `choose`. */
export function tokenPoliciesAt(parents: readonly string[]): readonly ElementFacts[] {
  const top = parents.slice(0, 2);
  const inside = top[0] === 'fragment' || (top[0] === 'policies' && top[1] === 'inbound');
  const parent = parents.at(-1);
  return inside && ['inbound', 'fragment', 'when', 'otherwise'].includes(parent ?? '') ? Object.values(tokenPolicyFacts) : [];
}

/** The children that may still stand between those before the cursor and those after it. */
function childrenThatFit(facts: ElementFacts, before: readonly string[], after: readonly string[]): readonly ElementFacts[] {
  const place = (name: string): number => facts.children.findIndex(child => child.name === name);
  // Only validate-jwt has a fixed order in its schema.
  const ordered = facts.name === 'validate-jwt';
  const least = ordered ? Math.max(0, ...before.map(place)) : 0;
  const most = ordered ? Math.min(facts.children.length, ...after.map(place).filter(index => index >= 0)) : facts.children.length;
  return facts.children.filter((child, index) => {
    const used = before.includes(child.name) || after.includes(child.name);
    return child.legacy !== true && (child.most === 'any' || !used) && index >= least && index <= most;
  });
}
