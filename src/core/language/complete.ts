// What may be typed at the cursor inside a token policy, and where a token policy may begin.
import { tokenPolicyFacts, type ElementFacts } from '../knowledge/elements.js';
import type { Edit } from '../text/edit.js';
import { detectStyle, indentationAt } from '../text/style.js';
import { findCompletionPlace, type CompletionPlace } from './completion-place.js';
import { proposeValues } from './complete-values.js';
import { writeElement } from './write-element.js';

export interface Completion {
  readonly label: string;
  readonly kind: 'element' | 'closing-tag' | 'attribute' | 'value' | 'named-value';
  readonly documentation: string;
  readonly edit: Edit;
  /** Where the cursor goes inside the edit's text; its end where absent. */
  readonly caret?: number;
}

/**
 * The completions at the offset, in the order in which they are worth offering. Empty outside token policies, but for the
 * token policies themselves where one may stand. `namedValues` are the names that the workspace knows.
 */
export function complete(text: string, offset: number, namedValues: readonly string[] = []): Completion[] {
  const place = findCompletionPlace(text, offset);
  if (place === null) return [];
  const facts = factsAt(place.parents);
  switch (place.kind) {
    case 'closing-tag':
      return completeClosingTag(place, text);
    case 'attribute':
      return completeAttribute(place, text, childFacts(facts, place));
    case 'value':
      return completeValue(place, text, childFacts(facts, place), namedValues);
    case 'element':
      return completeElement(place, text, facts);
    case 'text':
      return facts !== null && facts.text !== null ? nameValues(place, text, namedValues) : completeElement(place, text, facts);
  }
}

/** What the table says of the innermost element around the cursor; null outside token policies. */
function factsAt(parents: readonly string[]): ElementFacts | null {
  const from = parents.findIndex(name => name in tokenPolicyFacts);
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

function completeClosingTag(place: CompletionPlace, text: string): Completion[] {
  const name = place.parents.at(-1);
  if (name === undefined || place.parents.every(parent => !(parent in tokenPolicyFacts))) return [];
  const end = text[place.replace.end] === '>' ? place.replace.end + 1 : place.replace.end;
  return [
    {
      label: `/${name}>`,
      kind: 'closing-tag',
      documentation: `Closes ${name}.`,
      edit: { start: place.replace.start, end, text: `</${name}>` },
    },
  ];
}

function completeAttribute(place: Extract<CompletionPlace, { kind: 'attribute' }>, text: string, facts: ElementFacts | null): Completion[] {
  const offered = (facts?.attributes ?? []).filter(({ name, undocumented }) => undocumented !== true && !place.present.includes(name));
  const hasValue = /^\s*=/.test(text.slice(place.replace.end, place.replace.end + 16));
  const spaced = /\s/.test(text[place.replace.start - 1] ?? ' ') ? '' : ' ';
  return [...offered.filter(({ required }) => required), ...offered.filter(({ required }) => !required)].map(({ name, meaning }) => {
    const written = hasValue ? name : `${spaced}${name}=""`;
    return {
      label: name,
      kind: 'attribute',
      documentation: meaning,
      edit: { ...place.replace, text: written },
      ...(hasValue ? {} : { caret: written.length - 1 }),
    };
  });
}

function completeValue(
  place: Extract<CompletionPlace, { kind: 'value' }>,
  text: string,
  facts: ElementFacts | null,
  namedValues: readonly string[],
): Completion[] {
  const attribute = facts?.attributes.find(({ name }) => name === place.attribute);
  if (facts === null || attribute === undefined) return [];
  const known = proposeValues(attribute, facts.name, text).map(({ value, documentation }): Completion => ({
    label: value === ' ' ? '" " (space)' : value,
    kind: 'value',
    documentation,
    edit: { ...place.replace, text: value },
  }));
  return [...known, ...nameValues(place, text, namedValues)];
}

/** Named values: those that the workspace knows and those that the document already uses. */
function nameValues(place: CompletionPlace, text: string, namedValues: readonly string[]): Completion[] {
  const used = [...text.matchAll(/\{\{([A-Za-z0-9._-]{1,256})\}\}/g)].map(match => match[1] ?? '');
  const start = place.kind === 'text' ? beginningOfValue(text, place.replace.start) : place.replace.start;
  return [...new Set([...namedValues, ...used])].map(name => ({
    label: `{{${name}}}`,
    kind: 'named-value',
    documentation: 'A named value of the API Management instance.',
    edit: { start, end: place.replace.end, text: `{{${name}}}` },
  }));
}

/** Half a named value (`{{api`) is typed over, not doubled. */
function beginningOfValue(text: string, offset: number): number {
  return offset - (/\{\{?[A-Za-z0-9._-]*$/.exec(text.slice(Math.max(0, offset - 260), offset))?.[0].length ?? 0);
}

function completeElement(
  place: Extract<CompletionPlace, { kind: 'element' | 'text' }>,
  text: string,
  facts: ElementFacts | null,
): Completion[] {
  const offered = facts === null ? tokenPoliciesAt(place.parents) : childrenThatFit(facts, place.before, place.after);
  const { indent, lineEnding } = detectStyle(text);
  const indentation = indentationAt(text, place.replace.start);
  const isOpen = place.kind === 'element' && text[place.replace.end] === '>';
  return offered.map(child => {
    const { written, caret } = writeElement(child, indentation, indent, lineEnding);
    const edit = { start: place.replace.start, end: isOpen ? place.replace.end + 1 : place.replace.end, text: written };
    return { label: child.name, kind: 'element', documentation: child.meaning, edit, caret };
  });
}

/** A token policy belongs into the inbound section or into a fragment, also inside the branches of a `choose`. */
function tokenPoliciesAt(parents: readonly string[]): readonly ElementFacts[] {
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
