import { parseToken, readPolicies } from '../../src/core/index.js';
import { openContext } from '../../src/core/gateway/check-context.js';
import { isRefusal } from '../../src/core/gateway/library/answers.js';
import { engines, isSupported, shownEngine, type Engine, type Handler } from '../../src/core/gateway/library/engines.js';
import { checkToken } from '../../src/core/gateway/predict.js';
import { combineOutcomes, findRefusal, writeReport, type CheckedToken } from '../../src/core/gateway/report.js';
import type { Answer, Question } from './ask-oracle.js';
import { englishCatalogue } from '../../src/core/messages/english/index.js';

const handlers: Readonly<Record<string, Handler>> = { JsonWebTokenHandler: 'jwt', JwtSecurityTokenHandler: 'jst' };

function findEngine(answer: Answer): Engine {
  const [version = '', handler = ''] = answer.engine.split(' ');
  const generation = Number(version.slice(0, 1));
  const found = engines.find(engine => engine.generation === generation && engine.handler === handlers[handler]);
  if (found === undefined) throw new Error(`no engine ${answer.engine}`);
  return found;
}

/** What is predicted differently from what the library answers, in words: engine by engine, and as a whole. */
export async function compareAnswers(question: Question, answers: readonly Answer[]): Promise<string[]> {
  const [policy] = readPolicies(question.policy).tokenPolicies;
  if (policy === undefined) return ['no token policy'];
  const facts = { now: question.now, metadata: question.metadata };
  const judged = await checkToken(openContext(policy, facts), parseToken(question.token));
  const differences: string[] = [];
  for (const answer of answers) {
    const engine = findEngine(answer);
    if (!judged.engines.includes(engine)) continue;
    if (answer.outcome === 'unmapped') differences.push(`${answer.engine}: unmapped, ${answer.message ?? ''}`);
    const refusal = findRefusal(judged, engine);
    // The library does not get to the token where it refuses a document: whatever it says, it refuses.
    if (answer.outcome === 'cannot-be-set-up') {
      if (refusal === null && !hasSeveralSources(question))
        differences.push(`${answer.engine}: predicted pass, refuses a document: ${answer.message ?? ''}`);
      continue;
    }
    const predicted = refusal === null ? 'pass' : `fail ${String(refusal.idx)}`;
    const answered = answer.outcome === 'pass' ? 'pass' : `fail ${String(answer.idx ?? null)}`;
    const isWrong = isOdd(judged, engine, question.token)
      ? writeReport(judged, englishCatalogue) !== null && answered === 'pass' && isSupported(engine)
      : predicted !== answered;
    const isExempt = isTolerated(judged, answer);
    if (isWrong && !isExempt) differences.push(`${answer.engine}: predicted ${predicted}, answered ${answered}`);
    if (!isExempt && !isOdd(judged, engine, question.token)) differences.push(...compareListed(judged, answer));
    if (engine === shownEngine && answer.message !== undefined)
      differences.push(...compareTexts(writeReport(judged, englishCatalogue)?.message ?? null, answer.message));
  }
  return [...differences, ...compareWhole(question, judged, answers)];
}

/** Whatever an engine reports is among what may be reported, its handler that decides nothing alone included. */
function compareListed(judged: CheckedToken, { engine, outcome, idx }: Answer): string[] {
  const report = writeReport(judged, englishCatalogue);
  if (report === null || outcome !== 'fail') return [];
  const listed = [report, ...report.alternatives].map(each => each.idx);
  return listed.includes(idx ?? null) ? [] : [`${engine}: ${String(idx)} is not listed, only ${listed.join(', ')}`];
}

/**
 * What is predicted otherwise than the readings of a policy allow: what refuses whatever is meant, and what passes whatever is meant, is certain.
 * Of a setting that the gateway may refuse as a whole (a skew), nothing that passes is.
 */
export async function compareReadings(question: Question, readings: readonly (readonly Answer[])[]): Promise<string[]> {
  const [policy] = readPolicies(question.policy).tokenPolicies;
  if (policy === undefined) return ['no token policy'];
  const judged = await checkToken(openContext(policy, { now: question.now, metadata: question.metadata }), parseToken(question.token));
  const outcome = combineOutcomes(judged.checks);
  const asked = readings.flat().filter(answer => isSupported(findEngine(answer)));
  if (asked.length < readings.length * judged.engines.filter(isSupported).length) return [];
  if (hasSeveralSources(question) && asked.some(answer => answer.outcome === 'cannot-be-set-up')) return [];
  const passed = asked.filter(answer => answer.outcome === 'pass').length;
  if (passed === 0) return outcome === 'fail' || isLateCast(question) ? [] : [`all readings refuse, predicted ${outcome}`];
  const open = judged.checks.filter(({ result }) => result.outcome !== 'pass').map(({ result }) => result.reason?.code ?? '');
  if (passed < asked.length) return outcome === 'uncertain' ? [] : [`the readings do not agree, predicted ${outcome}: ${open.join(', ')}`];
  const isOpen = open.every(code => undocumented.has(code) || code === 'skew-unreadable');
  return isOpen ? [] : [`all readings accept, predicted ${outcome}: ${open.join(', ')}`];
}

