import { tokenPolicyFacts } from '../../knowledge/elements.js';
import type { PolicyDocument } from '../../policy/policy-document.js';
import { childElements, findAttribute, type PolicyAttribute, type PolicyElement } from '../../policy/policy-tree.js';
import type { TokenPolicy } from '../../policy/token-policy.js';
import type { Edit } from '../../text/edit.js';
import { lineAtEnd, spaceAtEnd } from '../../text/endings.js';
import type { Span } from '../../text/span.js';
import { indentationAt } from '../../text/style.js';
import { readLayout, startsLine, type Layout } from './layout.js';

/** An element to be written: an opening tag and entries, or, without entries, an element that closes itself. */
interface NewElement {
  readonly name: string;
  /** Name and raw value of each attribute. */
  readonly attributes?: readonly (readonly [name: string, raw: string])[];
  /** The raw text of the element's entries, each with its tags. */
  readonly entries?: readonly string[];
}

/** Inserts a child into a token policy, where the schema's order puts it, laid out as its neighbours are. */
export function insertChild(document: PolicyDocument, policy: TokenPolicy, child: NewElement): Edit[] {
  const { element } = policy;
  const { text } = document;
  const layout = readLayout(document, element);
  const order = tokenPolicyFacts[policy.kind].children.map(({ name }) => name);
  const place = order.indexOf(child.name);
  const before = childElements(element).filter(({ name }) => order.indexOf(name) >= 0 && order.indexOf(name) <= place);
  const after = before.at(-1);
  const next = after === undefined ? childElements(element)[0] : undefined;
  const indentation = layout.base + layout.unit;
  const written = writeElement(child, layout, indentation);
  const line = writeLine(layout);
  if (after !== undefined) return [{ start: after.end, end: after.end, text: line + written }];
  if (next !== undefined)
    return [
      {
        start: next.start,
        end: next.start,
        text: layout.multiLine && startsLine(text, next.start) ? `${written}${layout.newline}${indentationAt(text, next.start)}` : written,
      },
    ];
  return insertFirst(document, element, written);
}

/** What stands before a child of an element: a line break and its indentation, or the gap where they share a line. */
export function writeLine({ multiLine, newline, base, unit, gap }: Layout): string {
  return multiLine ? newline + base + unit : gap;
}

/** Inserts a child, raw with its tags, directly behind the opening tag of an element; nothing where that is not closed. */
export function insertFirst(document: PolicyDocument, element: PolicyElement, written: string): Edit[] {
  const { text } = document;
  const layout = readLayout(document, element);
  const line = writeLine(layout);
  const end = layout.multiLine ? layout.newline + layout.base : '';
  const { openTag, closeTag } = element;
  if (element.selfClosing) {
    return [{ start: openTag.end - lengthOfSlash(text, openTag), end: openTag.end, text: `>${line}${written}${end}</${element.name}>` }];
  }
  if (closeTag === null) return [];
  return [
    { start: openTag.end, end: openTag.end, text: line + written },
    ...(element.children.length === 0 ? [{ start: closeTag.start, end: closeTag.start, text: end }] : []),
  ];
}

function writeElement({ name, attributes = [], entries = [] }: NewElement, layout: Layout, indentation: string): string {
  const { quote, selfClose, newline, unit, multiLine } = layout;
  const open = `<${name}${attributes.map(([attribute, raw]) => ` ${attribute}=${quote}${raw}${quote}`).join('')}`;
  if (entries.length === 0) return open + selfClose;
  const line = multiLine ? newline + indentation + unit : '';
  return `${open}>${entries.map(entry => line + entry).join('')}${multiLine ? newline + indentation : ''}</${name}>`;
}

/** Appends an entry to a list, behind its last element; the raw text of the entry has its tags. */
export function appendEntry(document: PolicyDocument, list: PolicyElement, entry: string): Edit[] {
  const { text } = document;
  const last = childElements(list).at(-1);
  if (last !== undefined) {
    const line = startsLine(text, last.start) ? readLayout(document, list).newline + indentationAt(text, last.start) : '';
    return [{ start: last.end, end: last.end, text: line + entry }];
  }
  const { newline, base, unit } = readLayout(document, list);
  const inner = startsLine(text, list.start) ? `${newline}${base}${unit}${entry}${newline}${base}` : entry;
  if (list.selfClosing) {
    return [{ start: list.openTag.end - lengthOfSlash(text, list.openTag), end: list.openTag.end, text: `>${inner}</${list.name}>` }];
  }
  return list.closeTag === null ? [] : [{ start: list.openTag.end, end: list.closeTag.start, text: inner }];
}

/** Adds entries to a list of a token policy, or the list itself where it is missing. */
export function addToList(document: PolicyDocument, policy: TokenPolicy, name: string, entries: readonly string[]): Edit[] {
  const list = childElements(policy.element, name)[0];
  if (list === undefined) return insertChild(document, policy, { name, entries });
  const edits = entries.flatMap(entry => appendEntry(document, list, entry));
  const [first] = edits;
  // Several entries behind one another are one insertion.
  return first === undefined || edits.length === 1 ? edits : [{ ...first, text: edits.map(edit => edit.text).join('') }];
}

/** Removes an element, with its line where it has one of its own. */
export function removeElement(text: string, { start, end }: Span): Edit {
  const before = lineAtEnd(text.slice(Math.max(0, start - 1000), start));
  const alone = /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 1000));
  return { start: alone && /[\r\n]/.test(before) ? start - before.length : start, end, text: '' };
}

/** Removes an attribute and the white space before it. */
export function removeAttribute(text: string, { start, end }: PolicyAttribute): Edit {
  const before = spaceAtEnd(text.slice(Math.max(0, start - 1000), start));
  return { start: start - before.length, end, text: '' };
}

/** Inserts attributes behind the name of an element, or behind another attribute of it. */
export function insertAttributes(
  document: PolicyDocument,
  element: PolicyElement,
  attributes: readonly (readonly [name: string, raw: string])[],
  behind?: string,
): Edit {
  const { text } = document;
  const { quote } = readLayout(document, element);
  const after = behind === undefined ? undefined : findAttribute(element, behind);
  const at = after?.end ?? element.nameSpan.end;
  const [first] = element.attributes;
  const gap = first === undefined ? ' ' : text.slice(element.nameSpan.end, first.start);
  return { start: at, end: at, text: attributes.map(([name, raw]) => `${gap}${name}=${quote}${raw}${quote}`).join('') };
}

/** Replaces the raw text of a value. */
export function replaceValue(value: { readonly start: number; readonly end: number }, raw: string): Edit {
  return { start: value.start, end: value.end, text: raw };
}

/** Of the `/>` of a tag that closes itself, with the white space before it. */
function lengthOfSlash(text: string, { start, end }: Span): number {
  return 2 + spaceAtEnd(text.slice(start, end - 2)).length;
}
