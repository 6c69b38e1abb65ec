import { openNodeIo } from './node-io.js';
import { run } from './run.js';

/** Runs the command that the process was started with, and leaves its exit code. `version`: the product's. Never rejects. */
export async function main(version: string): Promise<void> {
  process.exitCode = await run(openNodeIo(process.argv.slice(2), version));
}
