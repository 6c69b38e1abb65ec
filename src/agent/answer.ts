/** What a tool answers: the same once for programs, in the shape of the tool's output, and once in a few lines for readers. */
export interface ToolAnswer {
  readonly structured: object;
  /** Holds of texts from outside nothing but names of files, quoted. */
  readonly text: string;
}

/** Why a tool cannot answer, and what to do, each one sentence. */
export interface ToolProblem {
  readonly problem: string;
  readonly nextStep: string;
}

/** Who offers the tools: it decides how somebody comes to a token. `server`: the command line; `editor`: VS Code. */
export type ToolHost = 'server' | 'editor';

/** What a call of a tool comes to, as it is handed to an agent. */
export interface ToolCall {
  /** The lines for readers, or why there is no answer and what to do. */
  readonly text: string;
  /** In the shape of the tool's output; null where there is no answer. */
  readonly structured: object | null;
}
