import type { Finding } from '../finding.js';

interface Precedence {
  readonly code: string;
  /** What is not said beside it, because the same edit cures both. */
  readonly over: readonly string[];
  /**
   * `place`: only where both begin at the same place of the same token policy; `policy`: anywhere in it; `offset`: where both begin
   * at the same place, whether one speaks of the document and the other of a token policy.
   */
  readonly within: 'place' | 'policy' | 'offset';
}

const precedences: readonly Precedence[] = [
  { code: 'expression-unbalanced', over: ['invalid-value', 'value-unresolved'], within: 'offset' },
  {
    code: 'graph-token',
    over: [
      'audience-mismatch',
      'signature-invalid',
      'signing-key-not-found',
      'issuer-mismatch',
      'token-version',
      'metadata-needed',
      'wrong-tenant',
    ],
    within: 'policy',
  },
  { code: 'id-token', over: ['audience-mismatch', 'application-mismatch', 'claim-missing'], within: 'policy' },
  { code: 'metadata-issuer-differs', over: ['token-version'], within: 'policy' },
  { code: 'comma-list-in-value', over: ['application-id-format', 'invisible-characters'], within: 'place' },
  { code: 'invisible-characters', over: ['application-id-format'], within: 'place' },
  { code: 'certificate-as-key', over: ['weak-key', 'secret-in-policy'], within: 'place' },
  { code: 'unsatisfiable-claims', over: ['metadata-version', 'claim-missing', 'claim-mismatch', 'claim-separator'], within: 'place' },
  { code: 'claim-missing', over: ['metadata-version', 'claim-separator'], within: 'place' },
  { code: 'claim-mismatch', over: ['metadata-version', 'claim-separator'], within: 'place' },
];

/** One mistake, one finding: where one edit cures two complaints, the more specific one stays. */
export function dropRepeated(findings: readonly Finding[]): Finding[] {
  const said = new Map<string, Set<string>>();
  for (const finding of findings) {
    for (const where of Object.values(places(finding))) {
      const codes = said.get(where) ?? new Set<string>();
      codes.add(finding.code);
      said.set(where, codes);
    }
  }
  return findings.filter(finding => {
    const where = places(finding);
    return !precedences.some(({ code, over, within }) => over.includes(finding.code) && said.get(where[within])?.has(code) === true);
  });
}

/** The token policy that a finding is about, the place in it, and that place in the document. */
function places({ policy, start }: Finding): Readonly<Record<Precedence['within'], string>> {
  return { policy: String(policy), place: `${String(policy)}:${String(start)}`, offset: `:${String(start)}` };
}
