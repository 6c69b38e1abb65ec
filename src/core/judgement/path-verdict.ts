import { explainReason } from '../gateway/reason.js';
import type { BranchAnswer, PathAnswer, PathNotRead, PathPlace, RequestPrediction, Station } from '../gateway/request-prediction.js';
import type { Catalogue } from '../messages/catalogue.js';
import { say } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { PathTarget } from '../scopes/list-paths.js';
import type { JudgedPath } from './judge-paths.js';
import type { Answer } from './verdict.js';

/**
 * What a request on a path meets, together with what was not read: neither is to be had without the other. Only a prediction makes one.
 */
export class PathVerdict {
  private constructor(private readonly prediction: RequestPrediction) {}

  /** The verdict on a path that was predicted. */
  static of(prediction: RequestPrediction): PathVerdict {
    return new PathVerdict(prediction);
  }

  /** What answers, with its status. */
  get answer(): PathAnswer {
    return this.prediction.answer;
  }

  /** What may answer, in the order in which the request meets it, until the answer. */
  get stations(): readonly Station[] {
    return this.prediction.stations;
  }

  /** What is answered if a branch is taken whose condition is not decided. */
  get branches(): readonly BranchAnswer[] {
    return this.prediction.branches;
  }

  /** What could not be followed before the answer; for a 200 everything. */
  get notRead(): readonly PathNotRead[] {
    return this.prediction.notRead;
  }

  /** Whether all before the answer was read. */
  get complete(): boolean {
    return this.notRead.length === 0;
  }
}

/** A verdict on a path in words, for every face. */
export interface PathWords {
  /** "401 audience", "200 as far as read"; null where no status can be given. */
  readonly answer: Answer | null;
  /** The same and what else there is to say in one line, without a place. */
  readonly headline: string;
  /** Where it is decided, `apis/orders/policy.xml:9`; null where nothing decides. */
  readonly decidedBy: string | null;
  /** What was not read, with its places; null where everything was. */
  readonly notRead: string | null;
  /** What is answered in each branch that is not decided, one sentence a `choose`. */
  readonly branches: readonly string[];
  readonly because: string | null;
}

/** Says a verdict on a path. `nameFile` gives the name under which a file is shown. */
export function wordPath(verdict: PathVerdict, nameFile: (path: string) => string, catalogue: Catalogue): PathWords {
  const { answer, stations, notRead, branches, complete } = verdict;
  const where = (place: PathPlace | null): string | null =>
    place === null ? null : `${nameFile(place.at.source.path)}:${place.at.source.placeOf(place.start).line}`;
  const check = answer.policy?.prediction.reports?.check ?? null;
  const accepted = stations.some(({ judged }) => judged !== null);
  const words = { outcome: answer.outcome, status: answer.status, check, certain: answer.certain, complete, accepted };
  const unread = notRead.map(({ kind, name, place, reason }) => ({ kind, name, at: where(place), reason }));
  const said = answer.outcome === 'fail' || answer.outcome === 'pass' || answer.outcome === null;
  return {
    answer: said && answer.status !== null ? (render(say('path-answer', words), catalogue) as Answer) : null,
    headline: render(say('path-answer', words), catalogue),
    decidedBy: where(answer.decidedBy),
    notRead: complete ? null : render(say('path-not-read', { unread, refused: answer.outcome === 'fail' }), catalogue),
    branches: groupByChoose(branches).map(each => render(say('path-branches', { complete, branches: each }), catalogue)),
    because: answer.because === null ? null : explainReason(answer.because, catalogue),
  };
}

/** The name of a path: `orders / get-order (product starter)`. */
export function wordTarget({ workspace, api, operation, product }: PathTarget, catalogue: Catalogue): string {
  return render(say('path-name', { workspace, api, operation, product }), catalogue);
}

/** All that is said of a path in one line: its name, the answer, where it is decided, and what was not read. */
export function wordPathLine(
  { target, verdict }: Pick<JudgedPath, 'target' | 'verdict'>,
  nameFile: (path: string) => string,
  catalogue: Catalogue,
): string {
  if (verdict === null) return wordTarget(target, catalogue);
  const { headline, decidedBy, notRead, because } = wordPath(verdict, nameFile, catalogue);
  const answer = [headline, decidedBy].filter(part => part !== null).join(', ');
  const more = [because, notRead].filter(part => part !== null);
  return `${wordTarget(target, catalogue)}: ${more.length === 0 ? answer : [`${answer}.`, ...more].join(' ')}`;
}

function groupByChoose(branches: readonly BranchAnswer[]): BranchAnswer[][] {
  const groups = new Map<PathPlace, BranchAnswer[]>();
  for (const branch of branches) groups.set(branch.place, [...(groups.get(branch.place) ?? []), branch]);
  return [...groups.values()];
}
