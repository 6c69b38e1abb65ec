import type { OpenedPolicies, PolicySource, SourceFile } from '../../../src/agent/policy-source.js';
import { judge, type Edit, type Judged } from '../../../src/core/index.js';

/** One policy as a source of the tools: judged as it was, with the token's values kept back, or said (`keepsClaims` false). */
export async function sourceOf(judged: Judged, keepsClaims = true, file = 'policy.xml'): Promise<PolicySource> {
  const { path, facts } = judged;
  const { token, ...others } = facts;
  const open = async (withToken: boolean): Promise<OpenedPolicies> => {
    const own = await judge(path, withToken ? { ...facts, keepsClaims } : others);
    const { text } = own.document;
    const policies = [{ host: null, judged: own, lines: own.lines, options: {}, write: (edits: readonly Edit[]) => ({ edits }) }];
    const found: SourceFile = { file, text, policies, remarks: null };
    return { token: withToken ? (token ?? null) : null, files: listOne(found) };
  };
  return Promise.resolve({ host: 'server', open: async (_path, { withToken }) => open(withToken) });
}

async function* listOne(file: SourceFile): OpenedPolicies['files'] {
  yield await Promise.resolve(file);
}
