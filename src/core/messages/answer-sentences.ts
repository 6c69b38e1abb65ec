/** What an answer or an error text means, and what cures it. */
export interface AnswerSentences {
  readonly says: string;
  /** The likeliest first; the first one also stands in the first line. */
  readonly cures: readonly [string, ...string[]];
}
