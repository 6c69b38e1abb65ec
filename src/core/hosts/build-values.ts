import { OpenValue } from './open-value.js';
import type { HostObject } from './host-value.js';
import type { HostToken } from './host-token.js';

const closers: Readonly<Record<string, OpenValue['kind'] | undefined>> = { '}': 'object', ']': 'list', ')': 'call' };

/** Signs that go on with what stands on the line before. */
const continuing = /^(?:[?:+\-*/%]|&&|\|\||\?\?|==|!=|<=|>=|<|>|=~|!~|\.)$/;

/**
 * Puts the pieces of a host file together: the file is an object, its statements are fields. What is open is kept on a list of our own, so
 * that no nesting is too deep. Brackets that do not fit are passed over; what is not closed ends with what it stands in.
 */
export function buildValues(tokens: readonly HostToken[], length: number): HostObject {
  const root = new OpenValue('object', 0);
  const open: OpenValue[] = [root];
  for (const [index, token] of tokens.entries()) {
    const top = open.at(-1) ?? root;
    const { kind, text, start, end } = token;
    if (kind === 'line') {
      const next = nextCode(tokens, index);
      if (!(next?.kind === 'sign' && continuing.test(next.text) && top.goesOn())) top.endLine();
    } else if (kind !== 'sign') {
      top.take(token);
    } else if (text === '{' || text === '[' || text === '(') {
      open.push(top.open(text, start, tokens[index - 1]));
    } else {
      const closed = closers[text];
      if (closed === undefined) top.sign(text, end);
      else close(open, closed, end);
    }
  }
  while (open.length > 1) close(open, open.at(-1)?.kind ?? 'object', length);
  root.endLine();
  return root.finish(length) as HostObject;
}

/** The piece behind a line break; of several breaks the last one asks. */
function nextCode(tokens: readonly HostToken[], index: number): HostToken | undefined {
  const next = tokens[index + 1];
  return next?.kind === 'line' ? undefined : next;
}

/** Closes the innermost value of that kind; a brace also closes what was left open in it. */
function close(open: OpenValue[], kind: OpenValue['kind'], end: number): void {
  const isFit = (value: OpenValue | undefined): boolean => value?.kind === kind || (kind === 'call' && value?.kind === 'group');
  if (kind === 'object') while (open.length > 1 && !isFit(open.at(-1))) hand(open, end);
  if (open.length > 1 && isFit(open.at(-1))) hand(open, end);
}

function hand(open: OpenValue[], end: number): void {
  const closed = open.pop();
  const into = open.at(-1);
  if (closed !== undefined && into !== undefined) into.add(closed, closed.finish(end));
}
