import type { AnswererKind } from '../../../../src/core/index.js';

/** A text that people paste, retyped from its source, and what a right explanation says of it. */
export interface Answer {
  readonly source: string;
  readonly who: AnswererKind;
  readonly service: RegExp;
  /** What the first explanation or one of its cures says. */
  readonly says: RegExp;
  readonly text: string;
}

/** Answers of one service out of one source. */
export function answersOf(
  source: string,
  who: AnswererKind,
  service: RegExp,
  texts: readonly (readonly [text: string, says: RegExp])[],
): readonly Answer[] {
  return texts.map(([text, says]) => ({ source, who, service, says, text }));
}

export const guid = '11111111-2222-4333-8444-555555555555';
export const other = '66666666-7777-4888-9999-aaaaaaaaaaaa';
