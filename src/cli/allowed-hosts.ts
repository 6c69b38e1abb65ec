import { CannotRun } from './io.js';

/** The hosts that `--allow-host` names, as addresses have them: in lower case, with a port where it is not 443. */
export function readAllowedHosts(given: readonly string[]): ReadonlySet<string> {
  return new Set(given.map(readHost));
}

/** Refuses what is more than a host: nobody who writes an address, or a pattern, is to believe that it counts. */
function readHost(text: string): string {
  if (/^[^\s/\\?#@*]+$/.test(text)) {
    try {
      return new URL(`https://${text}`).host;
    } catch {
      // Told below.
    }
  }
  throw new CannotRun(words => words.wrongHost());
}
