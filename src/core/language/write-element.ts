// An element as a completion writes it: with what it cannot do without, and the cursor where typing goes on.
import type { ElementFacts } from '../knowledge/elements.js';

/** Marks the cursor while an element is put together; no policy holds it. */
const cursor = '\u0000';

/** Attributes that are written out though they are not required, because without them the element does nothing useful. */
const usualAttributes: Readonly<Record<string, readonly string[]>> = {
  'validate-jwt': ['header-name="Authorization"', 'require-scheme="Bearer"'],
  key: [`certificate-id="${cursor}"`],
};

/** The element's text, its lines indented like the place where it begins, and where in it the cursor goes. */
export function writeElement(
  facts: ElementFacts,
  indentation: string,
  unit: string,
  lineEnding: string,
): { readonly written: string; readonly caret: number } {
  const marked = build(facts, unit, true).join(`${lineEnding}${indentation}`);
  const caret = marked.indexOf(cursor);
  return { written: marked.replaceAll(cursor, ''), caret: caret < 0 ? marked.length : caret };
}

function build(facts: ElementFacts, unit: string, outermost: boolean): string[] {
  const required = facts.attributes.filter(attribute => attribute.required).map(({ name }) => `${name}="${cursor}"`);
  const head = [`<${facts.name}`, ...(usualAttributes[facts.name] ?? []), ...required].join(' ');
  const child = facts.children.find(({ legacy }) => legacy !== true);
  if (facts.name === 'key' || (child === undefined && facts.text === null)) return [`${head} />`];
  if (child === undefined) return [`${head}>${cursor}</${facts.name}>`];
  // A list wants its first item; a token policy is filled step by step.
  const inner =
    facts.fewest === 1 || !outermost || facts.name === 'claim' ? build(child, unit, false).map(line => unit + line) : [unit + cursor];
  return [`${head}>`, ...inner, `</${facts.name}>`];
}
