import type { HostField, HostKey, HostReference, HostValue } from './host-value.js';
import type { HostToken } from './host-token.js';

/**
 * What is being read and not closed yet. An object reads fields: first keys, then, behind `=` or `:`, a value. The others read items
 * between commas. A value that is more than one operand is an expression.
 */
export class OpenValue {
  readonly kind: 'object' | 'list' | 'call' | 'group';
  readonly start: number;
  /** Of a call. */
  readonly name: string;
  /** Whether it stands before a value: the arguments of a decorator, a type, a computed key. Nothing is kept of it. */
  readonly isAside: boolean;
  /** Whether it takes something of the operand before it, `x[0]`. */
  readonly isIndex: boolean;
  readonly #items: HostValue[] = [];
  readonly #fields: HostField[] = [];
  #keys: HostKey[] = [];
  #decorators: string[] = [];
  #isDecorator = false;
  #readsValue: boolean;
  #operands: HostValue[] = [];
  #hasOperators = false;
  #end: number;

  constructor(
    kind: OpenValue['kind'],
    start: number,
    more: { readonly name?: string; readonly isAside?: boolean; readonly isIndex?: boolean } = {},
  ) {
    this.kind = kind;
    this.start = start;
    this.#end = start;
    this.name = more.name ?? '';
    this.isAside = more.isAside ?? false;
    this.isIndex = more.isIndex ?? false;
    this.#readsValue = kind !== 'object';
  }

  /** Whether an expression may go on in the next line. */
  goesOn(): boolean {
    return this.#readsValue && this.#operands.length > 0;
  }

  /** A word, a number or a string. */
  take(token: HostToken): void {
    const { kind, text, start, end, string } = token;
    this.#end = end;
    if (this.#readsValue) this.#operands.push(string ?? readWord(token));
    else if (this.#isDecorator && kind === 'word') this.#decorators.push(text.replace(/^sys\./, ''));
    else this.#keys.push({ text, start, end, isString: string !== undefined });
    this.#isDecorator = false;
  }

  /** Any sign that is no bracket. */
  sign(text: string, end: number): void {
    if (this.#readsValue) {
      if (text === ',') this.#endValue();
      else this.#hasOperators = true;
    } else if (text === '@' && this.#keys.length === 0) {
      this.#isDecorator = true;
    } else if ((text === '=' || text === ':') && this.#keys.length > 0) {
      this.#readsValue = true;
    } else if (text === ',') {
      this.#keys = [];
    }
    this.#end = Math.max(this.#end, end);
  }

  /** A line break: it ends a field, and an item of a list. */
  endLine(): void {
    if (this.kind === 'call' || this.kind === 'group') return;
    if (this.#readsValue) {
      // A value may begin in the line after its sign.
      if (this.#operands.length > 0) this.#endValue();
    } else if (this.#keys.length > 0) {
      if (this.#keys.length > 1) this.#addField(null, false);
      this.#keys = [];
      this.#decorators = [];
    }
  }

  /** What an opening bracket opens here. @param before the piece before the bracket. */
  open(bracket: '{' | '[' | '(', start: number, before: HostToken | undefined): OpenValue {
    if (!this.#readsValue) {
      if (bracket === '{') return new OpenValue('object', start);
      return new OpenValue(bracket === '[' ? 'list' : 'group', start, { isAside: true });
    }
    if (bracket === '{') return new OpenValue('object', start);
    const last = this.#operands.at(-1);
    const follows = last !== undefined && before !== undefined && before.end === start && last.end === start;
    if (bracket === '[') return new OpenValue('list', start, { isIndex: follows });
    if (last?.kind !== 'reference' || before?.kind !== 'word' || last.start !== before.start) return new OpenValue('group', start);
    this.#operands.pop();
    return new OpenValue('call', last.start, { name: last.text.replace(/^(?:az|sys)\./, '') });
  }

  /** Takes in what was opened here and is closed now. */
  add(closed: OpenValue, value: HostValue): void {
    this.#end = value.end;
    if (closed.isAside) return;
    if (closed.isIndex) this.#hasOperators = true;
    else if (this.#readsValue) this.#operands.push(value);
    else if (this.#keys.length > 0) {
      this.#addField(value, true);
      this.#keys = [];
      this.#decorators = [];
    } else {
      // An object without a name: the only value of a file of JSON.
      this.#keys = [{ text: '', start: value.start, end: value.start, isString: false }];
      this.#addField(value, false);
      this.#keys = [];
    }
  }

  /** Closes it. */
  finish(end: number): HostValue {
    this.endLine();
    this.#endValue();
    const { start } = this;
    switch (this.kind) {
      case 'object':
        return { kind: 'object', start, end, fields: this.#fields };
      case 'list':
        return { kind: 'list', start, end, items: this.#items };
      case 'call':
        return { kind: 'call', start, end, name: this.name, arguments: this.#items };
      case 'group':
        return this.#items.length === 1 && this.#items[0] !== undefined
          ? this.#items[0]
          : { kind: 'expression', start, end, parts: this.#items };
    }
  }

  #endValue(): void {
    if (!this.#readsValue) return;
    const [first, ...more] = this.#operands;
    const last = more.at(-1) ?? first;
    const value: HostValue | null =
      first === undefined || last === undefined
        ? null
        : more.length === 0 && !this.#hasOperators
          ? first
          : { kind: 'expression', start: first.start, end: last.end, parts: this.#operands };
    this.#operands = [];
    this.#hasOperators = false;
    if (this.kind !== 'object') {
      if (value !== null) this.#items.push(value);
      return;
    }
    this.#addField(value, false);
    this.#keys = [];
    this.#decorators = [];
    this.#readsValue = false;
  }

  #addField(value: HostValue | null, isBlock: boolean): void {
    const [first] = this.#keys;
    if (first === undefined) return;
    const end = value?.end ?? this.#end;
    this.#fields.push({ keys: this.#keys, name: first.text, decorators: this.#decorators, value, isBlock, start: first.start, end });
  }
}

function readWord({ kind, text, start, end }: HostToken): HostValue {
  if (kind === 'number') return { kind: 'literal', value: Number(text), start, end };
  if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true', start, end };
  if (text === 'null') return { kind: 'literal', value: null, start, end };
  const reference: HostReference = { kind: 'reference', text, start, end };
  return reference;
}
