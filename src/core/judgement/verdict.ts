import { explainReason, type Reason } from '../gateway/reason.js';
import type { DocumentPrediction, Outcome, Prediction } from '../gateway/prediction.js';
import type { Catalogue } from '../messages/catalogue.js';
import { say } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { PathPlace, PolicyOnPath, RequestPrediction } from '../gateway/request-prediction.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { listNotRead, type NotRead } from '../scopes/not-read.js';
import { writePlace } from '../scopes/met-policies.js';
import type { Path } from '../scopes/path.js';
import type { LineMap } from '../text/line-map.js';
import type { JudgedPolicy } from './judged.js';

/**
 * What the caller meets, together with what was not read: neither is to be had without the other, so nobody can promise a 200 that
 * something unread may take back. Only `reach` makes one.
 */
export class Verdict {
  /** What else may hide statements. Private, so that nothing else passes for a verdict, neither a literal nor a copy. */
  readonly #around: 'including-policy' | 'after-break' | null;
  readonly #listNotRead: () => readonly NotRead[];
  #notRead: readonly NotRead[] | null = null;

  private constructor(
    readonly outcome: Outcome,
    /** The token policy that decides; null where none does. */
    readonly decidedBy: JudgedPolicy | null,
    /** What stands between the token policies' answers and the caller's; null where the one that decides says it all. */
    readonly because: Reason | null,
    /** Looked for when somebody asks: whoever wants findings alone does not. */
    listNotRead: () => readonly NotRead[],
    around: 'including-policy' | 'after-break' | null,
    /** What decides in another document of the path; null where this one does, or nothing. */
    readonly elsewhere: PolicyOnPath | null = null,
  ) {
    this.#around = around;
    this.#listNotRead = listNotRead;
  }

  /** The verdict on a document whose token policies were judged. */
  static reach(document: PolicyDocument, policies: readonly JudgedPolicy[], { outcome, policy, because }: DocumentPrediction): Verdict {
    const decidedBy = policy === null ? null : (policies[policy] ?? null);
    const refusedAt = outcome === 'fail' && decidedBy !== null ? decidedBy.policy.start : Infinity;
    const notRead = (): readonly NotRead[] => listNotRead(document).filter(({ start }) => start < refusedAt);
    const around = document.root === 'fragment' ? 'including-policy' : document.break !== null ? 'after-break' : null;
    return new Verdict(outcome, decidedBy, because, notRead, around);
  }

  /** The verdict on a document of which the scopes and fragments around it are known: the whole path counts. */
  static along(path: Path, policies: readonly JudgedPolicy[], { answer, notRead }: RequestPrediction): Verdict {
    const { document } = path;
    const isHere = (place: PathPlace): boolean => place.at.source.document === document;
    const decided = answer.policy;
    const decidedBy =
      decided === null
        ? null
        : (policies.find(({ policy }) => isHere({ ...policy, at: decided.at }) && policy.start === decided.policy.start) ?? null);
    const outcome = answer.outcome ?? 'unresolved';
    const because: Reason | null = answer.outcome === null ? { code: 'caller-answered-before', values: {} } : answer.because;
    const around = document.root === 'fragment' ? 'including-policy' : document.break !== null ? 'after-break' : null;
    const unread = (): readonly NotRead[] =>
      notRead.map(({ kind, name, place }) => {
        const { start, end } = place ?? { start: 0, end: 0 };
        if (place === null || isHere(place)) return { kind, name, start, end };
        return { kind, name, start, end, elsewhere: { path: place.at.source.path, line: place.at.source.placeOf(start).line } };
      });
    return new Verdict(outcome, decidedBy, because, unread, around, decidedBy === null ? decided : null);
  }

  /** The statements that may answer otherwise and were not read: those before the one that decides; where nothing refuses, all. */
  get notRead(): readonly NotRead[] {
    return (this.#notRead ??= this.#listNotRead());
  }

  /** What else may hide statements: the policy that includes a fragment, what stands behind the place where a document breaks. */
  get around(): 'including-policy' | 'after-break' | null {
    return this.#around;
  }

  /** Whether all that a request meets was read. */
  get complete(): boolean {
    return this.notRead.length === 0 && this.#around === null;
  }
}

declare const answer: unique symbol;

/** An answer in a few words, "200", "200 as far as read", "401": the one form in which a face shows a status of a request. */
export type Answer = string & { readonly [answer]: true };

/** What an answer is worded from. */
interface AnswerParts {
  readonly outcome: Outcome;
  /** The status of a refusal; null where it is not known. */
  readonly status: number | null;
  readonly complete: boolean;
  /** Whether nothing is open but the signature. */
  readonly onlySignature?: boolean;
}

/** Words an answer; null where none can be given. */
export function wordAnswer({ outcome, status, complete, onlySignature = false }: AnswerParts, catalogue: Catalogue): Answer | null {
  if (outcome === 'fail') return status === null ? null : (String(status) as Answer);
  if (outcome !== 'pass' && !onlySignature) return null;
  return render(say('verdict-accepts', { complete, onlySignature: outcome !== 'pass' }), catalogue) as Answer;
}

/** A verdict in words, for every face. */
export interface VerdictWords {
  /** Null where none can be given. */
  readonly answer: Answer | null;
  /** One sentence about the request. */
  readonly headline: string;
  /** What stands between the token policies' answers and the caller's. */
  readonly because: string | null;
  /** What was not read, with its lines; null where everything was. */
  readonly notRead: string | null;
}

/** Says a verdict; `lines` are those of the document. */
export function wordVerdict(verdict: Verdict, lines: LineMap, catalogue: Catalogue): VerdictWords {
  const { outcome, decidedBy, because, notRead, around, complete, elsewhere } = verdict;
  const status = (decidedBy ?? elsewhere)?.prediction?.status ?? null;
  const answer = wordAnswer({ outcome, status, complete }, catalogue);
  const unread = notRead.map(each => ({
    kind: each.kind,
    name: each.name,
    path: each.elsewhere?.path ?? null,
    line: each.elsewhere?.line ?? lines.positionAt(each.start).line,
  }));
  const refused = outcome === 'fail';
  // What stands around a refusal does not take it back.
  const isSilent = refused ? unread.length === 0 : complete;
  return {
    answer,
    headline: render(say('verdict-headline', { outcome, answer }), catalogue),
    because:
      [elsewhere === null ? null : sayElsewhere(elsewhere, catalogue), because === null ? null : explainReason(because, catalogue)]
        .filter(part => part !== null)
        .join(' ') || null,
    notRead: isSilent ? null : render(say('verdict-not-read', { unread, around, refused }), catalogue),
  };
}

/** Which token policy of another document it is. */
function sayElsewhere({ policy, at, prediction: { outcome, reports } }: PolicyOnPath, catalogue: Catalogue): string {
  const place = writePlace(at, policy.start);
  return render(say('verdict-elsewhere', { kind: policy.kind, place, outcome, check: reports?.check ?? null }), catalogue);
}

/** What one token policy answers, in words: "accepts", "refuses (401)". A status alone is said of a request, never of a policy. */
export function wordPolicy({ outcome, status }: Pick<Prediction, 'outcome' | 'status'>, catalogue: Catalogue): string {
  return render(say('policy-verdict', { outcome, status }), catalogue);
}
