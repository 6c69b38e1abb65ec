import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A question to the real library: what does it say to this token under this policy at this moment? */
export interface Question {
  readonly id: string;
  readonly now: number;
  readonly policy: string;
  readonly token: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  /**
   * What the policy may mean where it holds a setting of which it is not known how the gateway reads it: each is asked in place of the policy, and
   * what they do not agree on is uncertain.
   */
  readonly readings?: readonly string[];
}

/** What the oracle is asked: the question, or each of its readings as a question of its own. */
export function listReadings(question: Question): readonly Question[] {
  const { id, readings } = question;
  return readings === undefined ? [question] : readings.map((policy, index) => ({ ...question, id: `${id}/${String(index)}`, policy }));
}

export interface Answer {
  readonly engine: string;
  readonly outcome: 'pass' | 'fail' | 'unmapped' | 'cannot-be-set-up';
  readonly idx?: string | null;
  readonly message?: string;
}

const script = fileURLToPath(new URL('../../../shared/oracle/ask.sh', import.meta.url));

/** Why the library cannot be asked here; null where it can. */
export function whyNoOracle(): string | null {
  if (!existsSync(script)) return '../shared/oracle is absent';
  return spawnSync('dotnet', ['--version']).status === 0 ? null : 'dotnet is missing';
}

/** The answers of both handlers of one generation, by the question's id. The older generations need Debian's faketime. */
export async function askOracle(questions: readonly Question[], generation: string): Promise<Map<string, readonly Answer[]>> {
  const answers = new Map<string, readonly Answer[]>();
  const env = { ...process.env, GENERATION: generation, NOW: String(questions[0]?.now ?? 0) };
  const output = await new Promise<string>((resolve, reject) => {
    const child = execFile(script, ['tokens'], { env, maxBuffer: 2 ** 30 }, (error, stdout) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`the oracle ended with ${String(error.code)} after ${String(stdout.split('\n').length - 1)} answers`));
    });
    child.stdin?.end(questions.map(question => JSON.stringify(question)).join('\n'));
  });
  for (const line of output.split('\n')) {
    if (line === '') continue;
    const { id, answers: given } = JSON.parse(line) as { id: string; answers: readonly Answer[] };
    answers.set(id, given);
  }
  return answers;
}
