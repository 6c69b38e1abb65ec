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
  client: ({ service }: Answerer): string => `This is what ${service} says; it does not show who answered.`,
  management: ({ service }: Answerer): string => `This is not an answer to a request: ${service} says it about a policy.`,
  undecided: ({ service }: Answerer): string => `The text does not show who answered: ${service}.`,
};

/** Services and pieces of evidence, in words. */
export const whoWords = {
  entra: (): string => 'Microsoft Entra ID',
  'entra-for-gateway': (): string => 'Microsoft Entra ID, asked by a policy of the gateway,',
  'identity-provider': (): string => 'The identity provider',
  'either-token-policy': (): string => 'validate-jwt or validate-azure-ad-token',
  'backend-log': (): string => 'a .NET backend, whose log has the same texts',
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
  'token-policy-text': (): string => 'the wording of a token policy',
  'library-code': (): string => 'a code of the validation library',
  routing: (): string => 'routing',
  'subscription-key': (): string => 'subscription key',
  'bare-challenge': (): string => 'a challenge that says no more than "Bearer"',
  'empty-body': (): string => 'an empty body and no challenge that says more',
  html: (): string => 'an HTML page',
  forwarded: (): string => 'the trace has the answer of the backend (forward-request)',
};

/** By what an answer is known that no text tells. */
export type EvidenceName =
  | 'log-backend'
  | 'log-policy'
  | 'log-key'
  | 'log-no-operation'
  | 'log-broke'
  | 'log-gateway'
  | 'log-broke-on-answer'
  | 'log-after-backend'
  | 'trace-backend'
  | 'trace-backend-after-identity'
  | 'empty-answer'
  | 'bare-challenge'
  | 'html-page'
  | 'token-endpoint'
  | 'aadsts-unknown';

/** What an answer means where only its log row, its trace or its shape tells. */
export const evidenceSentences: Readonly<Record<EvidenceName, AnswerSentences>> = {
  'log-backend': {
    says: 'BackendResponseCode is what the backend answered: the gateway let the token pass, and passed the refusal on.',
    cures: [
      "Look at the backend's own validation: its issuer and audience, and whether the Authorization header reaches it.",
      'If the backend needs its own token: add authentication-managed-identity after the token policy.',
    ],
  },
  'log-policy': {
    says: 'BackendResponseCode is empty, so the backend was not called: the policy that LastErrorSource names refused the request.',
    cures: ['Read LastErrorReason and LastErrorMessage of the same row; LastErrorScope says which policy document it is in.'],
  },
  'log-key': {
    says: 'LastErrorSource authorization is about the subscription key, not about the token: the gateway checks the key before it runs the policies.',
    cures: [
      'Send the key of an active subscription to a product with this API, in Ocp-Apim-Subscription-Key.',
      'LastErrorReason says whether the key was missing (SubscriptionKeyNotFound) or wrong (SubscriptionKeyInvalid).',
    ],
  },
  'log-no-operation': {
    says: 'No operation of the API has this method and path, so no operation policy ran, and no token was checked there.',
    cures: ['Compare method and path with the operations of the API, including its URL suffix and version.'],
  },
  'log-broke': {
    says: 'The backend gave no answer: what LastErrorSource names failed, and the caller sees a 500. No token was refused there.',
    cures: [
      'Read LastErrorReason and LastErrorMessage of the same row.',
      'With authentication-managed-identity or send-request: look for an AADSTS code in LastErrorMessage or in a trace.',
    ],
  },
  'log-gateway': {
    says: 'BackendResponseCode is empty, so the backend was not called. LastErrorSource would name the policy; without it, it may be return-response.',
    cures: ['Add LastErrorSource, LastErrorReason and LastErrorMessage to the query of the log.'],
  },
  'log-broke-on-answer': {
    says: 'The backend refused the request, and then a policy failed on its answer: the caller sees a 500.',
    cures: [
      "Look first at the backend's own validation: its issuer and audience, and whether the Authorization header reaches it.",
      'Then at the policy that LastErrorSource names: it expects a different body than the refusal has.',
    ],
  },
  'log-after-backend': {
    says: 'The backend did not refuse the request: a later policy (outbound, on-error) made the answer.',
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
    says: 'This answer has no body; the default answers of the token policies have a JSON body.',
    cures: [
      'Look at BackendResponseCode in the log of the gateway: the same status there proves that the backend answered.',
      'If it is empty there: look for return-response in the policies, including on-error.',
    ],
  },
  'bare-challenge': {
    says: 'A challenge of "Bearer" alone does not say what is wrong: ASP.NET Core and Spring write it when no token arrived, and a policy may imitate it.',
    cures: [
      'Look at BackendResponseCode in the log of the gateway: the same status there proves that the backend answered.',
      'If it did: check that the Authorization header reaches the backend, and read its own log.',
    ],
  },
  'html-page': {
    says: 'The gateway answers with JSON; an HTML page comes from a web server, a firewall or a sign-in page in front of it or behind it.',
    cures: [
      'Look at BackendResponseCode in the log of the gateway: the same status there proves that the backend answered.',
      'If it is a sign-in page: set "Unauthenticated requests" of App Service authentication to 401.',
    ],
  },
  'token-endpoint': {
    says: 'error and error_description in this form come from a token endpoint: no API was called yet.',
    cures: ['Compare client id, secret, grant and scope of the request with the registration of the client.'],
  },
  'aadsts-unknown': {
    says: 'This tool does not know this code of Microsoft Entra ID.',
    cures: ['Look it up at https://login.microsoftonline.com/error, which explains each code.'],
  },
};

/** What is added to an explanation, from elsewhere in the same text. */
export const whoRemarks = {
  'identity-before': (): string =>
    "authentication-managed-identity replaced the Authorization header first: the token policy checked the gateway's own token, not the caller's.",
  'identity-before-cure': (): string =>
    'Move the token policy above authentication-managed-identity, or give that policy an output-token-variable-name and write the header later.',
  'mcp-no-token': (): string =>
    'If the gateway exposes this API as an MCP server, a token policy of the API gets no Authorization header on tools/call: the server makes its own calls and does not pass the header on.',
  'mcp-no-token-cure': (): string =>
    'Validate in the policy of the MCP server and forward the header there with set-header; or remove the token policy from the API.',
  wanted: (values: { readonly claim: string; readonly wanted: string }): string =>
    `The policy requires '${values.wanted}' in ${values.claim}.`,
};

/** What a code of the token request has to do with the API behind the gateway. */
export const aadstsLinks = {
  scope: (): string =>
    "The API that is asked for here becomes the token's aud: it must be the one in the policy's audience (api://{client id of the API}, or its client id).",
  client: (): string =>
    'The client of this request is the one that the policy may have to list (client-application-ids; azp or appid in the token).',
  assertion: (): string => "The assertion is the token that the gateway's policy checks: aud, issuer and lifetime matter in both places.",
  user: (): string => 'No token exists yet, so the policy of the API is not involved.',
  federated: (): string => 'This is between a pipeline or workload and Entra: the policy of the API is not involved yet.',
  keys: (): string => "It affects the policy as well: the app's own signing key is published at another openid-config address.",
  request: (): string => 'The token request is wrong, not the API: look at whatever sends it, a client or send-request in a policy.',
  mcp: (): string => "The address that MCP clients call must be the API's name in Entra, and the audience in the policy.",
  gateway: (): string =>
    'A policy of the gateway asked for this token (authentication-managed-identity, send-request or the credential manager); the caller of the API sees a 500.',
};
