// What must hold of every reading: spans lie in the text and in each other, and name what stands there.
import { expect } from 'vitest';
import { decodeReferences } from '../../src/core/expression/references.js';
import type { PolicyDocument, PolicyElement, PolicyValue } from '../../src/core/index.js';

/** Visits every element, outer ones first. */
export function walk(tree: PolicyElement | null, visit: (element: PolicyElement) => void): void {
  const pending = tree ? [tree] : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    visit(next);
    for (const child of next.children) if (child.type === 'element') pending.push(child);
  }
}

function expectSpan(inner: { start: number; end: number }, outer: { start: number; end: number }): void {
  expect(inner.start).toBeGreaterThanOrEqual(outer.start);
  expect(inner.end).toBeGreaterThanOrEqual(inner.start);
  expect(inner.end).toBeLessThanOrEqual(outer.end);
}

function expectValue(text: string, read: PolicyValue, outer: { start: number; end: number }): void {
  expectSpan(read, outer);
  let from = read.start;
  for (const part of read.parts) {
    expectSpan(part, { start: from, end: read.end });
    from = part.end;
    const raw = text.slice(part.start, part.end);
    expect([raw, decodeReferences(raw)]).toContain(part.text);
  }
  expect(read.value).toBe(read.parts.map(part => part.text).join(''));
}

/** Fails where a span of a document is not where it says. */
export function expectTrueSpans(document: PolicyDocument): void {
  const { text } = document;
  const whole = { start: 0, end: text.length };
  walk(document.tree, element => {
    expectSpan(element, whole);
    expect(text.slice(element.nameSpan.start, element.nameSpan.end)).toBe(element.name);
    expect(text.slice(element.openTag.start, element.nameSpan.end)).toBe(`<${element.name}`);
    if (element.closeTag) expect(text.slice(element.closeTag.start, element.closeTag.start + 2)).toBe('</');
    let from = element.nameSpan.end;
    for (const attribute of element.attributes) {
      expectSpan(attribute, { start: from, end: element.openTag.end });
      from = attribute.end;
      expect(text.slice(attribute.nameSpan.start, attribute.nameSpan.end)).toBe(attribute.name);
      if (attribute.quote) expect(text[attribute.value.start - 1]).toBe(attribute.quote);
      expectValue(text, attribute.value, attribute);
    }
    from = element.openTag.end;
    for (const child of element.children) {
      expectSpan(child, { start: from, end: element.end });
      from = child.end;
    }
    expectValue(text, element.value, element);
  });
  for (const policy of document.tokenPolicies) {
    expectSpan(policy, whole);
    expect(text.startsWith(`<${policy.kind}`, policy.start)).toBe(true);
    for (const read of [...Object.values(policy.attributes), ...policy.audiences, ...policy.issuers, ...policy.openidConfigs])
      expectValue(text, read, policy);
  }
  let from = 0;
  for (const { start, end } of document.expressions) {
    expect(start).toBeGreaterThanOrEqual(from);
    expect(text[start]).toBe('@');
    from = end < 0 ? start : end;
  }
  if (document.break) {
    const { start } = document.break;
    expectSpan(document.break, whole);
    for (const expression of document.expressions) expect(start <= expression.start || start >= expression.end).toBe(true);
  }
}
