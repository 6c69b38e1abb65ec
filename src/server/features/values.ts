import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';

/** Which sets of values there are to choose from. Waits until the workspace's files were read. */
export function answerValues(parts: ServerParts): void {
  answer(parts, 'apimTokenDoctor/values/sets', async ({ uri }, cancellation) => {
    await parts.workspace.whenRead(cancellation);
    return parts.grounds.valueSetsFor(uri ?? '');
  });
}
