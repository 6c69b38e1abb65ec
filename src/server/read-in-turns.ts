import { readInSteps, type KeptMarks, type Literals, type PolicyDocument } from '../core/index.js';

/** What a reading needs to know between two of its steps. */
export interface Turns {
  /** Resolves after the messages that wait were read, an edit among them; where little was done since they had their turn, at once. */
  pause(): Promise<void>;
  /** Whether somebody still wants this text: it is the newest. */
  isWanted(): boolean;
}

/**
 * Reads a text, and lets others have their turn between its statements. Null where nobody wants it any more.
 *
 * @param kept what is kept from one version of the text to the next: without it, reading begins from nothing
 */
export async function readInTurns(
  text: string,
  { pause, isWanted }: Turns,
  literals?: Literals,
  kept?: KeptMarks,
): Promise<PolicyDocument | null> {
  const steps = readInSteps(text, literals, kept);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await pause();
    if (!isWanted()) return null;
  }
}
