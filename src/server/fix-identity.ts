import type { CancellationToken } from 'vscode-languageserver';
import { listRewrites, makeFixes, type Finding, type Fix, type Judged, type PolicyDocument, type Span } from '../core/index.js';
import type { Diagnosis, Reading } from './readings.js';
import type { ServedText } from './served-text.js';
import type { ServerParts } from './server-parts.js';

/**
 * What a code action remembers of its fix until it is chosen: meaning, no positions. What is not there is left out, never null: Neovim up
 * to 0.11 drops the nulls of an action's data (neovim/neovim#31368).
 */
interface FixIdentity {
  readonly uri: string;
  /** Which text of the document. */
  readonly served: number;
  /** The finding's code; absent for a rewrite that is offered without a finding. */
  readonly code?: string;
  readonly policy?: number;
  /** The fix among those of the finding. */
  readonly fix: string;
  readonly variant?: string;
  readonly title: string;
  /** Fingerprint of the text that the fix is about, the token policy or the stretch of the finding, and the finding's place in it. */
  readonly element: string;
}

/** A token policy as such, without a finding. */
interface ElementSubject extends Span {
  readonly code: null;
  readonly policy: number;
  /** Its opening tag up to the end of its name. */
  readonly name: Span;
}

/** What a fix is offered for. */
export type Subject = Finding | ElementSubject;

/** Names what was offered for a subject, so that `findSubjectAgain` finds the subject in newer texts. */
export function nameFix(
  { text, document }: Reading,
  subject: Subject,
  fix: Pick<Fix, 'variant' | 'title'> & { readonly code: string },
): FixIdentity {
  return {
    uri: text.uri,
    served: text.index,
    ...(subject.code === null ? {} : { code: subject.code }),
    ...(subject.policy === null ? {} : { policy: subject.policy }),
    fix: fix.code,
    ...(fix.variant === undefined ? {} : { variant: fix.variant }),
    title: fix.title,
    element: fingerprint(document, subject),
  };
}

/** The token policies of a document, each as a subject of its own. */
export function listElements({ tokenPolicies }: PolicyDocument): ElementSubject[] {
  return tokenPolicies.map(({ start, end, element }, policy) => ({
    code: null,
    policy,
    start,
    end,
    name: { start, end: element.nameSpan.end },
  }));
}

/** The fixes of a subject. */
export async function fixesOf({ explained }: ServerParts, uri: string, judged: Judged, subject: Subject): Promise<readonly Fix[]> {
  if (subject.code !== null) return makeFixes(judged, subject);
  const policy = (await explained.addTo(uri, judged)).policies[subject.policy];
  return policy === undefined ? [] : listRewrites(policy);
}

/**
 * The same fix, worked out on the newest text. Null where its element or its finding is not there any more as it was.
 * What changed elsewhere in the document does not matter.
 */
export async function findFixAgain(
  parts: ServerParts,
  raw: unknown,
  cancellation: CancellationToken,
): Promise<{ readonly text: ServedText; readonly fix: Fix } | null> {
  const chosen = await findSubjectAgain(parts, raw, cancellation);
  if (chosen === null) return null;
  const { subject, diagnosis, identity } = chosen;
  const { text } = diagnosis;
  const fixes = await fixesOf(parts, identity.uri, diagnosis.judged, subject);
  const fix = fixes.find(({ code, variant, title }) => code === identity.fix && variant === identity.variant && title === identity.title);
  // Who typed while this was worked out gets nothing rather than an edit of the older text.
  return fix === undefined || parts.documents.get(identity.uri)?.version !== text.version ? null : { text, fix };
}

/** What a code action was offered for, in the newest text. Null where it is not there any more as it was. */
export async function findSubjectAgain(
  parts: ServerParts,
  raw: unknown,
  cancellation: CancellationToken,
): Promise<{ readonly diagnosis: Diagnosis; readonly subject: Subject; readonly identity: FixIdentity } | null> {
  if (!isFixIdentity(raw)) return null;
  const found = (await parts.readings.diagnoseAll(raw.uri, cancellation)) ?? [];
  const candidates = found.flatMap(diagnosis => listAlike(diagnosis, raw).map(subject => ({ diagnosis, subject })));
  // Of elements that are written alike, the one at the same place is meant.
  const inText = candidates.filter(({ diagnosis }) => diagnosis.text.index === raw.served);
  const chosen = inText.find(({ subject }) => (subject.policy ?? undefined) === raw.policy) ?? inText[0] ?? candidates[0];
  return chosen === undefined ? null : { ...chosen, identity: raw };
}

/** The subjects that are written like the one that is looked for. */
function listAlike({ document, findings }: Diagnosis, { code, element }: FixIdentity): readonly Subject[] {
  const subjects: readonly Subject[] = code === undefined ? listElements(document) : findings;
  return subjects.filter(subject => (subject.code ?? undefined) === code && fingerprint(document, subject) === element);
}

function fingerprint({ text, tokenPolicies }: PolicyDocument, subject: Subject): string {
  const policy = subject.policy === null ? undefined : tokenPolicies[subject.policy];
  const { start, end } = policy ?? subject;
  return `${hash(text.slice(start, end))}.${subject.start - start}.${subject.end - start}`;
}

/** FNV-1a over UTF-16 code units, with the length: tells texts apart, protects nothing. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return `${text.length}.${(sum >>> 0).toString(16)}`;
}

function isFixIdentity(raw: unknown): raw is FixIdentity {
  if (typeof raw !== 'object' || raw === null) return false;
  const { uri, served, code, policy, fix, variant, title, element } = raw as Record<string, unknown>;
  const texts = [uri, fix, title, element].every(part => typeof part === 'string');
  const names = [code, variant].every(part => part === undefined || typeof part === 'string');
  return texts && names && typeof served === 'number' && (policy === undefined || typeof policy === 'number');
}
