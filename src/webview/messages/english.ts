import type { PanelActionName, PanelTab } from '../../panel-messages.js';
import type { ClaimGroup, TokenCard } from '../../token-cards.js';
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
  'fetch-metadata': 'Fetch Tenant Metadata',
  'clear-token': 'Clear Token',
  'restore-token': 'Use Previous Token',
  'open-sample': 'Open Sample',
  'use-other-sample': 'Use the Other Version',
  'explain-gateway-error': 'Explain Gateway Error…',
} satisfies Record<PanelActionName, string>;

const tabs = {
  compared: 'Token and policy',
  claims: 'All claims',
  gateway: "Gateway's text",
  metadata: 'Metadata',
  path: 'Request path',
} satisfies Record<PanelTab, string>;

const claimGroups = {
  issuer: 'Who issued it',
  audience: 'For whom',
  times: 'When',
  client: 'Client',
  rights: 'Scopes and roles',
  person: 'Person',
  other: 'Others',
} satisfies Record<ClaimGroup, string>;

/** A kind of token, short. */
const kinds = {
  'workforce-v1': 'workforce v1.0',
  'workforce-v2': 'workforce v2.0',
  'external-id-v1': 'External ID v1.0',
  'external-id-v2': 'External ID v2.0',
  b2c: 'Azure AD B2C',
  'microsoft-account': 'Microsoft account',
  graph: 'Microsoft Graph',
  'id-token': 'ID token',
  other: 'other issuer',
  encrypted: 'encrypted',
  unreadable: 'not readable',
} satisfies Record<TokenCard['kind'], string>;

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

