const replacement = '[token]';

/** Between the pieces of a token that was wrapped, escaped or encoded; bounded, and each sign is matched in one way, so that the search stays linear. */
const gap = String.raw`(?:[.\s>|"'+=…^${'`'}\\\p{Cf}\p{Cc}\p{Zs}]|%(?:25){0,4}[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\[nrt]|&#?\w{1,8};){1,12}`;

const dot = String.raw`(?:\.|%(?:25){0,4}2[eE]|\\u002[eE]|&#46;)`;

const patterns: readonly (readonly [pattern: RegExp, write: (...groups: string[]) => string])[] = [
  // From the start of a JSON object in base64url on: header, claims, signature, and what wrapping tore off.
  [
    new RegExp(
      String.raw`e(?:yJ|yA|yI|wo|w0|yB|yd)[\w+/-]{2,}(?:${gap}[\w+/-]{16,}|${dot}[\w+/-]{0,15}(?=${gap}[\w+/-]{16,})|${gap}[\w+/-]{1,15}(?=${dot}))*=*`,
      'gu',
    ),
    () => replacement,
  ],
  // Whatever stands behind a scheme.
  [
    /\b(bearer|dpop|pop|jwt|--oauth2-bearer)((?:\s|%20|\p{Zs}|:|=|["']){1,8})([\w~+/=.%-]{16,})/giu,
    (_match, scheme = '', space = '') => `${scheme}${space}${replacement}`,
  ],
  // Members and parameters that hold credentials.
  [
    /((?:access|id|refresh|auth)_?token|client_?secret|(?:client_?)?assertion|saml_?response|password)((?:\\{0,4}["'])?\s{0,8}(?:[:=]|%3[ad])\s{0,8}(?:\\{0,4}["'])?)([^\s"'&,;<>\\]{4,})/giu,
    (_match, name = '', space = '') => `${name}${space}${replacement}`,
  ],
  // A long run that no word is: a signature alone, an opaque token.
  [/[\w+-]{80,}={0,2}/gu, () => replacement],
];

/**
 * Replaces everything that looks like a token or a piece of one by `[token]`. For every path to a log, a message or a
 * report: it rather takes too much than too little. Never throws, linear, and leaves its own output as it is.
 */
export function redact(text: string): string {
  let result = text;
  for (const [pattern, write] of patterns) result = result.replace(pattern, write);
  return result;
}
