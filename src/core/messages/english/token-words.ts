import type { OpaqueForm } from '../../knowledge/opaque-forms.js';
import { describeDuration } from './durations.js';

/** What the product says about a token in plain words. No sentence quotes anything of the text that was pasted. */
export const tokenWords = {
  /** What is wrong with a text that is no readable token. */
  problems: {
    empty: 'There is no token: nothing is left of the text.',
    encrypted: 'The token is encrypted (five parts, a JWE): only the holder of the key can read its claims.',
    'not-a-token': 'The text is not a token: a signed token has three parts, separated by dots.',
    opaque: 'The text is an opaque token, not a JWT: only its issuer can read it, so the gateway cannot validate it.',
    reference: 'The text looks like an id, not a token: only its issuer knows what it refers to.',
    ellipsis: 'The token was shortened when it was displayed: copy the whole token.',
    placeholder: 'The text is the name of a variable, not its value: paste the token itself.',
    'two-segments': 'The token has only two parts: the signature is missing. Copy it to its end.',
    'segment-count':
      'The text has neither three parts (a signed token) nor five (an encrypted one): part of it is missing, or two tokens were joined. Copy exactly one token.',
    'header-not-base64url': 'The first part of the token is damaged or cut off: copy the whole token and nothing else.',
    'payload-not-base64url': 'The second part of the token is damaged or cut off: copy the whole token and nothing else.',
    'signature-not-base64url': 'The signature of the token is damaged or cut off: copy the whole token and nothing else.',
    'header-not-json': 'The first part of the token is not a JSON object: the text is damaged, or is not a token.',
    'payload-not-json': 'The second part of the token is not a JSON object: the text is damaged, or is not a JWT.',
    'payload-too-deep': 'The claims are nested more than 64 levels deep: the gateway does not read such a token.',
    'several-tokens': 'The text has several different tokens: paste only the access token.',
    'too-large': 'The token is longer than 256,000 characters: the gateway does not read such a token.',
  },

  /** What a text is that is no JWT, and what to do. */
  opaqueForms: {
    google:
      "The text is a Google access token, not a JWT: only Google can read it. Send the ID token, or have the gateway call Google's tokeninfo endpoint.",
    github: 'The text is a GitHub token, not a JWT: only GitHub can read it, so the gateway cannot validate it.',
    'entra-code-or-refresh':
      'The text looks like a Microsoft authorization code or refresh token: exchange it for an access token, and send that.',
    'b2c-code-or-refresh': 'The text is a B2C authorization code or refresh token: exchange it for an access token, and send that.',
    'microsoft-account':
      "The text looks like an opaque token of a personal Microsoft account, which only Microsoft's APIs can read: ask for a token for your API.",
    salesforce: 'The text is an opaque Salesforce token, not a JWT: turn on JWT-based access tokens there.',
    databricks: 'The text is a Databricks personal access token, not a JWT: only Databricks can read it.',
    'shared-access-signature':
      'The text is a shared access signature, not a JWT: it gives access to one Azure resource and is sent to that only.',
    'data-protection': 'The text is a value that ASP.NET Core encrypted for itself, such as a session cookie: no API can read it.',
    basic: 'The text is a user name and password for Basic authentication, not a token.',
    cookie: 'The text is a cookie without a token in it.',
    'subscription-key':
      'The text looks like an API Management subscription key: send it in the header Ocp-Apim-Subscription-Key. A reference token can look the same.',
    guid: 'The text is an id, for example of an application or tenant, or a reference token: only its issuer knows what it refers to.',
  } satisfies Readonly<Record<OpaqueForm, string>>,

  /** What was taken off a pasted text, each as a short phrase. */
  cleanings: {
    'surrounding-space': 'white space around it',
    scheme: 'the word before it, such as Bearer',
    'header-line': "the header's name",
    'curl-command': 'the curl command around it',
    'json-member': 'the JSON around it',
    parameter: "the parameter's name",
    cookie: 'the cookie around it',
    quotes: 'quotes',
    escapes: 'escape characters',
    'percent-encoding': 'percent-encoding',
    'line-breaks': 'line breaks or spaces inside it',
    'invisible-characters': 'invisible characters',
    'surrounding-text': 'other text around it',
  },

  kinds: {
    'workforce-v1': 'Microsoft Entra access token, version 1.0',
    'workforce-v2': 'Microsoft Entra access token, version 2.0',
    'external-id-v1': 'External ID access token, version 1.0 form',
    'external-id-v2': 'External ID access token, version 2.0',
    b2c: 'Azure AD B2C token',
    'microsoft-account': 'token of a personal Microsoft account',
    graph: 'Microsoft Graph token',
    'id-token': 'ID token',
    other: 'token of another issuer',
    encrypted: 'encrypted token',
    unreadable: 'unreadable token',
  },

  /** What follows the kind where the text had the decoded claims in the place of the token. */
  decoded: (kind: string): string => `${kind}, from its decoded claims: signature and exact form unknown`,

  /** Why a token was taken for its kind. */
  kindReasons: {
    'graph-audience': 'Its audience is Microsoft Graph: nobody else can verify it.',
    'header-nonce': 'Its header has a nonce, which marks tokens for Microsoft Graph and similar APIs: nobody else can verify it.',
    'id-hash': 'It has a claim that only ID tokens have (at_hash or c_hash), and no scopes.',
    'id-nonce': 'It has a nonce, which only ID tokens have, and no scopes.',
    'id-type': 'It calls itself an ID token.',
    'id-own-audience': 'It is meant for the client that asked for it, and grants neither scopes nor roles.',
    'id-no-client': 'It tells who a user is, but neither a client nor scopes, which every Microsoft Entra access token of a user has.',
    'consumer-tenant': 'Its tenant is that of personal Microsoft accounts.',
    'external-id-v1-issuer': 'Its issuer is on ciamlogin.com and does not end in /v2.0.',
    'external-id-v2-issuer': 'Its issuer is on ciamlogin.com and ends in /v2.0.',
    'b2c-host': 'Its issuer is on b2clogin.com.',
    'b2c-policy': 'It names an Azure AD B2C policy (tfp, or acr in older policies).',
    'workforce-v1-issuer': 'Its issuer is the version 1.0 form of Microsoft Entra ID.',
    'workforce-v2-issuer': 'Its issuer is a Microsoft login host and ends in /v2.0.',
    'other-issuer': "Its issuer is not one of Microsoft's login hosts.",
    'no-issuer': 'It has no issuer.',
    encrypted: 'It has five parts, and its header says how the content is encrypted.',
    unreadable: 'It cannot be read.',
  },

  summary: {
    issuedBy: 'Issued by',
    forApi: 'For the API',
    byClient: 'Requested by',
    caller: 'Caller',
    may: 'May do',
    signature: 'Signature',
    tenant: (id: string): string => `tenant ${id}`,
    externalId: 'Entra External ID',
    b2c: 'Azure AD B2C',
    unknownIssuer: 'another issuer',
    noIssuer: 'nobody: the token has no issuer',
    noAudience: 'none: the token has no audience',
    clientId: 'client id',
    applicationUri: 'application ID URI',
    address: 'an address',
    severalAudiences: 'several audiences',
    app: 'an app with a client id',
    tool: (title: string): string => `${title}, a client with the same id in every tenant`,
    userThroughApp: 'a user, through the app',
    appOnly: 'the app itself, without a user',
    scopes: 'scopes',
    roles: 'app roles',
    notShown: 'unknown: the text has the decoded claims, not the token',
    signed: (algorithm: string): string => `signed with ${algorithm}; reading a token does not verify it`,
    unsigned: 'none: the token is not signed',
  },

  times: {
    iat: 'Issued',
    nbf: 'Valid from',
    exp: 'Expires',
    auth_time: 'Signed in',
    expired: 'Expired',
    ago: (seconds: number): string => `${describeDuration(seconds)} ago`,
    ahead: (seconds: number): string => `in ${describeDuration(seconds)}`,
    now: 'now',
    expiresIn: (seconds: number): string => `Expires in ${describeDuration(seconds)}.`,
    expiredAgo: (seconds: number): string => `Expired ${describeDuration(seconds)} ago.`,
    expiresNow: 'Expires now.',
    startsIn: (seconds: number): string => `Not valid yet: it starts in ${describeDuration(seconds)}.`,
    noExpiry: 'Does not say when it expires.',
    notATime: 'Its expiry is not a number of seconds.',
    milliseconds: 'Its times are in milliseconds, not in seconds.',
  },

  notes: {
    thisApi: (title: string): string => `${title}, a Microsoft API`,
    publicClient: 'public client, no secret',
    secret: 'client secret',
    certificate: 'client certificate',
    tooDeep: '(nested too deeply to show)',
  },
};
