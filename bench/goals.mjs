// The rows of the table: what is measured, beside what, and how far it may be. Each row belongs to one part, which measures it.

/**
 * @typedef {object} Goal
 * @property {string} row The row's name: `npm run bench -- ROW` measures its part.
 * @property {string} part The file in parts/ that measures it.
 * @property {string} what What is measured.
 * @property {string} beside What it is divided by.
 * @property {number | null} most The goal; null where a row is shown without one.
 * @property {boolean} [inEditor] Whether its part needs a VS Code: it runs only where it is named, or with `--editor`.
 * @property {'times' | 'milliseconds' | 'kibibytes'} [unit] `times` where it is not said: a ratio.
 */

/** @type {readonly Goal[]} */
export const goals = [
  {
    row: 'read',
    part: 'reading',
    what: 'read 256 KiB from nothing',
    beside: '`XMLValidator` + `XMLParser` on the masked text',
    most: 0.8,
  },
  {
    row: 'read-xml-tools',
    part: 'reading',
    what: 'the same',
    beside: '`@xml-tools/parser` + `@xml-tools/ast` on the masked text',
    most: 0.2,
  },
  {
    row: 'keystroke',
    part: 'keystrokes',
    what: 'keystroke → diagnostics, one token policy in 256 KiB, 95th percentile',
    beside: 'the same `XMLValidator` + `XMLParser`',
    most: 0.5,
  },
  {
    row: 'keystroke-crowded',
    part: 'keystrokes',
    what: 'the same in 256 KiB of token policies only (more than 300)',
    beside: '`XMLValidator` + `XMLParser` on that document, masked',
    most: 1,
  },
  {
    row: 'keystroke-small',
    part: 'keystrokes',
    what: 'keystroke → diagnostics in 4 KiB, median',
    beside: 'a request that does nothing',
    most: 2,
  },
  {
    row: 'growth-read',
    part: 'growth',
    what: 'reading 4 MiB, time per character',
    beside: 'the same of 64 KiB',
    most: 1.3,
  },
  {
    row: 'growth-keystroke',
    part: 'growth',
    what: 'keystroke → diagnostics in 4 MiB, time per character',
    beside: 'the same of 64 KiB',
    most: 1.3,
  },
  { row: 'decode', part: 'tokens', what: 'decode a token', beside: 'jose: `decodeJwt` + `decodeProtectedHeader`', most: 1.5 },
  { row: 'predict', part: 'tokens', what: 'decode and predict, keys at hand', beside: 'jose: `jwtVerify` with the signature', most: 2 },
  {
    row: 'memory-closed',
    part: 'memory',
    what: "the server's heap after 100 documents were opened and closed",
    beside: 'the heap before',
    most: 1.1,
  },
  { row: 'memory-open', part: 'memory', what: 'heap that an open document of 256 KiB costs', beside: 'its text', most: 12 },
  {
    row: 'check-many',
    part: 'many-files',
    what: '`check` over 1,000 policies, whole processes',
    beside: '`xmllint --noout` on the masked texts',
    most: 5,
  },
  {
    row: 'check-memory',
    part: 'many-files',
    what: 'most memory of `check` over 10,000 policies',
    beside: 'the same of 1,000',
    most: 1.1,
  },
  { row: 'version', part: 'command-line', what: '`apim-token-doctor --version`', beside: '`node -e 0`', most: 1.2 },
  { row: 'check-one', part: 'command-line', what: '`apim-token-doctor check` of one file', beside: '`node -e 0`', most: 2 },
  { row: 'entry', part: 'extension', what: "loading the extension's entry", beside: '', most: 10, unit: 'milliseconds' },
  { row: 'entry-size', part: 'extension', what: "the extension's entry", beside: '', most: 30, unit: 'kibibytes' },
  {
    row: 'server-start',
    part: 'extension',
    what: 'the server: from being spawned to its answer to `initialize`',
    beside: '`node -e 0`',
    most: 1.5,
  },
  {
    row: 'first-diagnostics',
    part: 'extension',
    what: 'the server: from being spawned to the first diagnostics of a policy of 4 KiB',
    beside: '`node -e 0`',
    most: null,
  },
  {
    row: 'workspace',
    part: 'workspace',
    what: 'the scopes of a workspace of 1,000 policies, read by the server',
    beside: 'reading the files',
    most: 2,
  },
  {
    row: 'workspace-edit',
    part: 'workspace',
    what: 'paths judged again after an edit of one policy',
    beside: 'paths that meet it',
    most: 1,
  },
  {
    row: 'typing',
    part: 'editor',
    what: 'key → painted frame in 256 KiB in the real VS Code, with a token in force, 95th percentile',
    beside: 'the same without the extension',
    most: null,
    inEditor: true,
  },
  {
    row: 'typing-small',
    part: 'editor',
    what: 'the same in 4 KiB',
    beside: 'the same without the extension',
    most: null,
    inEditor: true,
  },
  {
    row: 'squiggle',
    part: 'editor',
    what: 'key → squiggle in 256 KiB in the real VS Code, with a token in force, median',
    beside: 'an extension that marks at once',
    most: null,
    inEditor: true,
  },
  {
    row: 'squiggle-small',
    part: 'editor',
    what: 'the same in 4 KiB',
    beside: 'an extension that marks at once',
    most: null,
    inEditor: true,
  },
];
