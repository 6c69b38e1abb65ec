import type { AnswerSentences } from '../answer-sentences.js';

/** Who answered, as the first line of an explanation says it. `probably`: the text leaves a doubt. */
export interface Answerer {
  readonly service: string;
  readonly probably: boolean;
}

const start = (probably: boolean, text: string): string => (probably ? `Probably ${text}` : text.charAt(0).toUpperCase() + text.slice(1));

export const whoAnswered = {
  gateway: ({ service, probably }: Answerer): string => start(probably, `the gateway itself answered (${service}).`),
  policy: ({ service, probably }: Answerer): string => start(probably, `the gateway answered: ${service}.`),
  backend: ({ service, probably }: Answerer): string => start(probably, `the backend answered, behind the gateway: ${service}.`),
  'token-request': ({ service }: Answerer): string => `${service} refused a token request: the API was not called.`,
  'in-front': ({ service, probably }: Answerer): string => start(probably, `something in front of the gateway answered: ${service}.`),
  client: ({ service }: Answerer): string => `This is what ${service} says; it hides who answered.`,
  management: ({ service }: Answerer): string => `Nobody answered a request: ${service} says this of a policy.`,
  undecided: ({ service }: Answerer): string => `The text does not tell who answered: ${service}.`,
};

/** Services and pieces of evidence, in words. */
export const whoWords = {
  entra: (): string => 'Microsoft Entra ID',
  'entra-for-gateway': (): string => 'Microsoft Entra ID, asked by a policy of the gateway,',
  'identity-provider': (): string => 'The identity provider',
  'either-token-policy': (): string => 'validate-jwt or validate-azure-ad-token',
  'backend-log': (): string => 'a backend of .NET, whose log has the same texts',
  'author-policy': (): string => "a policy that the API's author wrote",
  'a-backend': (): string => 'see the log of the backend itself',
  browser: (): string => 'the browser',
  'a-policy': (): string => 'an expression in a policy',
  'saved-policy': (): string => 'the API that saves and reads policies',
  'empty-answer': (): string =>
    'a backend (ASP.NET Core, Spring, App Service on Linux, Functions without a key) or a policy with return-response',
  'html-page': (): string => 'App Service or IIS, Application Gateway, Front Door or a firewall',
  text: (values: { readonly text: string }): string => `the text "${values.text}"`,
  code: (values: { readonly code: string }): string => `the code ${values.code}`,
  column: (values: { readonly name: string; readonly value: string }): string => `${values.name} ${values.value}`,
  'column-empty': (values: { readonly name: string }): string => `${values.name} is empty`,
  'token-policy-text': (): string => 'the words of a token policy',
  'library-code': (): string => 'a code of the validation library',
  'empty-body': (): string => 'an empty body and no challenge that says more',
  html: (): string => 'a page of HTML',
  forwarded: (): string => 'the trace has the answer of the backend (forward-request)',
};

/** By what an answer is known that no text tells. */
export type EvidenceName =
  | 'log-backend'
  | 'log-policy'
  | 'log-gateway'
  | 'log-broke-on-answer'
  | 'log-after-backend'
  | 'trace-backend'
  | 'trace-backend-after-identity'
  | 'empty-answer'
  | 'html-page'
  | 'token-endpoint'
  | 'aadsts-unknown';

