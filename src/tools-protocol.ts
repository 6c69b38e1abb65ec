// What client and server tell each other about the tools for language models; the message's name stands in protocol.ts.

/** A call of a tool. */
export interface CallToolParams {
  readonly name: string;
  /** As the model handed it over, whatever it is. */
  readonly input: unknown;
}

/** What it comes to. */
export interface CalledTool {
  /** The lines for readers, or why there is no answer and what to do. */
  readonly text: string;
  /** The whole answer as JSON; null where there is none. */
  readonly json: string | null;
}
