// How the run goes, told as it goes: who waits for its end in vain still knows what was tried, and where it stands.
import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';

/** One line of the file that the variable HOST_RESULTS names. */
export type Progress =
  | { readonly planned: number }
  | { readonly began: string }
  | { readonly step: string }
  | { readonly ended: string; readonly outcome: 'passed' | 'failed' | 'skipped'; readonly ms: number; readonly error: string };

/** Adds a line to the file. */
export function tell(progress: Progress): void {
  if (process.env['HOST_RESULTS']) appendFileSync(process.env['HOST_RESULTS'], `${JSON.stringify(progress)}\n`);
}

/** How long (milliseconds) a test waits for one thing: the limit only ends a hang. */
const limit = 120_000;

/** What an answer gives, which nothing but its coming tells of. Throws after two minutes, naming what it waited for. */
export async function within<T>(what: string, answer: Thenable<T>): Promise<T> {
  tell({ step: what });
  const timer: { id?: ReturnType<typeof setTimeout> } = {};
  const late = new Promise<never>((_, reject) => {
    timer.id = setTimeout(() => reject(new Error(`Timed out waiting for ${what}.`)), limit);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer.id);
  }
}

/** Polls until `condition` gives something. Throws after two minutes, naming what it waited for, also where `condition` itself does not end. */
export async function until<T>(what: string, condition: () => T | undefined | false | PromiseLike<T | undefined | false>): Promise<T> {
  const poll = async (): Promise<T> => {
    for (const end = Date.now() + limit; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 50))) {
      const value = await condition();
      if (value !== undefined && value !== false) return value;
    }
    return new Promise<never>(() => undefined);
  };
  return within(what, poll());
}

/** Runs a command of the editor, and gives what it gives. Throws as `within` does. */
export function run<T = unknown>(command: string, ...parameters: unknown[]): Promise<T> {
  return within(command, vscode.commands.executeCommand<T>(command, ...parameters));
}