/** What a gateway does with one document that cannot be read beside others is not known: the oracle then refuses everything. */
function hasSeveralSources({ policy }: Question): boolean {
  return (policy.match(/<openid-config|<issuer-signing-keys/g) ?? []).length > 1;
}

/** The tolerance that users observed is not the library's, and validate-azure-ad-token cannot write a skew. */
function isTolerated(judged: CheckedToken, answer: Answer): boolean {
  const lifetime = judged.checks.find(({ result }) => result.check === 'lifetime');
  return lifetime?.result.certainty === 'observed' && /^IDX1022[23]$/.test(answer.idx ?? '');
}

/** What all engines agree on that may decide is certain. Where they do not agree, nothing is, unless only the handlers of one generation differ. */
function compareWhole(question: Question, judged: CheckedToken, answers: readonly Answer[]): string[] {
  if (hasSeveralSources(question) && answers.some(({ outcome }) => outcome === 'cannot-be-set-up')) return [];
  const asked = answers.filter(answer => judged.engines.includes(findEngine(answer)) && isSupported(findEngine(answer)));
  const passed = asked.filter(answer => answer.outcome === 'pass').length;
  const outcome = combineOutcomes(judged.checks);
  if (passed > 0 && outcome === 'fail') return ['an engine accepts, predicted fail'];
  // What those say that were not asked is not known.
  if (asked.length < judged.engines.filter(isSupported).length) return [];
  if (passed === 0) {
    const strict = asked.filter(answer => !isTolerated(judged, answer));
    // Where the gateway may tolerate what some of them refuse, the others decide nothing.
    return outcome === 'fail' || strict.length < asked.length || isLateCast(question) ? [] : [`all refuse, predicted ${outcome}`];
  }
  if (passed < asked.length) return outcome === 'pass' ? ['the engines do not agree, predicted pass'] : [];
  const open = judged.checks.filter(({ result }) => result.outcome !== 'pass').map(({ result }) => result.reason?.code ?? '');
  return open.every(code => undocumented.has(code)) ? [] : [`all accept, predicted ${outcome}: ${open.join(', ')}`];
}

/** Generation 5 reads an `x5t` that is no text only after no key was found by `kid`, and ends with an error of its own: not modelled. */
function isLateCast({ token }: Question): boolean {
  return /"x5t":(?!")/.test(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
}

/** What the library accepts and the gateway's documentation leaves open. */
const undocumented: ReadonlySet<string> = new Set([
  'algorithm-not-documented',
  'issuer-only-in-document',
  'external-id-own-endpoint',
  'consumer-under-organizations',
  'encrypted-compressed',
  'needs-readable-token',
]);

/**
 * When an engine comes upon a member of a kind that does not belong there is not modelled: generation 5 reads such members late, and some
 * never, and JwtSecurityTokenHandler ends with an error of its own. So do the parts of an encrypted token that hold white space. There only
 * the whole counts: what fails for certain must fail.
 */
function isOdd(judged: CheckedToken, engine: Engine, token: string): boolean {
  const form = judged.checks.find(({ result }) => result.check === 'form')?.answers ?? (() => 'accepts' as const);
  const answer = form(engine);
  if (/\s/.test(token) && token.split('.').length === 5) return true;
  if (/"(?:cty|typ|kid|x5t)":\[/.test(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) && engine.handler === 'jst')
    return true;
  const isFaulty = judged.engines.some(each => isRefusal(form(each)));
  return isFaulty && (engine.generation === 5 || answer === 'crashes' || answer === 'IDX11026');
}

/** Texts are compared where both have the same code; an ellipsis stands for what the library says of the keys that it tried. */
function compareTexts(predicted: string | null, answered: string): string[] {
  if (predicted === null || predicted.slice(0, 8) !== answered.slice(0, 8)) return [];
  const fits = predicted.endsWith('…') ? answered.startsWith(predicted.slice(0, -1)) : answered === predicted;
  return fits ? [] : [`predicted the text ${predicted}, answered ${answered}`];
}

/** The case in the clear: its keys are throwaway ones. */
export function describeCase(question: Question): unknown {
  const parts = question.token
    .split('.')
    .map((part, index) =>
      index < 2 ? Buffer.from(part, 'base64url').toString() : `${part.slice(0, 8)}…${part.slice(-4)} (${String(part.length)})`,
    );
  return {
    policy: question.policy.replace(/n="[^"]{40,}"/g, 'n="…"'),
    parts,
    metadata: JSON.stringify(question.metadata).replace(/"(n|x5c)":(?:"(.{8})[^"]{30,}(.{3})"|\["[^"]{40,}"\])/g, '"$1":"$2…$3"'),
  };
}
