import { CodeLensRefreshRequest, type CodeLens, type Command, type Range } from 'vscode-languageserver';
import { makeFixes, type Finding, type Judged, type JudgedPolicy } from '../../core/index.js';
import { serverCommands } from '../commands/command.js';
import { listElements } from '../fix-identity.js';
import type { Diagnosis } from '../readings.js';
import type { ServerParts } from '../server-parts.js';

/** The client's commands; each does what its title says, and nothing before it is clicked. */
const commands = {
  useClipboard: 'apimTokenDoctor.decodeTokenFromClipboard',
  showAnswer: 'apimTokenDoctor.showTokenPanel',
  showFixes: 'apimTokenDoctor.showFixes',
} as const;

/** Above each token policy: how to ask it about a token; with a token in force what it answers, and the way to the fixes. */
export function answerCodeLenses(parts: ServerParts): void {
  const { connection, readings, grounds, facts, log, client } = parts;
  connection.onCodeLens(async ({ textDocument: { uri } }, cancellation): Promise<CodeLens[] | null> => {
    try {
      if (!(await grounds.linesFor(uri)).lenses) return null;
      const diagnoses = await readings.diagnoseAll(uri, cancellation);
      if (diagnoses === null) return null;
      const lenses: CodeLens[] = [];
      for (const diagnosis of diagnoses) lenses.push(...(await listLenses(parts, diagnosis)));
      return cancellation.isCancellationRequested ? null : lenses;
    } catch (error) {
      log.failure(words => words.lensesFailed(), error);
      return null;
    }
  });
  facts.onChange(() => {
    if (client().workspace?.codeLens?.refreshSupport !== true) return;
    connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  });
}

/** Of so many refusals the fixes are looked for: each costs as much as a list of fixes does. */
const mostFixed = 10;

async function listLenses({ language: { words }, announced }: ServerParts, diagnosis: Diagnosis): Promise<CodeLens[]> {
  const { text, document, judged, findings } = diagnosis;
  const lenses: CodeLens[] = [];
  // Other editors have the server's own command; a client that was told of none shows the title alone.
  const toCommand = (title: string, { start }: Range): Command =>
    announced().ownMessages ? { title, command: '' } : { title, command: serverCommands.showReport, arguments: [text.uri, start] };
  const state = { looked: 0 };
  for (const { policy: index, name } of listElements(document)) {
    const policy = judged.policies[index];
    const range = text.rangeOf(name);
    const add = (title: string, command: string, ...parameters: unknown[]): void => {
      lenses.push({ range, command: announced().runsCommands ? { title, command, arguments: parameters } : toCommand(title, range) });
    };
    if (policy?.prediction == null) {
      if (judged.facts.token === undefined && announced().runsCommands) add(words.useClipboard(), commands.useClipboard);
      continue;
    }
    add(words.policyAnswer(describe(policy)), commands.showAnswer);
    if (policy.prediction.outcome !== 'fail' || !announced().runsCommands || state.looked === mostFixed) continue;
    state.looked += 1;
    const cured = await findFixable(judged, policy, findings);
    if (cured !== null) add(words.fix(), commands.showFixes, { uri: text.uri, ...text.spanInDocument(cured) });
  }
  return lenses;
}

type Described = Parameters<ServerParts['language']['words']['policyAnswer']>[0];

function describe({ prediction, reach }: JudgedPolicy): Described {
  const { outcome = 'pass', reports = null, checks = [] } = prediction ?? {};
  const open = checks.filter(check => check.outcome !== 'pass');
  return {
    outcome,
    check: reports?.check ?? open[0]?.check ?? null,
    onlySignature: outcome === 'unresolved' && open.every(({ check }) => check === 'signature'),
    reach,
  };
}

/** The finding about the check that is reported for which there is a fix; null where another token is the cure, or nothing is known. */
async function findFixable(judged: Judged, { index, prediction }: JudgedPolicy, findings: readonly Finding[]): Promise<Finding | null> {
  const reported = prediction?.reports?.check;
  for (const finding of findings) {
    if (finding.policy !== index || finding.data['check'] !== reported || finding.data['outcome'] !== 'fail') continue;
    if ((await makeFixes(judged, finding).catch(() => [])).length > 0) return finding;
  }
  return null;
}
