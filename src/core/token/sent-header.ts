import type { Span } from '../text/span.js';

/** The header that a token was pasted in: how the client sends it. */
export interface SentHeader {
  /** Its name, as it stands. */
  readonly name: string;
  /** The words between the name and the token: none where no scheme stands there, several where one too many does. */
  readonly words: readonly string[];
  /** Whether one space stands after each word, as it should. */
  readonly isPlainSpace: boolean;
  /** Whether the text shows several values of the header, of which not all are judged. */
  readonly several: boolean;
}

/** As far before the token as a name and a scheme reach. */
const reach = 400;
/** No scheme has more letters. */
const longestWord = 20;

const quote = '["\'`]';
/** A header line, a member of JSON or an option of a command, up to the token. */
const word = String.raw`[^\s:,;"'${'`'}{}]{1,40}:?`;
const headerBefore = new RegExp(
  String.raw`(?:^|[\s{,;("'${'`'}])([A-Za-z][\w-]{0,60})(${quote}?)\s{0,8}(?::|=>)[ \t]{0,8}\r?\n?[ \t]{0,8}(?:\[\s{0,4})?${quote}?((?:${word}[ \t]{1,8}){0,2}(?:${word}\s{1,8})?)${quote}?$`,
);

/**
 * The header around a token, out of a line, a command, JSON or a request file; null where no header shows. A member of JSON counts only where
 * it is called Authorization, because anything may be a member. Takes the text without its encodings and where the token stands in it.
 */
export function findSentHeader(text: string, { start }: Span): SentHeader | null {
  const before = text.slice(Math.max(0, start - reach), start);
  const match = headerBefore.exec(before);
  const name = match?.[1];
  if (match === null || name === undefined) return /--oauth2-bearer[\s=]+["']?$/.test(before) ? ownScheme : null;
  const isAuthorization = name.toLowerCase() === 'authorization';
  const startsLine = /(?:^|\n)[ \t]*$/.test(before.slice(0, match.index + match[0].indexOf(name)));
  const isOption = /(?:-H|--header)[\s=]*["'$]{0,2}$/.test(before.slice(0, match.index + match[0].indexOf(name)));
  if (!isAuthorization && !(match[2] === '' && (startsLine || isOption))) return null;
  const between = match[3] ?? '';
  const words = between.split(/\s+/).filter(word => word !== '');
  // Anything longer is no scheme but perhaps a credential, and is not kept.
  const known = words.map(word => (word.length <= longestWord && /^[A-Za-z][\w-]*:?$/.test(word) ? word : '…'));
  const isWrapped = /[\r\n]/.test(between);
  return {
    name,
    words: known,
    isPlainSpace: isWrapped || words.length === 0 || /^(?:\S+ )+$/.test(between),
    several: (text.match(/(?:^|[\s"'`])authorization["'`]?\s{0,8}(?::|=>)/gi) ?? []).length > 1,
  };
}

const ownScheme: SentHeader = { name: 'Authorization', words: ['Bearer'], isPlainSpace: true, several: false };
