// A reporter of node:test: prints one line for each test, and writes the counts into the file that the variable COUNTS names.
import { writeFileSync } from 'node:fs';
import { inspect } from 'node:util';

/** Yields the text to print. */
export default async function* countTests(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:diagnostic' && data.nesting > 0) yield `  ${data.message}\n`;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const error = data.details.error;
    if (data.details.type === 'suite') {
      // What its tests did is counted with them; a hook that failed is told here only.
      if (error && error.failureType !== 'subtestsFailed') yield `✗ ${data.name}\n${inspect(error.cause ?? error)}\n`;
      continue;
    }
    if (data.skip !== undefined) {
      counts.skipped++;
      yield `- ${data.name} (skipped: ${data.skip})\n`;
    } else if (type === 'test:pass') {
      counts.passed++;
      yield `✓ ${data.name} (${Math.round(data.details.duration_ms)} ms)\n`;
    } else {
      counts.failed++;
      const cause = error?.cause ?? error;
      yield `✗ ${data.name} (${Math.round(data.details.duration_ms)} ms)\n${cause instanceof Error ? cause.stack : inspect(cause)}\n`;
    }
  }
  if (process.env.COUNTS) writeFileSync(process.env.COUNTS, JSON.stringify(counts));
}
