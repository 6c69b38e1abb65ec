import type { Edit } from '../../text/edit.js';
import type { Fix, Refusal } from '../fix.js';

/** A text after several fixes. */
export interface FixedText {
  readonly text: string;
  /** What leads from the text before to this one. */
  readonly edits: readonly Edit[];
  /** What was done, in the order in which it was. */
  readonly titles: readonly string[];
  /** What the titles have no room for, each once. */
  readonly details: readonly string[];
  /** The titles, each with what it has no room for. */
  readonly descriptions: readonly string[];
  /** Whether one of them lets the policy accept more than before. */
  readonly widens: boolean;
  /** What was left as it is, and why. */
  readonly refusals: readonly Refusal[];
}

/** The text after these fixes, and what is said of them. Of the fixes nothing is kept but words: each holds a whole text. */
export function tellFixes(text: string, edits: readonly Edit[], done: readonly Fix[], refusals: readonly Refusal[] = []): FixedText {
  return {
    text,
    edits,
    titles: done.map(({ title }) => title),
    details: [...new Set(done.flatMap(({ detail }) => detail ?? []))],
    descriptions: done.map(({ title, detail }) => (detail === undefined ? title : `${title}. ${detail}`)),
    widens: done.some(({ widens }) => widens),
    refusals,
  };
}
