// What one reading of a text has found so far, and the pieces that tags and texts have in common. Scans that find no end draw on a budget,
// so that the time a reading takes grows with the text's length, whatever stands in it.
import { cutLoose } from '../text/cut-loose.js';
import { isSpace, type Span } from '../text/span.js';
import type { BreakCause, ExpressionSpan, Markup, MarkupFault } from './markup.js';
import { Marks } from './marks.js';
import { decodeReference, isXmlCharacter } from './references.js';
import { noLiterals, type Literals } from './literals.js';
import { scanCsharp } from './scan-csharp.js';
import { scanTag } from './placeholders.js';
import { isTerraformAt, scanTerraform } from './scan-terraform.js';

/** What fruitless scans may cost in one text: enough for dozens of unclosed expressions in the largest policy that a gateway takes, and hundreds in any usual one. */
const fruitlessSteps = 4 * 1024 * 1024;

/** So many faults are kept: only the first is ever shown, but some are taken back. */
export const mostFaults = 16;

/** What a name begins with, and what it goes on with, as XML has it; signs beyond 16 bits left aside. Source: www.w3.org/TR/xml, "Name". */
const nameStart =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD';
const xmlName = new RegExp(`^[${nameStart}](?:[${nameStart}]|[\\u0300-\\u036F\\-.\\d\\u00B7\\u203F\\u2040])*$`);

/** One reading of one text: the text, what was found in it so far, and what fruitless scans may still cost. */
export class MarkupScan implements Markup {
  readonly marks: Marks;
  readonly expressions: ExpressionSpan[] = [];
  readonly templates: Span[] = [];
  readonly faults: MarkupFault[] = [];
  oddity: Span | null = null;
  /** Each name once: a document has few, and each stands in it a thousand times. */
  readonly #names = new Map<string, string>();

  /** @param spent what counts as spent already of what fruitless scans may cost */
  constructor(
    readonly text: string,
    readonly literals: Literals = noLiterals,
    public spent = 0,
  ) {
    this.marks = new Marks(text);
  }

  /** The name of an element or attribute that stands there, the same text each time. */
  name(start: number, end: number): string {
    const written = this.text.slice(start, end);
    const known = this.#names.get(written);
    if (known !== undefined) return known;
    const name = cutLoose(written);
    this.#names.set(name, name);
    // An empty one is a fault of its tag.
    if (name !== '' && !xmlName.test(name)) this.odd(start, end);
    return name;
  }

  /** Notes what XML does not allow and has no cause of its own. */
  odd(start: number, end: number): void {
    this.oddity ??= { start, end };
  }

  fault(cause: BreakCause, start: number, end: number, ...names: readonly string[]): void {
    if (this.faults.length < mostFaults) this.faults.push({ cause, start, end, names: names.map(cutLoose) });
  }

  /** Whether a scan may still run to the end of the text in vain. */
  get mayFail(): boolean {
    return this.spent < fruitlessSteps;
  }

  /** Notes what a fruitless scan cost. */
  spend(steps: number): void {
    this.spent += steps;
  }

  /**
   * Reads the expression that a value from `start` begins with, after white space, and returns where it ends; `start` where there is
   * none or it never ends. `plainEnd` says where the value ends if it is read as XML alone.
   */
  leadingExpression(start: number, plainEnd: () => number): number {
    const { text } = this;
    let open = start;
    while (isSpace(text.charCodeAt(open))) open++;
    if (!isExpressionAt(text, open)) return start;
    const end = scanCsharp(text, open + 1, this.mayFail ? text.length : plainEnd());
    this.expressions.push({ start: open, end });
    if (end >= 0) return end;
    this.spend(text.length - open);
    this.fault('unclosed-expression', open, open + 2);
    return start;
  }

  /** Where the template at `i` ends, Terraform's or a tag like `<%= … %>`; -1 where none stands or it never ends. */
  template(i: number): number {
    const isTag = isTagAt(this.text, i);
    if (!(isTag || isTerraformAt(this.text, i)) || !this.mayFail || this.literals.has(i)) return -1;
    const end = isTag ? scanTag(this.text, i) : scanTerraform(this.text, i, this.text.length);
    if (end >= 0) this.templates.push({ start: i, end });
    else this.spend(lineRest(this.text, i));
    return end;
  }

  /** Forgets the templates that reach beyond `end`: they will be found again where reading goes on. */
  forgetTemplates(end: number): void {
    while ((this.templates.at(-1)?.end ?? 0) > end) this.templates.pop();
  }

  /** Past the character at `i` of a value or text; says so where XML does not allow it. */
  character(i: number): number {
    const { text } = this;
    const code = text.charCodeAt(i);
    if (code === 38) {
      const reference = decodeReference(text, i);
      if (reference) return i + reference.width;
      const written = /^&#?\w{1,31};/.exec(text.slice(i, i + 34))?.[0];
      if (written === undefined) this.fault('bad-entity', i, i + 1);
      else this.fault('unknown-reference', i, i + written.length, written);
    } else if (code === 36 || code === 37 || code === 60) {
      const end = this.template(i);
      if (end >= 0) return end;
    } else if (code < 32 && !isXmlCharacter(code)) {
      this.fault('control-character', i, i + 1);
    }
    return i + 1;
  }
}

/** The signs that mean something in a text or a value, and those that XML does not allow. */
const meaningful = tableOf(code => '"\'&<$%]'.includes(String.fromCharCode(code)) || !isXmlCharacter(code));

/** The signs that a name ends before. */
const endingName = tableOf(code => isSpace(code) || '<>=/"\''.includes(String.fromCharCode(code)));

/** For each sign of ASCII, 1 where it belongs to those that are meant. */
function tableOf(isMeant: (code: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (isMeant(code) ? 1 : 0));
}

/** Past all signs from `i` that mean nothing in a text or a value. */
export function skipPlain(text: string, i: number): number {
  let end = i;
  while (end < text.length && meaningful[text.charCodeAt(end)] !== 1) end++;
  return end;
}

/** Whether `@(` or `@{` stands at `i`. */
export function isExpressionAt(text: string, i: number): boolean {
  const next = text.charCodeAt(i + 1);
  return text.charCodeAt(i) === 64 && (next === 40 || next === 123);
}

/** Whether `<%` stands at `i`: no XML has it. */
export function isTagAt(text: string, i: number): boolean {
  return text.charCodeAt(i) === 60 && text.charCodeAt(i + 1) === 37;
}

/** Whether a name may begin with the character: a letter, `_`, `:`, and everything beyond ASCII. */
export function startsName(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 58 || code >= 128;
}

/** Where the name that begins at `start` ends: before white space or a character that means something in a tag. */
export function nameEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && endingName[text.charCodeAt(end)] !== 1) end++;
  return end;
}

function lineRest(text: string, i: number): number {
  let end = i;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end - i;
}
