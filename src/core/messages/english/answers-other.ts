import type { otherAnswers } from '../../knowledge/other-answers.js';
import type { AnswerSentences } from '../answer-sentences.js';

const compare = "To confirm: in the gateway's log both responseCode and backendResponseCode are 401.";

/** What the answers of Python's frameworks, of web servers, of Kubernetes and of public APIs mean. */
export const otherAnswerSentences: Readonly<Record<keyof typeof otherAnswers, AnswerSentences>> = {
  'python-no-token': {
    says: 'The backend got no Authorization header: the gateway passed the call on without it.',
    cures: [
      'Pass the Authorization header on to the backend: look for set-header or authentication policies that remove or replace it.',
      compare,
    ],
  },
  'python-token': {
    says: 'The gateway let the token pass; the backend refuses it.',
    cures: ["Compare the token's issuer, audience, key and lifetime with the backend's own validation.", compare],
  },
  kubernetes: {
    says: 'The API server of a cluster refuses the credential.',
    cures: ['Send a token of the cluster, or one of the OpenID Connect issuer that the API server is set up for.', compare],
  },
  nginx: {
    says: 'A web server between the gateway and the backend requires its own credentials.',
    cures: [
      'Look at auth_basic, auth_request or auth_jwt of that server; authentication-basic in the policy sends a user name and password.',
      compare,
    ],
  },
  'azure-devops': {
    says: 'The token may be valid, but its user or service principal has no access there.',
    cures: [
      'Add the user or service principal to the organization and the project; tokens are for 499b84ac-1321-427f-aa17-267ca6975798.',
      compare,
    ],
  },
  okta: {
    says: "Okta's own API refuses the token; it requires an API token (SSWS) or a token of its own authorization server.",
    cures: ['Send a token that is for the API of the Okta organization.', compare],
  },
  github: {
    says: 'GitHub refuses the credential.',
    cures: ['Set a valid GitHub token in the Authorization header of the call to the backend.', compare],
  },
  google: {
    says: 'The credential is not a Google access token.',
    cures: ["Get a Google access token for the call to the backend, instead of the caller's token.", compare],
  },
  openai: {
    says: 'This is not an OpenAI key: OpenAI uses other keys than Azure OpenAI.',
    cures: ['Send an OpenAI key as a bearer token, or point the backend at Azure OpenAI.', compare],
  },
  'node-jsonwebtoken': {
    says: "The gateway let the token pass; the backend's own check refuses it, for the reason in the text.",
    cures: ["Compare the token's issuer, audience, key and lifetime with the options of jwt.verify in the backend.", compare],
  },
  'node-jose': {
    says: "The gateway let the token pass; the backend's own check refuses it, for the reason in the text.",
    cures: ["Compare the token's issuer, audience, key and lifetime with the options of jwtVerify in the backend.", compare],
  },
  'go-oidc': {
    says: "The gateway let the token pass; the backend's own check refuses it, for the reason in the text.",
    cures: ["Set the issuer and the ClientID of the backend's verifier to the token's iss and aud.", compare],
  },
  'aws-gateway': {
    says: 'The call went on to Amazon API Gateway, which knows no such route, or wants a signed call there.',
    cures: [
      'Compare path and method with the routes there, stage included: it says "Missing Authentication Token" of unknown routes, too.',
      'If the route wants IAM authorization: sign the call to the backend; a bearer token does not help.',
      compare,
    ],
  },
  'aws-expired': {
    says: 'The gateway let the token pass; it had expired by the time the authorizer of Amazon API Gateway checked it.',
    cures: [
      'Have the client renew the token before it expires.',
      'Compare the clocks, and clock-skew of the policy: the authorizer may be stricter.',
      compare,
    ],
  },
  'aws-signature': {
    says: 'The Amazon API wants a signed request, and the keys or the signature are wrong.',
    cures: ['Sign the call as it is sent: a path or header that the gateway rewrites afterwards breaks the signature.', compare],
  },
  salesforce: {
    says: "Salesforce refuses the token: it has expired, or it is not one of Salesforce's own.",
    cures: ['Get a Salesforce access token for the call to the backend, and send it to the address of its instance.', compare],
  },
  servicenow: {
    says: 'ServiceNow got no credentials that it accepts.',
    cures: ['Send its user name and password (authentication-basic) or a token of its own OAuth registry.', compare],
  },
  atlassian: {
    says: 'The Atlassian API got no credentials that it accepts.',
    cures: ["Send an Atlassian API token or OAuth token in the call to the backend, instead of the caller's token.", compare],
  },
  stripe: {
    says: 'Stripe refuses the key.',
    cures: ['Set the secret key of the account in the Authorization header of the call to the backend.', compare],
  },
  anthropic: {
    says: 'Anthropic refuses the key.',
    cures: ['Set a valid key in the header x-api-key of the call to the backend.', compare],
  },
  elasticsearch: {
    says: 'Elasticsearch got no credentials that it accepts.',
    cures: ['Send a user name and password or an API key of the cluster, or set up its own JWT realm for the token.', compare],
  },
  laravel: {
    says: 'The gateway let the token pass; no guard of the backend knows its user.',
    cures: ['Look at the guard of the route (auth:api, auth:sanctum) and at what it validates.', compare],
  },
  hasura: {
    says: 'The gateway let the token pass; Hasura refuses it, for the reason in the text.',
    cures: ['Compare the token with HASURA_GRAPHQL_JWT_SECRET: its key address, audience and issuer.', compare],
  },
  'google-iap': {
    says: 'A proxy in front of the backend refuses the token.',
    cures: ['Send a Google ID token whose audience is the OAuth client id of the proxy.', compare],
  },
  'container-registry': {
    says: 'The registry got no token of its own.',
    cures: ['Exchange the Entra token for one of the registry at the address in its WWW-Authenticate header.', compare],
  },
  apache: {
    says: 'A web server between the gateway and the backend requires its own credentials.',
    cures: ['Look at AuthType and Require of that server; authentication-basic in the policy sends a user name and password.', compare],
  },
  'spring-boot': {
    says: 'The gateway let the call pass; the backend refuses it without a reason.',
    cures: ["Read the backend's own log with org.springframework.security at DEBUG.", compare],
  },
};
