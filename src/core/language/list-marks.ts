// The marks of a text as objects, for who looks at those around one place.
import type { AttributeMark, Marks } from '../expression/marks.js';
import type { Span } from '../text/span.js';

export interface OpenTagMark extends Span {
  readonly type: 'open';
  readonly name: Span;
  readonly attributes: readonly AttributeMark[];
  readonly selfClosing: boolean;
}

export interface CloseTagMark extends Span {
  readonly type: 'close';
  readonly name: Span;
}

interface OtherMark extends Span {
  readonly type: 'text' | 'comment' | 'cdata' | 'instruction' | 'doctype';
}

export type Mark = OpenTagMark | CloseTagMark | OtherMark;

/** All of them, in their order. */
export function listMarks(marks: Marks): Mark[] {
  const found: Mark[] = [];
  for (let mark = 0; mark < marks.count; mark++) {
    const kind = marks.kind(mark);
    const span = { start: marks.start(mark), end: marks.end(mark) };
    if (kind === 'open' || kind === 'empty') {
      const name = marks.nameSpan(mark);
      found.push({ type: 'open', ...span, name, attributes: marks.attributes(mark), selfClosing: kind === 'empty' });
    } else if (kind === 'close') found.push({ type: kind, ...span, name: marks.nameSpan(mark) });
    else if (kind !== undefined) found.push({ type: kind, ...span });
  }
  return found;
}
