import { say } from '../../messages/message.js';
import type { Edit } from '../../text/edit.js';
import type { Draft } from './build-fix.js';
import type { RenameEffect } from './rename-effect.js';

/** The fix that renames what was misspelt: it says so where more is accepted with the right name. */
export function writeRename(from: string, to: string, edits: readonly Edit[], effect: RenameEffect): Draft {
  const widens = effect === 'widens';
  const title = say(widens ? 'fix-rename-widens' : 'fix-rename', { from, to });
  return { title, edits, widens, neutral: effect === 'neutral', preferred: !widens };
}
