const checkLabels = {
  source: 'Source',
  form: 'Form',
  signature: 'Signature',
  lifetime: 'Lifetime',
  audience: 'Audience',
  issuer: 'Issuer',
  application: 'Application',
  claims: 'Claims',
};

export interface Answer {
  readonly outcome: 'pass' | 'fail' | 'uncertain' | 'unresolved';
  readonly status: number | null;
}

export interface Origin {
  readonly from: 'network' | 'file' | 'sample' | 'setting';
  /** Seconds; null where the moment is not known. */
  readonly ago: number | null;
}

/** Sentences of the token panel and of hovers: what a prediction says as a whole, and what the documents are. */
export const viewMessages = {
  'check-label': ({ check }: { readonly check: keyof typeof checkLabels }): string => checkLabels[check],

  'answer-reason': ({ label, idx, sentence }: { readonly label: string; readonly idx: string | null; readonly sentence: string }): string =>
    `${label}${idx === null ? '' : ` (${idx})`}: ${sentence}`,

  'policy-answer': ({ outcome, status, check }: Answer & { readonly check: keyof typeof checkLabels | null }): string => {
    switch (outcome) {
      case 'fail': {
        const where = check === null ? '' : ` (${checkLabels[check].toLowerCase()})`;
        return `It **refuses** the token in force${status === null ? '' : ` (${status})`}${where}.`;
      }
      case 'pass':
        return 'It **accepts** the token in force.';
      case 'uncertain':
        return 'Whether it accepts the token in force is not certain.';
      case 'unresolved':
        return 'Something is missing to predict whether it accepts the token in force.';
    }
  },

  'explained-rewrite': (): string =>
    "The issuer in the text belongs to this policy's own tenant, and validate-azure-ad-token does not support it. The list of fixes has every variant of the rewrite.",
  'no-token-policy': (): string => 'This document has no token policy.',
  'no-policy-document': (): string => 'The active document is not a policy document.',
  /** `condition`: of the branch; null where it is not known. */
  'branch-taken': ({ condition, otherwise }: { readonly condition: string | null; readonly otherwise: boolean }): string => {
    if (otherwise) return 'If no condition of choose holds';
    return condition === null ? 'If this branch of choose is taken' : `If ${condition}`;
  },

  /** The fix of a whole element, as a button names it. */
  'cure-rewrite': ({ line }: { readonly line: number }): string => `Rewrite line ${line}`,

  'explained-expected': ({ idx, check }: { readonly idx: string | null; readonly check: keyof typeof checkLabels }): string =>
    `${idx ?? checkLabels[check]} is what is expected for the token in force, too.`,
  'explained-possible': ({ idx }: { readonly idx: string }): string =>
    `${idx} is possible for the token in force, too: it depends on the gateway's version, or on what is not known here.`,
  'explained-differs': (values: {
    readonly idx: string | null;
    readonly check: keyof typeof checkLabels | null;
    readonly expected: { readonly idx: string | null; readonly check: keyof typeof checkLabels } | null;
  }): string => {
    const said = values.idx ?? (values.check === null ? 'something else' : checkLabels[values.check].toLowerCase());
    const { expected } = values;
    if (expected === null) return `Your text says ${said}; the token in force is accepted here: it was another token, or another policy.`;
    const wanted = expected.idx ?? checkLabels[expected.check].toLowerCase();
    return `Your text says ${said}; for the token in force ${wanted} is expected: it was another token, or another policy.`;
  },

  'document-purpose': ({ usedBy }: { readonly usedBy: 'policy' | 'token' }): string =>
    usedBy === 'policy' ? 'named by the policy' : "the token's issuer",

  'document-moment': (origin: Origin): string => writeOrigin(origin),
  'document-origin': (origin: Origin): string =>
    `This document was ${writeOrigin(origin)}.${origin.from === 'sample' ? '' : ' Only the members that matter are kept.'}`,
  'issuer-compared': ({ issuer, same }: { readonly issuer: string; readonly same: boolean }): string =>
    same ? "Its issuer is the token's issuer, letter by letter." : `Its issuer is not the token's: the token says ${issuer}`,
  'key-compared': ({ kid, found }: { readonly kid: string; readonly found: boolean }): string =>
    found ? `The token's key is among them: ${kid}` : `The token's key is not among them: ${kid}`,

  'configuration-summary': ({ issuer }: { readonly issuer: string | null }): string =>
    issuer === null ? 'has no issuer' : `issuer ${issuer}`,
  'key-set-summary': ({ keys }: { readonly keys: number }): string => (keys === 1 ? '1 key' : `${keys} keys`),
  'named-value-withheld': ({ names }: { readonly names: readonly string[] }): string =>
    `It is not fetched: ${names.map(name => `{{${name}}}`).join(', ')} ${names.length === 1 ? 'is a secret, or its value has' : 'are secrets, or their values have'} not the form of a tenant, a host or a part of an address. Save the document and name the file in the setting apimTokenDoctor.metadata.savedDocuments.`,
  'not-readable': ({ kind }: { readonly kind: 'configuration' | 'key-set' }): string =>
    kind === 'configuration' ? 'This is not an OpenID configuration.' : 'This is not a key set.',
};

function writeOrigin({ from, ago }: Origin): string {
  if (from === 'sample') return 'made for the sample';
  const verb = from === 'network' ? 'fetched' : 'read from a file';
  return ago === null ? verb : `${verb} ${agoInWords(ago)}`;
}

/** `seconds` before now, roughly. */
function agoInWords(seconds: number): string {
  if (seconds < 60) return 'just now';
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
}
