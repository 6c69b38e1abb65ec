import type { PanelActionName } from '../../panel-messages.js';
import type { SourceRow, StationCardOutcome } from '../../view.js';
import type { Certainty, CopyKind, Outcome, Severity } from '../../core/index.js';

const outcomes = { pass: 'Passes', fail: 'Fails', uncertain: 'Uncertain', unresolved: 'Not decided' } satisfies Record<Outcome, string>;

const outcomeMeanings = {
  pass: 'The token passes this check.',
  fail: 'The gateway refuses the token here.',
  uncertain: 'What the gateway does here is not documented, depends on its version, or is within a tolerance.',
  unresolved: 'A document or a value is missing. The check says which one.',
} satisfies Record<Outcome, string>;

const stations = {
  pass: 'accepts',
  fail: 'refuses',
  uncertain: 'uncertain',
  unresolved: 'not decided',
  answers: 'answers itself',
  'may-answer': 'may answer itself',
  'not-read': 'not read',
  silent: 'no token policy',
  'not-reached': 'not reached',
  waiting: 'waits for a token',
} satisfies Record<StationCardOutcome, string>;

const certainties = {
  documented: 'documented',
  library: 'from the library',
  observed: 'reported by users',
  inferred: 'inferred',
} satisfies Record<Certainty, string>;

const certaintyMeanings = {
  documented: "The gateway's documentation says so.",
  library: 'The validation library that the gateway uses does this.',
  observed: 'Users reported that the gateway does this.',
  inferred: 'Nothing says so directly; it follows from what is known.',
} satisfies Record<Certainty, string>;

const severities = { error: 'Error', warning: 'Warning', information: 'Information', hint: 'Hint' } satisfies Record<Severity, string>;

const actions = {
  'decode-token': 'Decode Token…',
  'decode-token-from-clipboard': 'Decode Token from Clipboard',
  'show-tenant-metadata': 'Show Tenant Metadata',
  'clear-token': 'Clear Token',
  'open-sample': 'Open Sample',
  'explain-gateway-error': 'Explain Gateway Error…',
} satisfies Record<PanelActionName, string>;

const documents = { configuration: 'OpenID configuration', keys: 'Signing keys' } satisfies Record<SourceRow['document'], string>;

const origins = {
  network: 'from the network',
  file: 'from a saved file',
  sample: 'made for the sample',
  setting: 'from the settings',
} satisfies Record<NonNullable<SourceRow['from']>, string>;

const copyLabels = {
  command: 'Copy command',
  request: 'Copy request',
  element: 'Copy element',
  setting: 'Copy setting',
  letter: 'Copy text',
} satisfies Record<CopyKind, string>;

/** What a moment of the token's life means for it, where it is not in order. */
const times = { soon: 'close to its limit', bad: 'invalid now' };

const withLine = (kind: string, line: number): string => `${kind}, line ${line}`;

