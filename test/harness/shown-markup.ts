import type { Markup } from '../../src/core/expression/markup.js';
import { listMarks } from '../../src/core/language/list-marks.js';

/** All that a reading of marks found, but for what it cost, as one text: two readings are the same where theirs are. */
export function showMarkup({ text, marks, expressions, templates, faults, oddity }: Markup): string {
  const names = Array.from({ length: marks.count }, (_, mark) => [marks.kind(mark), marks.name(mark)]);
  return JSON.stringify({ text, marks: listMarks(marks), names, expressions, templates, faults, oddity });
}
