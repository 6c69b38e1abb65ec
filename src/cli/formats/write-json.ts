import { showInvisible } from '../../core/index.js';

/**
 * JSON for machines and people, with a line break at its end. What nobody sees, what steers a terminal and what a pipeline takes for a command stands in it as
 * JSON's own escapes, so that it reads back as the same text.
 */
export function writeJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)
    .replace(/[^ -~\n]+/g, run => Array.from(run, escapeUnseen).join(''))
    .replace(/##(?=\[|vso\[)/gi, String.raw`#\u0023`)}\n`;
}

function escapeUnseen(character: string): string {
  if (showInvisible(character) === character) return character;
  return Array.from({ length: character.length }, (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`).join('');
}
