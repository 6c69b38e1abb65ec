const replacement = '[token]';

/** Between the pieces of a token that was wrapped, escaped or encoded; bounded, and each sign is matched in one way, so that the search stays linear. */
const gap = String.raw`(?:[.\s>|"'+=…^${'`'}\\\p{Cf}\p{Cc}\p{Zs}]|%(?:25){0,4}[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\[nrt]|&#?\w{1,8};){1,12}`;

const dot = String.raw`(?:\.|%(?:25){0,4}2[eE]|\\u002[eE]|&#46;)`;

/** The start of a JSON object in base64url: of a header, or of claims. */
const beginning = /e(?:yJ|yA|yI|wo|w0|yB|yd)[\w+/-]{2,}/gu;
/** What goes on behind it: claims, signature, and what wrapping tore off. One step at a time, so that no step is ever taken back. */
const more = new RegExp(String.raw`${gap}[\w+/-]{16,}|${dot}[\w+/-]{0,15}(?=${gap}[\w+/-]{16,})|${gap}[\w+/-]{1,15}(?=${dot})`, 'yu');
const padding = /=*/y;

/** Where a sticky pattern that matches at a place ends; the place itself where it does not match. */
function endAt(pattern: RegExp, text: string, place: number): number {
  pattern.lastIndex = place;
  return pattern.test(text) ? pattern.lastIndex : place;
}

/** Takes out compact tokens, each from the first JSON object on. */
function redactCompact(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    beginning.lastIndex = from;
    const found = beginning.exec(text);
    if (found === null) return kept.join('') + text.slice(from);
    kept.push(text.slice(from, found.index), replacement);
    from = found.index + found[0].length;
    for (let end = endAt(more, text, from); end > from; end = endAt(more, text, from)) from = end;
    from = endAt(padding, text, from);
  }
}

const patterns: readonly (readonly [pattern: RegExp, write: (...groups: string[]) => string])[] = [
  // Whatever stands behind a scheme.
  [
    /\b(bearer|dpop|pop|jwt|--oauth2-bearer)((?:\s|%20|:|=|["']){1,8})([\w~+/=.%-]{16,})/giu,
    (_match, scheme = '', space = '') => `${scheme}${space}${replacement}`,
  ],
  // Members and parameters that hold credentials.
  [
    /((?:access|id|refresh|auth)_?token|client_?secret|(?:client_?)?assertion|saml_?response|password)((?:\\{0,4}["'])?\s{0,8}(?:[:=]|%3[ad])\s{0,8}(?:\\{0,4}["'])?)([^\s"'&,;<>\\]{4,})/giu,
    (_match, name = '', space = '') => `${name}${space}${replacement}`,
  ],
  // A long run that no word is: a signature alone, an opaque token.
  [/(?<![\w+-])[\w+-]{80,}={0,2}/gu, () => replacement],
];

/**
 * Replaces everything that looks like a token or a piece of one by `[token]`. For every path to a log, a message or a
 * report: it rather takes too much than too little. Never throws, linear, and leaves its own output as it is.
 */
export function redact(text: string): string {
  let result = redactCompact(text);
  for (const [pattern, write] of patterns) result = result.replace(pattern, write);
  return result;
}
