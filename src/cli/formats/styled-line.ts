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
  let written = '';
  // Plain pieces side by side are shown as one text: a command could begin in the one and end in the other.
  let plain = '';
  const endPlain = (): void => {
    written += written === '' ? showLine(plain) : showPart(plain);
    plain = '';
  };
  for (const piece of line) {
    if (typeof piece === 'string') plain += piece;
    else {
      endPlain();
      const [style, text] = piece;
      written += styles[style](showPart(text));
    }
  }
  endPlain();
  return written.trimEnd();
}

function textOf(line: Line): string {
  return typeof line === 'string' ? line : line.map(piece => (typeof piece === 'string' ? piece : piece[1])).join('');
}
