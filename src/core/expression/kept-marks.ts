import type { Literals } from './literals.js';
import type { Markup } from './markup.js';
import { rescanInSteps } from './rescan-markup.js';
import { scanInSteps } from './scan-markup.js';
import type { Steps } from '../text/steps.js';

/**
 * The marks of a text as it was read last, which its next version has for the most part. One for each text that is read again and again; whoever
 * reads but once has none. It gives what reading from nothing gives, whatever was read before.
 */
export class KeptMarks {
  #before: Markup | null = null;

  /** Cuts the text as it is now into marks, and keeps them. What is left in the middle keeps nothing. */
  *scanInSteps(text: string, literals: Literals): Steps<Markup> {
    const markup = yield* this.#before === null ? scanInSteps(text, literals) : rescanInSteps(this.#before, text, literals);
    this.#before = markup;
    return markup;
  }
}
