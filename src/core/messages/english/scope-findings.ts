import { brief, type Said } from '../said.js';

const contradictions = {
  tenant: 'tenant',
  audience: 'audience',
  claim: 'value of a claim',
  application: 'application',
};

/** Sentences about what a document does to the path of a request, among the documents around it. */
export const scopeFindings = {
  'base-missing': (values: {
    /** The name of the first one. */
    readonly kind: string;
    /** Files and lines of all. */
    readonly places: readonly string[];
    /** The product in which it is so; null where it is so in each and without one. */
    readonly product: string | null;
    /** Whether the section has a token policy of its own. */
    readonly hasOther: boolean;
  }): Said => ({
    title: `Without <base />, ${brief(values.kind, 24)} of a broader scope does not run. Add <base />.`,
    detail:
      `${values.product === null ? 'It stands' : `For the product ${values.product} it stands`} at ${values.places.join(', ')}.` +
      (values.hasOther ? ' The token policy in this section runs in its place.' : ' Nothing here looks at the token instead.'),
  }),
  'path-unsatisfiable': (values: {
    readonly kind: string;
    readonly at: string;
    readonly what: keyof typeof contradictions;
    readonly here: string;
    readonly there: string;
  }): Said => ({
    title: `No token passes this and ${brief(values.kind, 24)} on the same path: they want another ${contradictions[values.what]}.`,
    detail: `Here: ${values.here}. There (${values.at}): ${values.there}. Make them agree, or drop one of them.`,
  }),
  'unprotected-operation': (values: {
    /** Null for all that have no entry of their own. */
    readonly names: readonly (string | null)[];
    /** Where the other one's token policy stands. */
    readonly at: string;
  }): Said => ({
    title: `No token policy reaches ${nameOperations(values.names)}, though another operation of the API has one.`,
    detail: `It stands at ${values.at}. Add a token policy to the API, or leave this as it is where everybody may call it.`,
  }),
  'mcp-token-policy': (): Said => ({
    title: 'An MCP client needs WWW-Authenticate with resource_metadata; this 401 has none. Write it in on-error.',
    detail:
      'A token policy answers without that header, so the client does not find the authorization server. Serve /.well-known/oauth-protected-resource without a token, too.',
  }),
  'fragment-missing': (values: { readonly name: string }): Said => ({
    title: `The fragment ${brief(values.name, 34)} is not in this folder. Correct the fragment-id, or add the fragment.`,
    detail: 'What it holds is not known here, so no answer behind it is certain.',
  }),
  'fragment-nested': (values: { readonly name: string | null }): Said => ({
    title: `A fragment cannot include another one${values.name === null ? '' : `: ${brief(values.name, 40)}`}. Include it where this one is included.`,
    detail: '',
  }),
  'authorization-overwritten-before': (values: { readonly by: string; readonly at: string }): Said => ({
    title: `The ${brief(values.by, 36)} of another scope replaces the Authorization header first. Validate before it.`,
    detail: `It stands at ${values.at}. The caller's token is gone before this policy reads it.`,
  }),
  'authorization-overwritten-behind': (values: { readonly by: string; readonly at: string }): Said => ({
    title: `This replaces Authorization before ${brief(values.by, 30)} of a broader scope reads it. Put it after <base />.`,
    detail: `That stands at ${values.at}. It then judges what is written here, not what the caller sent.`,
  }),
};

function nameOperations(operations: readonly (string | null)[]): string {
  const [first = null, ...more] = operations;
  const name = first === null ? 'operations without a policy of their own' : `the operation ${brief(first, 24)}`;
  return more.length === 0 ? name : `${name} and ${more.length} more`;
}