/** Two units at most: "40 min", "3 h 5 min", "2 d". */
function writeSpan(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d`;
}

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
    tabs,
    claimGroups,
    kinds,
  },
  sentences: {
    product: (): string => 'Token Doctor',
    actions: (): string => 'Actions',
    'no-token': (): string =>
      'No token yet. Decode one to see how the gateway answers it. The token stays in memory and is never written to disk.',
    'no-policy': (): string => 'Open a policy to see how the gateway answers this token.',

    away: (): string => 'Another file is in front.',
    spoken: ({ answer, headline }: { readonly answer: string; readonly headline: string }): string => `${answer}. ${headline}`,
    'file-line': ({ name, line }: { readonly name: string; readonly line: number }): string => `${name}:${line}`,
    'policy-at-line': ({ kind, line }: { readonly kind: string; readonly line: number }): string => withLine(kind, line),
    line: ({ line }: { readonly line: number }): string => `line ${line}`,
    'token-has': ({ name }: { readonly name: string }): string => `token's ${name}`,
    'line-takes': ({ line }: { readonly line: number }): string => `line ${line}`,
    takes: (): string => 'policy',
    'policy-takes': (): string => 'The policy takes',
    'has-none': (): string => 'none',
    'or-more': ({ count }: { readonly count: number }): string => `or ${count} more`,
    'copy-value': ({ name }: { readonly name: string }): string => `Copy ${name}`,
    'copy-wanted': (): string => 'Copy what the policy takes',
    'copy-gateway-text': (): string => "Copy the gateway's text",
    'copy-explanation': (): string => 'Copy the explanation',
    'copy-claims': (): string => 'Copy all claims as JSON',
    'copy-report': (): string => 'Copy Redacted Report',
    'more-fixes': ({ count }: { readonly count: number }): string => `${count} more`,
    'by-hand': (): string => 'By hand',
    'one-undo': ({ title }: { readonly title: string }): string => `${title}. One step to undo.`,
    'open-station': ({ scope, line }: { readonly scope: string; readonly line: number }): string => `Open ${scope}, line ${line}`,
    'signature-unchecked': (): string => 'Signature not checked.',
    'fetch-keys': (): string => 'Fetch keys',

    'token-in-force': (): string => 'Token in force',
    'no-token-chosen': (): string => 'no token',
    'token-choice': ({ number, kind, left }: { readonly number: number; readonly kind: string; readonly left: string }): string =>
      `${number}: ${kind}${left === '' ? '' : `, ${left}`}`,
    /** `seconds`: negative once it has expired; null where it never does. */
    'time-left': ({ seconds }: { readonly seconds: number | null }): string => {
      if (seconds === null) return 'no expiry';
      return seconds <= 0 ? `expired ${writeSpan(seconds)} ago` : `${writeSpan(seconds)} left`;
    },
    'from-now': ({ seconds }: { readonly seconds: number }): string =>
      seconds < 0 ? `${writeSpan(seconds)} ago` : `in ${writeSpan(seconds)}`,
    'compare-with': (): string => 'Compare with',
    'compare-no-more': (): string => 'Stop comparing',
    'comparison-heading': ({ differing, same }: { readonly differing: number; readonly same: number }): string =>
      `${differing} differ, ${same} are the same`,
    'comparison-caption': (): string => 'Two tokens, claim by claim',

    'path-heading': (): string => 'Path of the request',
    /** `scope`: "API orders"; `kind`: the name of the element. */
    station: ({ scope, kind }: { readonly scope: string; readonly kind: string }): string => `${scope}: ${kind}`,
    'station-decides': (): string => 'decides',
    'station-conditional': (): string => 'only in one branch of choose',
    'station-place': ({ file, line }: { readonly file: string; readonly line: number }): string => `${file}:${line}`,
    'paths-heading': ({ count }: { readonly count: number }): string => `${count} paths meet this policy`,
    'path-choice': ({ name, answer }: { readonly name: string; readonly answer: string }): string => `${name}: ${answer}`,
    'paths-more': ({ count }: { readonly count: number }): string => `${count} more are not listed.`,

    sample: (): string => 'sample',
    cleaned: ({ what }: { readonly what: readonly string[] }): string => `Removed from the pasted text: ${what.join(', ')}.`,
    'lifetime-heading': (): string => 'Life of the token',

    'tabs-heading': (): string => 'Details',
    'tab-with-count': ({ label, count }: { readonly label: string; readonly count: number }): string => `${label} (${count})`,
    'compared-caption': (): string => 'What the policy compares',
    'compared-columns': (): readonly string[] => ['Claim', 'Value', 'Outcome', 'Copy'],

    'checks-heading': (): string => 'What the gateway checks',
    'policies-heading': (): string => 'Token policies',
    'policy-findings': ({ count }: { readonly count: number }): string => (count === 1 ? '1 finding' : `${count} findings`),
    /** `refuses`: "refuses (401)". The code follows. */
    'gateway-reports': ({ refuses }: { readonly refuses: string }): string => `The policy ${refuses} and the gateway reports`,
    'text-unknown': (): string => 'The exact text is not known.',
    'nothing-reported': (): string => 'Nothing is refused for certain, so there is nothing to report.',
    'may-report': (): string => 'Another code is possible:',
    'fails-next': (): string => 'What would fail next:',
    'explained-heading': (): string => 'What your text means',
    /** Before a list of documents and values. */
    'needed-to-decide': (): string => 'Needed to decide:',

    /** Before a finding, for those who hear it. */
    'spoken-severity': ({ severity }: { readonly severity: Severity }): string => `${severities[severity]}: `,
    'go-to-line': ({ line }: { readonly line: number }): string => `Go to line ${line}`,
    'spoken-go-to-line': ({ line, code }: { readonly line: number; readonly code: string }): string => `Go to line ${line}: ${code}`,
    'show-fixes': (): string => 'Show fixes',
    'show-fixes-at': ({ line }: { readonly line: number }): string => `Show fixes at line ${line}`,
    'spoken-show-fixes': ({ line, code }: { readonly line: number; readonly code: string }): string =>
      `Show fixes for ${code}, line ${line}`,
    /** `what`: the step. */
    'spoken-copy': ({ kind, what }: { readonly kind: CopyKind; readonly what: string }): string => `${copyLabels[kind]}: ${what}`,
    copied: (): string => 'Copied.',
    'not-copied': (): string => 'Not copied. Select the text and copy it yourself.',

    'sources-caption': (): string => 'Metadata documents and key sets',
    'source-columns': (): readonly string[] => ['Document', 'State'],
    'show-document': (): string => 'Open JSON',
    'spoken-show-document': ({ address }: { readonly address: string }): string => `Open JSON: ${address}`,
    'signed-with-key': (): string => "The token's key:",
    /** `moment`: "fetched 3 minutes ago". */
    available: ({ moment }: { readonly moment: string }): string => `Available, ${moment}`,
    missing: ({ moment }: { readonly moment: string | null }): string => (moment === null ? 'Missing' : `Missing, ${moment}`),
    failed: ({ moment }: { readonly moment: string | null }): string => (moment === null ? 'Failed' : `Failed, ${moment}`),

    'header-heading': (): string => 'Header',
    'payload-heading': (): string => 'Payload',
    'header-caption': (): string => 'Header of the token',
    'claim-columns': (): readonly string[] => ['Name', 'Value', 'Copy'],
    'claim-column': (): string => 'Claim',
    'claims-more': ({ count }: { readonly count: number }): string => `${count} more are not listed. Filter, or copy all of them.`,
    'filter-claims': (): string => 'Filter claims',
    'personal-values': (): string => 'Personal values',
    'raw-json': (): string => 'Raw JSON',
    'json-cut': (): string => 'What follows is not shown. Copying takes all of it.',
    'value-cut': (): string => '… (copying takes all of it)',
    groups: ({ count }: { readonly count: number }): string => `${count} groups`,
    entries: ({ count }: { readonly count: number }): string => (count === 1 ? '1 entry' : `${count} entries`),
    /** `isKnown`: whether it is known that the claim tells who a person is. */
    hidden: ({ isKnown }: { readonly isKnown: boolean }): string => (isKnown ? 'hidden (personal)' : 'hidden (may be personal)'),
    characters: ({ count }: { readonly count: number }): string => `${count} characters`,
  },
};
