// Imported before the server: on a signal its heap is collected and measured.
import { writeSync } from 'node:fs';

process.on('SIGUSR2', () => {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  writeSync(4, String(heapUsed + external));
});
