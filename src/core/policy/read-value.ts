// What the text of an attribute or an element says: which of it is known as it stands, and which is filled in by someone else later.
import { isExpressionAt } from '../expression/markup-scan.js';
import { noLiterals, type Literals } from '../expression/literals.js';
import { namedPlaceholderAt, terraformVariable } from '../expression/placeholders.js';
import { decodeReferences } from '../expression/references.js';
import { scanCsharp } from '../expression/scan-csharp.js';
import { isTerraformAt, scanTerraform } from '../expression/scan-terraform.js';
import type { Span } from '../text/span.js';
import type { PolicyValue, ValuePart, ValueState } from './value.js';

/** Texts in which something may have to be filled in; all others are literal as a whole. */
const suspicious = /[@{]|\$\(|<%|__/;

/** How many brackets of one value may turn out to be open: what comes after so many is no value of anybody's, and is not looked at. */
const mostFruitless = 16;

/** A piece of a value's raw text; a CDATA section's content is a literal one. */
type Run = Span & { readonly cdata?: boolean };

/** The value whose raw text is `span` and of which `runs` are the pieces to read. `literals`: where a `${` or `%{` means itself. */
export function readValue(text: string, span: Span, runs: readonly Run[] = [span], literals: Literals = noLiterals): PolicyValue {
  const parts: ValuePart[] = [];
  for (const run of runs) readRun({ text, literals }, run, parts);
  return { value: parts.map(part => part.text).join(''), state: stateOf(parts), parts, start: span.start, end: span.end };
}

/** `unresolved` where one placeholder stands alone; white space around it counts for nothing. */
export function stateOf(parts: readonly ValuePart[]): ValueState {
  const told = parts.filter(part => part.kind !== 'literal' || part.text.trim() !== '');
  if (told.every(part => part.kind === 'literal')) return 'literal';
  return told.length === 1 ? 'unresolved' : 'mixed';
}

interface RunText {
  readonly text: string;
  readonly literals: Literals;
}

function readRun({ text, literals }: RunText, { start, end, cdata = false }: Run, parts: ValuePart[]): void {
  const decode = (from: number, until: number): string => (cdata ? text.slice(from, until) : decodeReferences(text.slice(from, until)));
  let from = start;
  const take = (part: ValuePart): void => {
    if (part.start > from) parts.push({ kind: 'literal', text: decode(from, part.start), start: from, end: part.start });
    parts.push(part);
    from = part.end;
  };
  if (suspicious.test(text.slice(start, end))) {
    let fruitless = 0;
    let i = start;
    while (i < end) {
      // `$${` is how Terraform writes a `${` that stays.
      if (text.startsWith('$${', i)) {
        i += 3;
        continue;
      }
      if (literals.has(i)) {
        i += 2;
        continue;
      }
      const bracket = fruitless < mostFruitless && (isExpressionAt(text, i) || isTerraformAt(text, i));
      const begins = bracket && parts.length === 0 && isExpressionAt(text, i) && text.slice(start, i).trim() === '';
      const part = bracket ? bracketAt(text, i, end, decode, begins) : nameAt(text, i, end);
      if (part) take(part);
      else if (bracket) fruitless++;
      i = part ? part.end : i + 1;
    }
  }
  if (from < end) parts.push({ kind: 'literal', text: decode(from, end), start: from, end });
}

/** The placeholder whose bracket opens at `i`. A value that begins with an expression is one even where the bracket never closes: nobody knows what it says. */
function bracketAt(
  text: string,
  i: number,
  end: number,
  decode: (from: number, until: number) => string,
  begins: boolean,
): ValuePart | undefined {
  const kind = isExpressionAt(text, i) ? 'expression' : 'terraform';
  const close = kind === 'expression' ? scanCsharp(text, i + 1, end) : scanTerraform(text, i, end);
  if (close < 0 && !begins) return undefined;
  const until = close < 0 ? end : close;
  const variable = kind === 'terraform' ? terraformVariable(text.slice(i, until)) : undefined;
  return { kind, text: decode(i, until), start: i, end: until, ...(variable === undefined ? {} : { variable }) };
}

function nameAt(text: string, i: number, limit: number): ValuePart | undefined {
  const found = namedPlaceholderAt(text, i, limit);
  if (found === undefined) return undefined;
  const { form, name, variable, end } = found;
  return {
    kind: form,
    text: text.slice(i, end),
    start: i,
    end,
    ...(name === undefined ? {} : { name }),
    ...(variable === undefined ? {} : { variable }),
  };
}
