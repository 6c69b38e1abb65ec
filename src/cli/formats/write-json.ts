import { showInvisible } from '../../core/index.js';
import type { JsonObject, MemberTexts } from '../../core/index.js';

/**
 * JSON for machines and people, with a line break at its end. What nobody sees, what steers a terminal and what a pipeline takes for a command stands in it as
 * JSON's own escapes, so that it reads back as the same text.
 */
export function writeJson(value: unknown): string {
  return `${stringify(value)
    .replace(/[^ -~\n]+/g, run => Array.from(run, escapeUnseen).join(''))
    .replace(/##(?=\[|vso\[)/gi, String.raw`#\u0023`)}\n`;
}

function escapeUnseen(character: string): string {
  if (showInvisible(character) === character) return character;
  return Array.from({ length: character.length }, (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`).join('');
}

/** A text of JSON that stands in the output as it is. */
class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The members of a part of a token, each as the token writes it where JavaScript would write another number. */
export function keepNumbers(members: JsonObject, texts: MemberTexts = new Map()): object {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => {
      const text = texts.get(name);
      return [name, text === undefined ? value : new JsonText(text)];
    }),
  );
}

function stringify(value: unknown): string {
  const texts: string[] = [];
  const plain = writeWith(value, ({ text }) => {
    texts.push(text);
    return '';
  });
  if (texts.length === 0) return plain;
  // Signs that nothing else in the output has in a row.
  const mark = '#'.repeat((plain.match(/#+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0) + 1);
  let next = 0;
  return writeWith(value, () => mark).replaceAll(`"${mark}"`, () => texts[next++] ?? 'null');
}

function writeWith(value: unknown, replace: (text: JsonText) => string): string {
  return JSON.stringify(value, (_name, member: unknown) => (member instanceof JsonText ? replace(member) : member), 2);
}