/** All that the panel's page says by itself; the sentences about token and policy come with the view. */
export const english = {
  /** Words for one of several, by its name. */
  words: {
    outcomes,
    stations,
    outcomeMeanings,
    certainties,
    certaintyMeanings,
    severities,
    actions,
    documents,
    origins,
    copyLabels,
    times,
  },
  sentences: {
    product: (): string => 'Token Doctor',
    actions: (): string => 'Actions',
    'no-token': (): string =>
      'No token yet. Decode one to see how the gateway answers it. The token stays in memory and is never written to disk.',
    'no-policy': (): string => 'Open a policy to see how the gateway answers this token.',

    /** Before the name of the token policy. */
    'decided-by': (): string => 'decided by',
    'policy-at-line': ({ kind, line }: { readonly kind: string; readonly line: number }): string => withLine(kind, line),
    line: ({ line }: { readonly line: number }): string => `line ${line}`,

    'path-heading': (): string => 'Path of the request',
    /** `scope`: "API orders"; `kind`: the name of the element. */
    station: ({ scope, kind }: { readonly scope: string; readonly kind: string }): string => `${scope}: ${kind}`,
    'station-decides': (): string => 'decides',
    'station-conditional': (): string => 'only in one branch of choose',
    'station-place': ({ file, line }: { readonly file: string; readonly line: number }): string => `${file}:${line}`,
    'paths-heading': ({ count }: { readonly count: number }): string => `${count} paths meet this policy`,
    'path-choice': ({ name, answer }: { readonly name: string; readonly answer: string }): string => `${name}: ${answer}`,
    'paths-more': ({ count }: { readonly count: number }): string => `${count} more are not listed.`,

    'token-heading': (): string => 'Token',
    sample: (): string => 'sample',
    cleaned: ({ what }: { readonly what: readonly string[] }): string => `Removed from the pasted text: ${what.join(', ')}.`,
    'lifetime-passed': ({ percent }: { readonly percent: number }): string => `${percent}% of the token's lifetime has passed`,

    'checks-heading': (): string => 'What the gateway checks',
    'policies-heading': (): string => 'Token policies',
    legend: (): string => 'What these words mean',
    'checks-caption': ({ kind, line }: { readonly kind: string; readonly line: number }): string => `Checks of ${withLine(kind, line)}`,
    'check-columns': (): readonly string[] => ['Check', 'Outcome', 'Why'],
    /** `refuses`: "refuses (401)". The code follows. */
    'gateway-reports': ({ refuses }: { readonly refuses: string }): string => `The policy ${refuses} and the gateway reports`,
    'text-unknown': (): string => 'The exact text is not known.',
    'may-report': (): string => 'It may report this instead:',
    reported: (): string => 'reported',
    /** Before a list of documents and values. */
    'needed-to-decide': (): string => 'Needed to decide:',

    'findings-heading': (): string => 'Findings',
    /** Before a finding, for those who hear it. */
    'spoken-severity': ({ severity }: { readonly severity: Severity }): string => `${severities[severity]}: `,
    'go-to-line': ({ line }: { readonly line: number }): string => `Go to line ${line}`,
    'spoken-go-to-line': ({ line, code }: { readonly line: number; readonly code: string }): string => `Go to line ${line}: ${code}`,
    'show-fixes': (): string => 'Show fixes',
    'spoken-show-fixes': ({ line, code }: { readonly line: number; readonly code: string }): string =>
      `Show fixes for ${code}, line ${line}`,
    /** `what`: the step. */
    'spoken-copy': ({ kind, what }: { readonly kind: CopyKind; readonly what: string }): string => `${copyLabels[kind]}: ${what}`,
    copied: (): string => 'Copied.',
    'not-copied': (): string => 'Not copied. Select the text and copy it yourself.',

    'sources-heading': (): string => 'Metadata',
    'sources-caption': (): string => 'Metadata documents and key sets',
    'source-columns': (): readonly string[] => ['Document', 'State'],
    'show-document': (): string => 'Show the document',
    /** `moment`: "fetched 3 minutes ago". */
    available: ({ moment }: { readonly moment: string }): string => `Available, ${moment}`,
    missing: ({ moment }: { readonly moment: string | null }): string => (moment === null ? 'Missing' : `Missing, ${moment}`),
    failed: ({ moment }: { readonly moment: string | null }): string => (moment === null ? 'Failed' : `Failed, ${moment}`),

    'claims-heading': (): string => 'Claims',
    'claims-caption': (): string => 'Claims of the token',
    'header-heading': (): string => 'Header',
    'header-caption': (): string => 'Header of the token',
    'claim-columns': (): readonly string[] => ['Name', 'Value', 'Meaning'],
    'show-personal': (): string => 'Show personal values',
    'hide-personal': (): string => 'Hide personal values',
    /** `isKnown`: whether it is known that the claim tells who a person is. */
    hidden: ({ isKnown }: { readonly isKnown: boolean }): string => (isKnown ? 'hidden (personal)' : 'hidden (may be personal)'),
    characters: ({ count }: { readonly count: number }): string => `${count} characters`,
  },
};
