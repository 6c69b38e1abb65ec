import type { ErrorValues } from './explanation.js';
import { readMoments } from './read-moments.js';

// The library writes values between apostrophes and does not escape them, so an end is known only by the words that
// follow it. On their way through JSON, HTML, logs and word processors apostrophes and line breaks take other forms.
// A run of backslashes is tried from its first one only: from each of them, a run without an apostrophe would cost the square of its length.
const quote = String.raw`(?:(?<!\\)\\*(?:'|u0027)|&(?:amp;)*(?:#0*39|#[xX]0*27|apos);|[‘’])`;
/** White space, as it stands or as an escape. */
const gap = String.raw`(?:\s|\\+[nrt]|\\+u00(?:0[aAdD9]|20)|&(?:amp;)*(?:nbsp|#0*(?:10|13|32)|#[xX]0*(?:[aAdD]|20));)`;
/** What may stand in front of a word: no letter, but the letter of an escaped line break. */
const before = String.raw`(?:^|[^A-Za-z]|\\[nrt]|\\u000[aAdD])`;

/** A value between apostrophes: what stands in front of its first one, and what follows its last one. */
interface Frame {
  readonly before: RegExp;
  readonly after: RegExp;
}

function between(front: string, after: string): Frame {
  return { before: new RegExp(`${before}${front}${gap}*${quote}`), after: new RegExp(quote + after) };
}

/** The end of a sentence, or of a text. */
const end = String.raw`(?:\.|${gap}|"|$)`;
const words = (text: string): string => text.replaceAll(' ', `${gap}+`);

const issuer = [
  between('Issuer:', words(String.raw`\. Did not match`)), // IDX10205, IDX10212
  between('Issuer:', words(String.raw`, does not match any of the valid issuers`)), // IDX40001
  between(words('Token issuer:'), words(', does not')), // IDX40004, IDX40005
  between(words('The issuer'), words(' is invalid')), // a backend of ASP.NET
];
const validIssuer = between('ValidIssuer:', words(' or '));
// Where the surroundings are as the library writes them, a value may hold apostrophes.
const validIssuers = [between('ValidIssuers:', words(' or validationParameters')), between('ValidIssuers:', end)];
const configuredIssuer = between(String.raw`CurrentConfiguration\.Issuer:`, end);
const audiences = [
  between('Audiences:', words(String.raw`\. Did not match`)),
  between(words('The audience'), words(' is invalid')), // a backend of ASP.NET
];
const validAudience = between('ValidAudience:', words(' or '));
const validAudiences = [between('ValidAudiences:', String.raw`\.(?:$|"|${gap})`), between('ValidAudiences:', end)];
const keyId = [
  between(words(`token${quote}s kid is:`), words(', but did not match')),
  between('kid:', String.raw`\.${gap}*(?:Exceptions|Number)`),
  between('kid:', String.raw`\.`),
  between(`kid${quote}:`, String.raw`,${gap}*token:`), // IDX10501 of generation 5
];
const utc = words(String.raw`(?: \(UTC\))?:`);
const moments = {
  validFrom: between(`(?:ValidFrom|NotBefore)${utc}`, `(?:,|${words(' is after')})`),
  validTo: between(`(?:ValidTo|Expires)${utc}`, String.raw`(?:,|\.)`),
  now: between(`Current${gap}+time${utc}`, end),
};

/**
 * Takes the values out of one message of the validation library, of any of its generations. They are not
 * trimmed; what JSON or HTML did to the text around them is undone. What the message does not hold is absent. A value may hold anything, a token too: see `withoutTokens`.
 */
export function extractErrorValues(message: string): ErrorValues {
  const found: { -readonly [Name in keyof ErrorValues]: ErrorValues[Name] } = {};
  set(found, 'issuer', first(message, issuer));
  set(found, 'validIssuers', list(message, [validIssuer], validIssuers, [configuredIssuer]));
  set(found, 'audiences', list(message, [], audiences, []));
  set(found, 'validAudiences', list(message, [validAudience], validAudiences, []));
  set(found, 'kid', first(message, keyId));
  const { validFrom, validTo, now } = moments;
  const [from, to, current] = readMoments([validFrom, validTo, now].map(frame => first(message, [frame])));
  set(found, 'validFrom', from);
  set(found, 'validTo', to);
  set(found, 'now', current);
  return found;
}

function set<Name extends keyof ErrorValues>(
  values: { -readonly [Key in keyof ErrorValues]: ErrorValues[Key] },
  name: Name,
  value: ErrorValues[Name] | undefined,
): void {
  if (value !== undefined) values[name] = value;
}

const quoteAtEnd = new RegExp(`${quote}$`);

/**
 * A value as it was before JSON or HTML escaped the text: the apostrophe in front of it shows what was done to it. The library's own
 * escapes of characters that cannot be seen stay.
 */
function unescapeValue(value: string, opening: string): string {
  const plain = value.replaceAll('\\/', '/');
  if (opening.startsWith('&')) return unescapeEntities(plain);
  return /u0027$/.test(opening)
    ? plain.replace(/\\{1,8}u00([2-7][0-9a-fA-F])/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    : plain;
}

/** `&` itself may have been escaped again and again. */
function unescapeEntities(text: string): string {
  return text.replace(/&(?:amp;)*(#0*\d{1,3}|#[xX]0*[0-9a-fA-F]{1,2}|amp|lt|gt|quot|apos);/g, (match, name: string) => {
    if (!name.startsWith('#')) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name] ?? match;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code >= 32 ? String.fromCharCode(code) : match;
  });
}

/** Each frame is tried at its first place only, so that hostile texts cost linear time. */
function first(message: string, frames: readonly Frame[]): string | undefined {
  for (const frame of frames) {
    const start = frame.before.exec(message);
    if (!start) continue;
    const rest = message.slice(start.index + start[0].length);
    const found = frame.after.exec(rest);
    if (found) return unescapeValue(rest.slice(0, found.index), quoteAtEnd.exec(start[0])?.[0] ?? '');
  }
  return undefined;
}

/** One list out of single values and lists. The library prints an absent one as 'null' or 'Null', older gateways as nothing. */
function list(message: string, single: readonly Frame[], lists: readonly Frame[], last: readonly Frame[]): readonly string[] | undefined {
  const one = (frames: readonly Frame[]): string[] => {
    const value = first(message, frames);
    return value === undefined || value === '' || isNull(value) ? [] : [value];
  };
  const many = first(message, lists);
  const all = [...one(single), ...(many === undefined || isNull(many) ? [] : many.split(', ')), ...one(last)];
  return all.length > 0 ? all : undefined;
}

function isNull(value: string): boolean {
  return value === 'null' || value === 'Null';
}
