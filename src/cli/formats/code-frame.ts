import type { LineMap, Span } from '../../core/index.js';
import { showPart } from '../show-line.js';
import type { Line } from './styled-line.js';

/** So wide that numbers of lines up to 99,999 stand below each other. */
const gutter = 7;

/** A narrower terminal than this breaks the lines. */
const leastRoom = 20;

/** Keys of a policy are secrets where they are symmetric: such a line is not shown again. */
const hasKey = /<key[\s>]/i;

/** So many characters before and behind a place are looked at for a key: more than one has. */
const keyRange = 8192;

/**
 * The line of a file that a place begins on, with the place underlined; as much of it around the place as the terminal is wide. None of a line with a key.
 */
export function writeFrame(text: string, lines: LineMap, { start, end }: Span, columns: number): readonly Line[] {
  const { line, column } = lines.positionAt(start);
  const lineStart = start - column + 1;
  const lineEnd = lines.offsetAt({ line: line + 1, column: 1 });
  const room = Math.max(leastRoom, columns - gutter - 1);
  const stop = Math.min(end, lineEnd);
  // Some files are one line.
  const from = Math.max(lineStart, start - room);
  const to = Math.min(lineEnd, Math.max(stop, start) + room);
  if (hasKey.test(text.slice(Math.max(lineStart, start - keyRange), Math.min(lineEnd, stop + keyRange)))) return [];
  const before = cutStart(show(text.slice(from, start)).trimStart(), room >> 1);
  const marked = cutEnd(show(text.slice(start, Math.min(stop, start + room))), room - before.length);
  const after = cutEnd(show(text.slice(stop, to)), room - before.length - marked.length);
  const number = String(line).padStart(gutter - 2);
  return [
    [['frame', `${number}| `], before, ['mark', marked], after.trimEnd()],
    [['frame', `${' '.repeat(number.length)}| `], ' '.repeat(before.length), ['mark', '^'.repeat(Math.max(1, marked.trimEnd().length))]],
  ];
}

/** A tab takes two columns, a line break none. */
function show(text: string): string {
  return showPart(text.replace(/\r?\n|\r/g, '').replaceAll('\t', '  '));
}

function cutStart(text: string, most: number): string {
  return text.length <= most ? text : `…${text.slice(text.length - most + 1).replace(/^\p{Cs}/u, '')}`;
}

function cutEnd(text: string, most: number): string {
  return text.length <= most ? text : most <= 0 ? '' : `${text.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…`;
}
