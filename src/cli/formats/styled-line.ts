import picocolors from 'picocolors';
import { showLine, showPart } from '../show-line.js';

const { bold, cyan, dim, green, red, yellow, blue } = picocolors.createColors(true);

/** How a piece of a line looks where colours are wanted, by what it is. */
const styles = {
  place: bold,
  error: red,
  warning: yellow,
  information: blue,
  hint: dim,
  code: dim,
  command: cyan,
  good: green,
  bad: red,
  unsure: yellow,
  open: dim,
  frame: dim,
  mark: red,
} as const;

/** What a piece of a line is. */
export type Style = keyof typeof styles;

/** A line of the output for people: its text, or pieces of it of which some look different. */
export type Line = string | readonly (string | readonly [style: Style, text: string])[];

/** Writes a line: what stands in it from outside stays text, and no colour but ours. Without colours it is what its pieces say one after the other. */
export function writeLine(line: Line, hasColours: boolean): string {
  if (typeof line === 'string' || !hasColours) return showLine(textOf(line)).trimEnd();
  const pieces = line.map((piece, index) => {
    if (typeof piece === 'string') return index === 0 ? showLine(piece) : showPart(piece);
    const [style, text] = piece;
    return styles[style](showPart(text));
  });
  return pieces.join('').trimEnd();
}

function textOf(line: Line): string {
  return typeof line === 'string' ? line : line.map(piece => (typeof piece === 'string' ? piece : piece[1])).join('');
}
