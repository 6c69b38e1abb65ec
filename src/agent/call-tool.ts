import { runRules, severities, type Severity } from '../core/index.js';
import type { ToolAnswer, ToolCall, ToolProblem } from './answer.js';
import { PolicyCheck } from './check-policies.js';
import { explainGatewayError, type PolicyAtHand } from './explain-error.js';
import { ToolRefusal, type PolicySource } from './policy-source.js';
import { proposeChange } from './propose-change.js';
import { readInput, type ToolInput } from './read-input.js';
import { englishAgent } from './sentences/english/index.js';
import { tools, type ToolName } from './tools.js';
import type { UnreadFile } from './unread-files.js';

/** Whether whoever called has gone. */
interface Signal {
  readonly aborted: boolean;
}

type Work = (source: PolicySource, input: ToolInput, signal: Signal) => Promise<ToolAnswer | ToolProblem>;

const works: Readonly<Record<ToolName, Work>> = { check_policies: check, explain_gateway_error: explain, propose_policy_change: propose };

/** Calls a tool by its name with what an agent hands over. Never rejects, and no text of an error gets into the answer. */
export async function callTool(source: PolicySource, name: string, raw: unknown, signal: Signal): Promise<ToolCall> {
  const result = await answer(source, name, raw, signal);
  if ('problem' in result) return { text: englishAgent.refused(result), structured: null };
  return { text: `${englishAgent.note()}\n${result.text}`, structured: result.structured };
}

async function answer(source: PolicySource, name: string, raw: unknown, signal: Signal): Promise<ToolAnswer | ToolProblem> {
  const tool = tools.find(each => each.name === name);
  if (tool === undefined)
    return { problem: englishAgent.unknownTool(), nextStep: englishAgent.useTool({ names: tools.map(each => each.name) }) };
  const read = readInput(tool.inputSchema, raw);
  if ('refusal' in read) return read.refusal;
  try {
    return await works[tool.name](source, read.input, signal);
  } catch (error) {
    if (error instanceof ToolRefusal) return error.refusal;
    return { problem: englishAgent.failed(), nextStep: englishAgent.tryAgain() };
  }
}

async function check(source: PolicySource, { path, atLeast }: ToolInput, signal: Signal): Promise<ToolAnswer> {
  const { token, files } = await source.open(path, { withToken: true, oneFile: false });
  const mildest: Severity = severities.find(each => each === atLeast) ?? 'hint';
  const answer = new PolicyCheck({ host: source.host, token, atLeast: mildest });
  const unread: UnreadFile[] = [];
  let isAny = false;
  for await (const each of files) {
    stopIfGone(signal);
    isAny ||= !('why' in each);
    if ('why' in each) {
      unread.push(each);
      continue;
    }
    const { file, policies, remarks } = each;
    for (const policy of policies) await answer.add({ ...policy, file }, await runRules(policy.judged, policy.options));
    if (remarks !== null) answer.addRemarks(file, remarks);
  }
  if (!isAny) throw new ToolRefusal({ problem: unread[0]?.why ?? englishAgent.noPolicy(), nextStep: englishAgent.lookThere() });
  return answer.finish(unread);
}

async function explain(source: PolicySource, { text = '', path }: ToolInput, signal: Signal): Promise<ToolAnswer> {
  const policies: PolicyAtHand[] = [];
  const unread: UnreadFile[] = [];
  if (path !== undefined) {
    const { files } = await source.open(path, { withToken: false, oneFile: false });
    for await (const each of files) {
      stopIfGone(signal);
      if ('why' in each) unread.push(each);
      else
        for (const policy of each.policies)
          policies.push({ ...policy, file: each.file, findings: await runRules(policy.judged, policy.options) });
    }
  }
  return explainGatewayError(text, policies, unread);
}

async function propose(source: PolicySource, { path, change, variant }: ToolInput): Promise<ToolAnswer | ToolProblem> {
  const { files } = await source.open(path, { withToken: true, oneFile: true });
  for await (const each of files) {
    if ('why' in each) return { problem: each.why, nextStep: englishAgent.nameOneFile() };
    return proposeChange(each, { host: source.host, change, variant });
  }
  return { problem: englishAgent.noPolicy(), nextStep: englishAgent.nameOneFile() };
}

function stopIfGone({ aborted }: Signal): void {
  if (aborted) throw new ToolRefusal({ problem: englishAgent.cancelled(), nextStep: englishAgent.tryAgain() });
}