/** What an answer means where only its log row, its trace or its shape tells. */
export const evidenceSentences: Readonly<Record<EvidenceName, AnswerSentences>> = {
  'log-backend': {
    says: 'BackendResponseCode is what the backend answered: the gateway let the token pass, and handed the refusal on.',
    cures: [
      "Look at the backend's own validation: its issuer and audience, and whether the Authorization header reaches it.",
      'If the backend wants a token of its own: authentication-managed-identity after the token policy.',
    ],
  },
  'log-policy': {
    says: 'BackendResponseCode is empty, so the backend was not called: the policy that LastErrorSource names refused the request.',
    cures: ['Read LastErrorReason and LastErrorMessage of the same row; LastErrorScope says in which policy document it stands.'],
  },
  'log-gateway': {
    says: 'BackendResponseCode is empty, so the backend was not called. LastErrorSource would name the policy; without one it may be return-response.',
    cures: ['Add LastErrorSource, LastErrorReason and LastErrorMessage to the query of the log.'],
  },
  'log-broke-on-answer': {
    says: 'The backend refused the request, and then a policy failed on its answer: the caller sees a 500.',
    cures: [
      "Look first at the backend's own validation: its issuer and audience, and whether the Authorization header reaches it.",
      'Then at the policy that LastErrorSource names: it expects another body than that of the refusal.',
    ],
  },
  'log-after-backend': {
    says: 'The backend did not refuse the request: a policy after it (outbound, on-error) made the answer.',
    cures: ['Look for return-response and set-status in outbound and on-error.'],
  },
  'trace-backend': {
    says: 'The trace shows that the request was forwarded, and that the backend refused it: the token policies let it pass.',
    cures: ["Look at the backend's own validation: its issuer and audience, and whether the Authorization header reaches it."],
  },
  'trace-backend-after-identity': {
    says: 'The gateway put the token of its managed identity into the Authorization header, forwarded the request, and the backend refused that token.',
    cures: [
      'Check the attribute resource of authentication-managed-identity (the audience that the backend wants), and the roles of the identity there.',
    ],
  },
  'empty-answer': {
    says: 'An answer without a body is none of the default answers of the token policies, which have a body in JSON.',
    cures: [
      'Look at BackendResponseCode in the log of the gateway: the same number there proves that the backend said it.',
      'Empty there: look for return-response in the policies, also in on-error.',
    ],
  },
  'html-page': {
    says: 'The gateway answers with JSON; a page of HTML comes from a web server, a firewall or a sign-in page behind or before it.',
    cures: [
      'Look at BackendResponseCode in the log of the gateway: the same number there proves that the backend said it.',
      'A sign-in page: set "Unauthenticated requests" of App Service authentication to 401 for APIs.',
    ],
  },
  'token-endpoint': {
    says: 'error with error_description in this form is the answer of a token endpoint: no API was called yet.',
    cures: ['Compare client id, secret, grant and scope of the request with the registration of the client.'],
  },
  'aadsts-unknown': {
    says: 'A code of Microsoft Entra ID that this tool does not know.',
    cures: ['Look it up at https://login.microsoftonline.com/error, which explains each code.'],
  },
};

/** What is added to an explanation, from elsewhere in the same text. */
export const whoRemarks = {
  'identity-before': (): string =>
    "Before it, authentication-managed-identity has replaced the Authorization header: the token policy judged the gateway's own token, not the caller's.",
  'identity-before-cure': (): string =>
    'Move the token policy above authentication-managed-identity, or give that policy an output-token-variable-name and write the header later.',
  'mcp-no-token': (): string =>
    'In an MCP server of the gateway, a token policy at the level of the API that it exposes gets no Authorization header with tools/call: the server makes calls of its own and does not pass it on.',
  'mcp-no-token-cure': (): string =>
    "Validate in the policy of the MCP server, and there forward the header by set-header; or take the token policy out of the API's own scope.",
  wanted: (values: { readonly claim: string; readonly wanted: string }): string =>
    `The policy wants '${values.wanted}' in ${values.claim}.`,
};

/** What a code of the token request has to do with the API behind the gateway. */
export const aadstsLinks = {
  scope: (): string =>
    "What is asked for here becomes the token's aud: it must be the API that the policy's audience names (api://{client id of the API}, or its client id).",
  client: (): string =>
    'The client of this request is the one that the policy may list (client-application-ids; azp or appid in the token).',
  assertion: (): string =>
    "The token that was handed in is the one that the gateway's policy checks: the same aud, issuer and lifetime count in both places.",
  user: (): string => 'No token exists yet, so the policy of the API plays no part.',
  federated: (): string => 'This is between a pipeline or workload and Entra: the policy of the API plays no part yet.',
  keys: (): string => "It touches the policy, too: the app's own signing key is published at another openid-config address.",
  request: (): string =>
    'The request for a token is at fault, not the API: look at whoever sends it, a client or send-request in a policy.',
  mcp: (): string => "The address that MCP clients call must be the API's name in Entra, and the audience in the policy.",
  gateway: (): string =>
    'A policy of the gateway asked for this token (authentication-managed-identity, send-request or the credential manager): the caller of the API sees a 500.',
};
