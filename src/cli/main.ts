import { checkShare } from './check-share.js';
import { openNodeIo } from './node-io.js';
import { answerStarter } from './node-threads.js';
import { run } from './run.js';
import { englishCli } from './sentences/english/index.js';

/** Runs the command that the process was started with, and leaves its exit code. `version`: the product's. Never rejects. */
export async function main(version: string): Promise<void> {
  process.exitCode = await run(openNodeIo(process.argv.slice(2), version));
}

/** Does the share of a check that this thread was started with, and posts what came of it. Rejects where something was not foreseen, which ends the thread. */
export async function workInThread(): Promise<void> {
  await answerStarter(async share => checkShare(openNodeIo([], ''), share, englishCli));
}
