// JSON with comments and commas at the end, read strictly: whoever breaks a config is told where, instead of losing half of it.
import { lexJson } from '../hosts/lex-json.js';
import type { HostToken } from '../hosts/host-token.js';
import type { Span } from '../text/span.js';

/** A member of an object: where its name stands, in quotes. */
export interface ConfigMember extends Span {
  readonly name: string;
  readonly value: ConfigValue;
}

/** One value of a config, with its place. `other`: a number, `true`, `false`, `null`. */
export type ConfigValue = Span &
  (
    | { readonly kind: 'object'; readonly members: readonly ConfigMember[] }
    | { readonly kind: 'list'; readonly items: readonly ConfigValue[] }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'other' }
  );

/** The value, or where it breaks, and how. */
type ParsedConfig = { readonly value: ConfigValue } | { readonly broken: Span; readonly code: 'not-json' | 'too-deep' };

/** Nothing in a config stands deeper than this. */
const mostDepth = 8;

class Broken extends Error {
  readonly place: Span;
  readonly code: 'not-json' | 'too-deep';

  constructor(place: Span, code: 'not-json' | 'too-deep') {
    super();
    this.place = place;
    this.code = code;
  }
}

/** Reads the only value of a text. Never throws, whatever the text; linear in its length. */
export function parseConfig(text: string): ParsedConfig {
  const reader = new Reader(text);
  try {
    return { value: reader.readAll() };
  } catch (error) {
    if (error instanceof Broken) return { broken: error.place, code: error.code };
    throw error;
  }
}

class Reader {
  readonly #text: string;
  readonly #tokens: readonly HostToken[];
  #next = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = lexJson(text);
  }

  readAll(): ConfigValue {
    const value = this.#value(0);
    const rest = this.#tokens[this.#next];
    if (rest !== undefined) throw new Broken(rest, 'not-json');
    return value;
  }

  #value(depth: number): ConfigValue {
    const token = this.#take();
    const { kind, text, start, end } = token;
    if (kind === 'string') return { kind: 'text', text: this.#whole(token), start, end };
    if (text === '{' || text === '[') {
      if (depth >= mostDepth) throw new Broken(token, 'too-deep');
      return text === '{' ? this.#object(start, depth + 1) : this.#list(start, depth + 1);
    }
    const isPlain = kind === 'number' ? /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) : /^(?:true|false|null)$/.test(text);
    if (!isPlain) throw new Broken(token, 'not-json');
    return { kind: 'other', start, end };
  }

  #object(start: number, depth: number): ConfigValue {
    const members: ConfigMember[] = [];
    for (;;) {
      const name = this.#take();
      if (isSign(name, '}')) return { kind: 'object', members, start, end: name.end };
      if (name.kind !== 'string') throw new Broken(name, 'not-json');
      const colon = this.#take();
      if (!isSign(colon, ':')) throw new Broken(colon, 'not-json');
      members.push({ name: this.#whole(name), value: this.#value(depth), start: name.start, end: name.end });
      const after = this.#take();
      if (isSign(after, '}')) return { kind: 'object', members, start, end: after.end };
      if (!isSign(after, ',')) throw new Broken(after, 'not-json');
    }
  }

  #list(start: number, depth: number): ConfigValue {
    const items: ConfigValue[] = [];
    for (;;) {
      const first = this.#tokens[this.#next];
      if (first !== undefined && isSign(first, ']')) {
        this.#next += 1;
        return { kind: 'list', items, start, end: first.end };
      }
      items.push(this.#value(depth));
      const after = this.#take();
      if (isSign(after, ']')) return { kind: 'list', items, start, end: after.end };
      if (!isSign(after, ',')) throw new Broken(after, 'not-json');
    }
  }

  /** The text of a string that is closed. */
  #whole(token: HostToken): string {
    if (token.string === undefined || token.string.content.end >= token.end) throw new Broken(token, 'not-json');
    return token.text;
  }

  #take(): HostToken {
    const token = this.#tokens[this.#next];
    const { length } = this.#text;
    if (token === undefined) throw new Broken({ start: Math.max(length - 1, 0), end: length }, 'not-json');
    this.#next += 1;
    return token;
  }
}

function isSign({ kind, text }: HostToken, sign: string): boolean {
  return kind === 'sign' && text === sign;
}
