import type { Look } from './report.js';
import { showLine } from './show-line.js';

/** What stands on the other end of standard output. */
export interface Terminal {
  /** Whether a person looks at it: a terminal, no file, no pipe. */
  readonly isThere: boolean;
  /** Its width in characters. */
  readonly columns: number;
  /** Whether the environment asks for colours (true) or for none (false); null where it leaves that open. */
  readonly wantsColour: boolean | null;
}

/** A terminal of which nothing is known is as wide as all once were. */
const usualColumns = 80;

/** What of an output stream tells about the terminal behind it. */
interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * Looks at standard output and the environment: `NO_COLOR` (https://no-color.org) with any text means no colours and wins; `FORCE_COLOR` means colours, `0` and `false` none; a terminal
 * that calls itself `dumb` gets none.
 */
export function readTerminal(output: Output, env: Readonly<Record<string, string | undefined>>): Terminal {
  const { NO_COLOR: none = '', FORCE_COLOR: force = '', TERM: term } = env;
  const forced = force === '' ? null : !['0', 'false'].includes(force);
  const wantsColour = none !== '' ? false : (forced ?? (term === 'dumb' ? false : null));
  return { isThere: output.isTTY === true, columns: widthOf(output), wantsColour };
}

/** Some terminals call themselves no columns wide. */
function widthOf({ columns = 0 }: Output): number {
  return columns > 0 ? columns : usualColumns;
}

/** How the output looks: an option counts before the environment, and that before what the terminal is. */
export function chooseLook(
  { isThere, columns, wantsColour }: Terminal,
  { color, 'no-color': noColor }: { readonly color: boolean; readonly 'no-color': boolean },
): Look {
  return { hasColours: !noColor && (color || (wantsColour ?? isThere)), columns: isThere ? columns : null };
}

/** How long (milliseconds) a run takes before it says how far it has come: a short one says nothing. */
const patience = 400;

/** How often (milliseconds) it says so. */
const pace = 80;

interface ErrorOutput extends Output {
  write(text: string): unknown;
}

/** One line on standard error that says how far the work has come. Nothing where that is no terminal. */
export class Progress {
  readonly #output: ErrorOutput;
  readonly #now: () => number;
  #next: number;
  #isShown = false;

  /** `now` gives milliseconds of a clock that only grows. */
  constructor(output: ErrorOutput, now: () => number) {
    this.#output = output;
    this.#now = now;
    this.#next = now() + patience;
  }

  /** Shows the text in the place of what was shown before, unless that was a moment ago. */
  tell(text: string): void {
    if (this.#output.isTTY !== true || this.#now() < this.#next) return;
    this.#next = this.#now() + pace;
    this.#isShown = true;
    // In the last column some terminals begin a new line.
    this.#output.write(`\r\u001b[K${showLine(text).slice(0, widthOf(this.#output) - 1)}`);
  }

  /** Takes it away, so that something else can be written. */
  clear(): void {
    if (this.#isShown) this.#output.write('\r\u001b[K');
    this.#isShown = false;
  }
}
