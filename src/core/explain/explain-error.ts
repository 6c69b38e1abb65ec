import type { Catalogue, ErrorWords } from '../messages/catalogue.js';
import { englishCatalogue } from '../messages/english/index.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { adviseSteps } from './advise-steps.js';
import { explainAadsts } from './explain-aadsts.js';
import { explainCodes, isNews, type UnnamedExplanation } from './explain-codes.js';
import { explainEvidence, identityAdded } from './explain-evidence.js';
import { explainOwnText, explainPatterns, type ReadTrace } from './explain-patterns.js';
import type { AdvisedExplanation, Explanation } from './explanation.js';
import { locateCauses } from './locate-cause.js';
import { matchAnswers, type FoundAnswer } from './match-answers.js';
import { readLog } from './read-log.js';
import { readPlain } from './read-plain.js';
import { nameByAnswer, openTokenPolicies } from './who-answered.js';

/** Longer texts are cut: no trace line is longer, and a pasted file must not cost time. */
const longestText = 1_000_000;

/**
 * Explains a refusal: a response, its headers or body, a row of a log, a trace (JSON or text), a message of the validation library, an answer of
 * a token endpoint. Each explanation says first who answered. The outermost code of the library comes first, then those quoted inside it; codes
 * in links do not count. Without any code that says what failed the known texts of the gateway, of backends and of token requests are tried, the
 * most specific first; then the columns of a log and the form of a response. Empty where nothing is recognised.
 *
 * @param document the policy document at hand, if any: an explanation then says where in it the cause stands.
 * @param catalogue the language.
 * Never quotes a token, though older generations of the library print whole tokens and a caller may put anything into `kid`. The values are
 * verbatim but for tokens (`[token]`); sentences quote no e-mail address either.
 */
export function explainTrace(pasted: string, document?: PolicyDocument, catalogue: Catalogue = englishCatalogue): AdvisedExplanation[] {
  const { errors: words } = catalogue;
  const trace = pasted.slice(0, longestText);
  const text = readPlain(trace);
  const log = readLog(text);
  const read = { trace, text, log, words, nameTokenPolicy: openTokenPolicies(words, text, log) };
  const found = addRemarks(explainRead(read), read);
  const { tokenPolicies } = document ?? { tokenPolicies: [] };
  const own = document === undefined ? [] : explainOwnText(read, tokenPolicies);
  const known = own.length > 0 && found.every(({ answeredBy }) => answeredBy.kind === 'undecided') ? own : found;
  const located = document === undefined ? known : locateCauses(known, tokenPolicies, trace);
  return located.map(each => ({ ...each, nextSteps: adviseSteps(each, tokenPolicies[each.location?.policy ?? -1] ?? null, catalogue) }));
}

function explainRead(read: ReadTrace): Explanation[] {
  const { telling, weak } = matchAnswers(read.text);
  const codes = explainCodes(read.trace, read.words).map(code => nameCode(code, telling, read));
  const aadsts = explainAadsts(read.text, read.words);
  const patterns = explainPatterns(read);
  const beside = patterns.filter(({ besideCodes }) => besideCodes).map(({ explanation }) => explanation);
  if (!codes.every(isNews)) return [...codes, ...aadsts, ...beside];
  const answers = [...aadsts, ...telling.map(answer => explainAnswer(answer, read))];
  if (answers.length > 0) return [...codes, ...answers, ...beside];
  if (patterns.length > 0) return [...codes, ...patterns.map(({ explanation }) => explanation)];
  const evidence = explainEvidence(read.text, read.log, read.words);
  const isLogged = read.log !== null && evidence.length > 0;
  return [...codes, ...(isLogged || weak.length === 0 ? evidence : weak.map(answer => explainAnswer(answer, read)))];
}

/** A code stands in the trace of the gateway, or in the answer or log of a backend that the text shows. */
function nameCode(code: UnnamedExplanation, telling: readonly FoundAnswer[], { log, words, nameTokenPolicy }: ReadTrace): Explanation {
  const backend = telling.find(({ row }) => row.who === 'backend');
  if (backend === undefined) return { ...code, answeredBy: nameTokenPolicy(code.idx) };
  // No edit of the policy cures it then.
  const { says, cures } = words.answers[backend.name];
  return { ...code, explanation: says, cures, rules: [], answeredBy: nameByAnswer(words, backend, log) };
}

function explainAnswer(answer: FoundAnswer, { log, words }: ReadTrace): Explanation {
  const { says, cures } = words.answers[answer.name];
  return { idx: null, check: null, values: {}, explanation: says, cures, rules: [], answeredBy: nameByAnswer(words, answer, log) };
}

const mcpSigns = ['tools/call', '/mcp', 'mcp-session-id', 'modelcontextprotocol'];

/** What stands elsewhere in the text and explains a refusal of a token policy. */
function addRemarks(explanations: readonly Explanation[], { text: { squeezed }, words }: ReadTrace): Explanation[] {
  const identity = squeezed.indexOf(identityAdded);
  const failure = Math.max(squeezed.lastIndexOf('validationfailed'), squeezed.lastIndexOf('validate-'), squeezed.lastIndexOf('mismatch'));
  const isReplaced = identity >= 0 && failure > identity;
  const isMcp = mcpSigns.some(sign => squeezed.includes(sign));
  return explanations.map(explanation => {
    // A refusal for any reason has no check of its own, but the rules of all of them.
    const isAboutToken = explanation.check !== null || explanation.rules.includes('token-malformed');
    if (explanation.answeredBy.kind !== 'policy' || !isAboutToken) return explanation;
    if (isReplaced) return remarkOnIdentity(explanation, words);
    if (!isMcp || explanation.check !== 'source') return explanation;
    return remark(explanation, words.whoRemarks['mcp-no-token'](), words.whoRemarks['mcp-no-token-cure']());
  });
}

function remarkOnIdentity(explanation: Explanation, words: ErrorWords): Explanation {
  const rules = ['authorization-overwritten' as const, ...explanation.rules.filter(code => code !== 'authorization-overwritten')];
  return remark({ ...explanation, rules }, words.whoRemarks['identity-before'](), words.whoRemarks['identity-before-cure']());
}

function remark(explanation: Explanation, says: string, cure: string): Explanation {
  return { ...explanation, explanation: `${explanation.explanation} ${says}`, cures: [cure, ...explanation.cures] };
}
