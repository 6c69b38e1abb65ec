import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../core/finding.js';
import type { Fix } from '../core/fixes/fix.js';
import type { Judgement } from './judgement.js';
import type { ServerParts } from './server-parts.js';

/** What a code action remembers of its fix until it is chosen: meaning, no positions. */
interface FixIdentity {
  readonly uri: string;
  /** The finding's code. */
  readonly code: string;
  readonly policy: number | null;
  /** The fix among those of the finding. */
  readonly fix: string;
  readonly variant: string | null;
  readonly title: string;
  /** Fingerprint of the text that the fix is about, the token policy or the stretch of the finding, and the finding's place in it. */
  readonly element: string;
}

export function nameFix(document: TextDocument, finding: Finding, fix: Fix, judgement: Judgement): FixIdentity {
  return {
    uri: document.uri,
    code: finding.code,
    policy: finding.policy,
    fix: fix.code,
    variant: fix.variant ?? null,
    title: fix.title,
    element: fingerprint(document.getText(), finding, judgement),
  };
}

/**
 * The same fix, worked out on the newest text. Null where its element or its finding is not there any more as it was.
 * What changed elsewhere in the document does not matter.
 */
export async function findFixAgain(
  { documents, diagnoser, judgement }: ServerParts,
  raw: unknown,
  cancellation: CancellationToken,
): Promise<{ readonly document: TextDocument; readonly fix: Fix } | null> {
  if (!isFixIdentity(raw)) return null;
  const document = documents.get(raw.uri);
  if (document === undefined) return null;
  const { version } = document;
  const text = document.getText();
  const diagnosis = await diagnoser.diagnose(document, cancellation);
  const candidates = diagnosis?.findings.filter(
    candidate => candidate.code === raw.code && fingerprint(text, candidate, judgement) === raw.element,
  );
  // Of elements that are written alike, the one at the same place is meant.
  const finding = candidates?.find(({ policy }) => policy === raw.policy) ?? candidates?.[0];
  if (diagnosis === null || finding === undefined) return null;
  const fixes = await judgement.applyFix(text, finding, diagnosis.facts);
  const fix = fixes.find(({ code, variant, title }) => code === raw.fix && (variant ?? null) === raw.variant && title === raw.title);
  // Who typed while this was worked out gets nothing rather than an edit of the older text.
  return fix === undefined || documents.get(raw.uri)?.version !== version ? null : { document, fix };
}

function fingerprint(text: string, finding: Finding, judgement: Judgement): string {
  const policy = finding.policy === null ? undefined : judgement.readPolicies(text).tokenPolicies[finding.policy];
  const { start, end } = policy ?? finding;
  return `${hash(text.slice(start, end))}.${finding.start - start}.${finding.end - start}`;
}

/** FNV-1a over UTF-16 code units, with the length: tells texts apart, protects nothing. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return `${text.length}.${(sum >>> 0).toString(16)}`;
}

function isFixIdentity(raw: unknown): raw is FixIdentity {
  if (typeof raw !== 'object' || raw === null) return false;
  const { uri, code, policy, fix, variant, title, element } = raw as Record<string, unknown>;
  const texts = [uri, code, fix, title, element].every(part => typeof part === 'string');
  return texts && (policy === null || typeof policy === 'number') && (variant === null || typeof variant === 'string');
}
