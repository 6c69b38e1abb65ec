import { showInvisible, showInvisibleLines, type Discretion } from '../core/index.js';
import { longestName, longestSentence } from './limits.js';

/** What begins as a token does, with the JSON of a header in base64url. `redact` takes more: in sentences about policies it would take their words, too. */
const token = /(?<![A-Za-z0-9])e(?:yJ|yA|yI|wo|w0|yB|yd)[\w+/-]{14,}(?:\.[\w+/=-]*)*/g;

/** A long run that no word is: a signature alone, an opaque token. */
const longRun = /(?<![\w+-])[\w+-]{80,}={0,2}/g;

/** Whether there is what looks like a token. */
export function holdsToken(text: string): boolean {
  return text.search(token) >= 0;
}

/**
 * A text in which words from outside may stand, as data in an answer: one line without a token, without what nobody sees, of at most `most` UTF-16
 * units, what was cut off shown as an ellipsis.
 */
export function tellOutside(text: string, most = longestSentence): string {
  return cut(showInvisible(hideTokens(text)), most);
}

/** The same for what is copied, which may have several lines. */
export function tellLines(text: string, most: number): string {
  return cut(showInvisibleLines(hideTokens(text)), most);
}

function hideTokens(text: string): string {
  return text.replace(token, '[token]').replace(longRun, '[token]');
}

function cut(shown: string, most: number): string {
  return shown.length <= most ? shown : `${shown.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The same for what was said of a judgement: without the values that it keeps back. Null stays null. */
export function tellJudged<Text extends string | null>(text: Text, discretion: Discretion, most = longestSentence): Text {
  return (text === null ? null : tellOutside(discretion.text(text), most)) as Text;
}

/** The name of a file in a line for readers: in quotes that nothing in it ends. */
export function quoteFile(file: string): string {
  return JSON.stringify(tellOutside(file, longestName));
}
