import type { frameworkAnswers } from '../../knowledge/framework-answers.js';
import type { AnswerSentences } from '../answer-sentences.js';

const compare = "To confirm: in the gateway's log both responseCode and backendResponseCode are 401.";
const own = "Or set up the backend's own validation for tokens of the gateway (authentication-managed-identity after the token policy).";

/** What the answers of own backends mean, by their framework. */
export const frameworkAnswerSentences: Readonly<Record<keyof typeof frameworkAnswers, AnswerSentences>> = {
  'aspnet-audience': {
    says: "The gateway let the token pass; the backend expects another audience. '(null)' there does not mean that the token has none.",
    cures: ["Add the token's aud to the backend's own validation (Audience, ValidAudiences).", compare, own],
  },
  'aspnet-issuer': {
    says: 'The gateway let the token pass; the backend expects another issuer, usually that of the other token version.',
    cures: ["Set the backend's own validation (Authority, ValidIssuers) to the token's issuer and version.", compare, own],
  },
  'aspnet-expired': {
    says: 'The gateway let the token pass; it had expired by the time the backend checked it.',
    cures: [
      'Have the client renew the token before it expires.',
      'Compare the clocks, and clock-skew of the policy: the backend may be stricter.',
      compare,
    ],
  },
  'aspnet-not-yet-valid': {
    says: "The gateway let the token pass; by the backend's clock it is not valid yet.",
    cures: ["Set the backend's clock.", compare],
  },
  'aspnet-lifetime': {
    says: 'The gateway let the token pass; the backend does not accept its exp and nbf.',
    cures: ['Decode the token and look at exp and nbf: exp must be present and later than nbf.', compare],
  },
  'aspnet-key': {
    says: 'The gateway let the token pass; the backend does not know the key that signed it: another tenant, another token version, or a token of Microsoft Graph.',
    cures: ["Set the Authority of the backend's own validation to the token's issuer.", compare, own],
  },
  'aspnet-signature': {
    says: 'The gateway let the token pass; the backend could not verify its signature.',
    cures: ["Set the Authority of the backend's own validation to the token's issuer, and pass the token on unchanged.", compare, own],
  },
  'identity-web': {
    says: 'Microsoft.Identity.Web in the backend refuses the token: scope, role or issuer.',
    cures: ['Give the token the scope (scp) or role (roles) that the backend wants, or change its configuration.', compare],
  },
  'aspnet-log': {
    says: 'This is the log of an ASP.NET Core application: its own validation refused the token, not the gateway.',
    cures: ["Compare the token with the backend's own validation: Authority, Audience.", compare],
  },
  'spring-key': {
    says: 'The gateway let the token pass; Spring finds no key for its kid and algorithm.',
    cures: ["Set issuer-uri or jwk-set-uri of the backend to the token's issuer and version.", compare],
  },
  'spring-expired': {
    says: 'The gateway let the token pass; by the clock of the backend it is not valid (Spring allows 60 seconds).',
    cures: ['Have the client renew the token, and compare the clocks.', compare],
  },
  'spring-issuer': {
    says: 'The gateway let the token pass; Spring expects another issuer.',
    cures: ["Set issuer-uri of the backend to the token's iss, exactly: the other version has another issuer.", compare],
  },
  'spring-signature': {
    says: 'The gateway let the token pass; Spring could not verify its signature.',
    cures: ["Set issuer-uri or jwk-set-uri to the token's issuer; a token of Microsoft Graph cannot be verified.", compare],
  },
  'spring-scope': {
    says: 'The token is valid, but lacks an authority that Spring requires. By default it reads scope and scp, not roles.',
    cures: ['Give the token the scope that the backend wants, or map roles to authorities there.', compare],
  },
  'spring-decode': {
    says: 'The gateway let the token pass; Spring could not read or verify it.',
    cures: ['Look at the rest of the error_description, and at what reaches the backend in Authorization.', compare],
  },
  'node-no-token': {
    says: 'The backend (express-jwt) got no Authorization header.',
    cures: [
      'Pass the Authorization header on to the backend: look for set-header or authentication policies that remove or replace it.',
      compare,
    ],
  },
  'node-token-form': {
    says: 'The Authorization header that reached the backend (express-jwt) is not "Bearer" and a token.',
    cures: ['Look at the header that goes to the backend: "Bearer", one space and the token.', compare],
  },
  'node-passport': {
    says: 'passport-azure-ad in the backend refuses the token.',
    cures: [
      "Compare the token's iss, aud and scp with the options of the strategy.",
      "Where it says 'token is not found': pass the Authorization header on to the backend.",
      compare,
    ],
  },
  'envoy-no-token': {
    says: 'The proxy of the service mesh behind the gateway got no token.',
    cures: ['Pass the Authorization header on to the backend.', compare],
  },
  'envoy-form': {
    says: 'What reached the service mesh proxy behind the gateway is not a JWT.',
    cures: ['Look at the header that goes to the backend: "Bearer", one space and the token.', compare],
  },
  'envoy-key': {
    says: 'The gateway let the token pass; the proxy of the service mesh behind it cannot verify the signature.',
    cures: ["Set issuer and jwksUri of its RequestAuthentication to the token's issuer.", compare],
  },
  'envoy-claims': {
    says: 'The gateway let the token pass; the proxy of the service mesh behind it expects another issuer or audience.',
    cures: ["Add the token's iss and aud to the RequestAuthentication of the mesh.", compare],
  },
  'envoy-expired': {
    says: 'The gateway let the token pass; by the clock of the proxy behind it the token is not valid.',
    cures: ['Have the client renew the token, and compare the clocks.', compare],
  },
  'envoy-role': {
    says: 'A rule of the service mesh behind the gateway denies the call.',
    cures: [
      'Look at the AuthorizationPolicy of the workload: principals, claims, audiences. A call without a token is denied the same way.',
      compare,
    ],
  },
  'mcp-no-token': {
    says: 'The MCP server behind the gateway got no token.',
    cures: ['Pass the Authorization header on to the MCP server.', compare],
  },
  'mcp-token': {
    says: 'The MCP server behind the gateway refuses the token: another resource (aud), no exp, or expired.',
    cures: ['Ask for a token whose aud is the address of the MCP server, and renew it in time.', compare],
  },
  'mcp-scope': {
    says: 'The token lacks a scope that the MCP server behind the gateway requires.',
    cures: ['Ask for a token with the scope that the challenge names.', compare],
  },
  'mcp-resource-differs': {
    says: 'The client read the document at resource_metadata, and its member resource is not the address that the client called, so it asks for no token.',
    cures: [
      'Write the address that clients call into resource of that document, letter by letter: a slash at the end counts.',
      'Behind a gateway it is the address of the gateway, not that of the MCP server.',
    ],
  },
  'resource-metadata': {
    says: "The challenge leads an MCP client to the sign-in. The gateway's token policies are not known to write it: either a policy that the API's author wrote (return-response, usually in on-error), or the MCP server behind it.",
    cures: [
      'Check whose address resource_metadata is: the document there must be served without a token.',
      'Its member resource must be the address that the client calls, otherwise the client rejects the document.',
      'An empty BackendResponseCode in the log proves that it was the gateway.',
    ],
  },
  'insufficient-scope': {
    says: 'This is how OAuth libraries answer: the token is valid, but a scope is missing. The gateway passed the call on, or a policy imitates this form.',
    cures: ['Ask for a token with the scope that the answer names.', compare],
  },
  'bearer-challenge': {
    says: 'A challenge with error and error_description is how frameworks answer: the gateway let the token pass, and the backend refused it. A policy may imitate this form.',
    cures: [
      "Compare responseCode and backendResponseCode in the gateway's log: if both are 401, the backend answered.",
      "Set up the backend's own validation for the same issuer and audience, or give it a token of its own (authentication-managed-identity after the token policy).",
    ],
  },
};
