// What must hold whatever comes in. Each function throws `Broken` where it does not.
import {
  applyEdits,
  findExpressions,
  readPolicies,
  type Edit,
  type Fix,
  type PolicyDocument,
  type PolicyElement,
  type PolicyValue,
  type Refusal,
  type Span,
} from '../../src/core/index.js';
import { maskExpressions } from '../../src/core/expression/mask-expressions.js';

/** An invariant that does not hold: its name, and what shows it. */
export class Broken extends Error {}

/** Throws where a statement is not true. */
export function hold(statement: string, isTrue: boolean): void {
  if (!isTrue) throw new Broken(statement);
}

/** Spans are whole numbers in order, inside the outer span. */
export function holdInside(what: string, inner: Span, outer: Span): void {
  const { start, end } = inner;
  if (!(Number.isInteger(start) && Number.isInteger(end) && outer.start <= start && start <= end && end <= outer.end))
    throw new Broken(`${what}: ${String(start)}–${String(end)} not inside ${String(outer.start)}–${String(outer.end)}`);
}

const whole = (text: string): Span => ({ start: 0, end: text.length });

/** A document's spans say where its pieces stand, and its masks change nothing. */
export function holdReading(document: PolicyDocument): void {
  const { text, tree, tokenPolicies } = document;
  const waiting = tree === null ? [] : [{ element: tree, outer: whole(text) }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    holdElement(text, next.element, next.outer);
    for (const child of next.element.children) {
      holdInside('child', child, next.element);
      if (child.type === 'element') waiting.push({ element: child, outer: next.element });
    }
  }
  for (const policy of tokenPolicies) {
    holdInside('token policy', policy, whole(text));
    hold('a token policy begins at its tag', text.startsWith(`<${policy.kind}`, policy.start));
  }
  if (document.break !== null) holdInside('break', document.break, whole(text));
  const masked = maskExpressions(text);
  hold('a mask keeps the length', masked.length === text.length);
  if (document.root === null) return;
  hold(
    'a masked text breaks as the text does',
    readPolicies(masked).tokenPolicies.length === tokenPolicies.length || document.break !== null,
  );
}

function holdElement(text: string, element: PolicyElement, outer: Span): void {
  holdInside('element', element, outer);
  holdInside('opening tag', element.openTag, element);
  holdInside('name', element.nameSpan, element.openTag);
  hold('a name stands where it says', text.slice(element.nameSpan.start, element.nameSpan.end) === element.name);
  if (element.closeTag !== null) holdInside('closing tag', element.closeTag, element);
  for (const attribute of element.attributes) {
    holdInside('attribute', attribute, element.openTag);
    holdInside('attribute value', attribute.value, attribute);
    holdValue(attribute.value);
  }
  holdValue(element.value);
}

function holdValue(value: PolicyValue): void {
  let from = value.start;
  for (const part of value.parts) {
    holdInside('part', part, { start: from, end: value.end });
    from = part.end;
  }
}

/** Expressions stand in order, apart from one another, each at its sign. */
export function holdExpressions(text: string): void {
  let from = 0;
  for (const { start, end } of findExpressions(text)) {
    hold('an expression begins with @( or @{', text[start] === '@' && (text[start + 1] === '(' || text[start + 1] === '{'));
    hold('expressions stand in order', start >= from);
    from = start;
    if (end < 0) continue;
    holdInside('expression', { start, end }, whole(text));
    hold(
      'an expression ends with its bracket',
      text[end - 1] === (text[start + 1] === '(' ? ')' : '}') || text[end - 1] === ';' || /[)\]}]/.test(text[end - 1] ?? ''),
    );
    from = end;
  }
}

/** Edits give the text that the fix says, inside the document; a document that was well-formed stays so. */
export function holdFixes(document: PolicyDocument, fixes: readonly (Fix | Refusal)[]): void {
  for (const fix of fixes) {
    if (!('edits' in fix)) {
      holdInside('refusal', fix, whole(document.text));
      continue;
    }
    holdEdits(document, fix.edits, fix.text, `${fix.code} (${fix.title})`);
  }
}

/** The same for edits of whatever makes them. */
export function holdEdits(document: PolicyDocument, edits: readonly Edit[], text: string, who: string): void {
  for (const edit of edits) holdInside(`edit of ${who}`, edit, whole(document.text));
  hold(`${who}: edits applied are the text`, applyEdits(document.text, edits) === text);
  if (document.break !== null || document.root === null) return;
  const after = readPolicies(text);
  hold(`${who}: well-formed stays well-formed`, after.root !== null && after.break === null);
}

/** What is shown, logged or sent holds neither of these. */
export function holdSecret(where: string, shown: unknown, secrets: readonly string[]): void {
  const text = typeof shown === 'string' ? shown : JSON.stringify(shown);
  for (const secret of secrets) hold(`no token or signature in ${where}`, !text.includes(secret));
}

/** No sentence shows what should not have become words. */
export function holdSentence(sentence: string): void {
  hold(`a sentence without leftovers of the program: ${sentence.slice(0, 200)}`, !/\bundefined\b|\[object|\bNaN\b/.test(sentence));
}
