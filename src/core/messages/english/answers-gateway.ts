import type { gatewayAnswers } from '../../knowledge/gateway-answers.js';
import type { AnswerSentences } from '../answer-sentences.js';

/** What the answers of the gateway itself, and of its policies beside the token policies, mean. The first cure also stands in the first line. */
export const gatewayAnswerSentences: Readonly<Record<keyof typeof gatewayAnswers, AnswerSentences>> = {
  'subscription-key-missing': {
    says: 'This is about the subscription key, not about the token: the request had no key, which the gateway requires before it runs the policies.',
    cures: [
      'Send the key in the header Ocp-Apim-Subscription-Key (or the query parameter subscription-key).',
      'Or turn off "Subscription required" on the API or product.',
      'The answer says nothing about the token yet: the policies have not run.',
    ],
  },
  'subscription-key-invalid': {
    says: 'This is about the subscription key, not about the token: the key is wrong, its subscription is cancelled or suspended, or it belongs to a product without this API. The gateway checks it before it runs the policies.',
    cures: [
      'Send a key of an active subscription to a product with this API, in Ocp-Apim-Subscription-Key.',
      'Or add the API to the key\'s product, or turn off "Subscription required".',
      'Only in the test console: look for a fixed header value on the operation\'s "Frontend" tab, which replaces the right key.',
    ],
  },
  'subscription-key-challenge': {
    says: 'This is about the subscription key, not about the token. The realm in the challenge is the address of the API that the gateway chose.',
    cures: [
      'Send the key of a subscription to this API in the header Ocp-Apim-Subscription-Key.',
      'Or turn off "Subscription required" on the API or product.',
    ],
  },
  'operation-not-found': {
    says: 'No operation of the API has this method and path, so no operation policy ran, and no token was checked there.',
    cures: [
      'Compare method and path with the operations of the API, including its URL suffix and version.',
      'For a browser: an OPTIONS request needs the cors policy, or an operation of its own.',
    ],
  },
  'resource-not-found': {
    says: 'The gateway answers this if no API or operation matches the address; a backend may write the same.',
    cures: [
      'Compare the address with the URL suffix, the version and the operations of the API.',
      'In the log, LastErrorReason OperationNotFound proves that it was the gateway.',
    ],
  },
  'expression-failed': {
    says: 'An expression in a policy threw an exception, and the caller gets a 500: the token was not the problem, or not the only one.',
    cures: [
      'Trace the request: it shows the failing policy with its expression.',
      'Look for a null: a header, claim or variable that this request does not have.',
    ],
  },
  'backend-not-reached': {
    says: 'The policies let the request pass, and the gateway could not connect to the backend.',
    cures: [
      'Check the address of the backend, name resolution, certificates and the virtual network.',
      'The token has nothing to do with it.',
    ],
  },
  'client-went-away': {
    says: 'The caller closed the connection before there was an answer.',
    cures: ["Look at the client's timeout, and at what takes so long: BackendTime in the log."],
  },
  'header-not-found': {
    says: 'check-header requires a header that the request does not have.',
    cures: ['Send the header that the text names, or remove it from check-header.', 'Look for a proxy in between that drops it.'],
  },
  'header-value-not-allowed': {
    says: 'check-header compares the whole header value exactly with its list. On Authorization it refuses every token, because no list can contain them all.',
    cures: [
      'For tokens, use validate-jwt or validate-azure-ad-token instead of check-header.',
      'For any other header send one of the values that check-header lists.',
    ],
  },
  'caller-ip-refused': {
    says: 'ip-filter refuses the address of the caller, whatever the token.',
    cures: [
      "Add the caller's address or range to ip-filter.",
      "Behind Application Gateway or Front Door, the caller's address is that of the proxy.",
    ],
  },
  'quota-exceeded': {
    says: 'The quota of this subscription or key is used up, whatever the token.',
    cures: ['Wait until the time that the text names, or raise the quota.'],
  },
  'rate-limit-exceeded': {
    says: 'Too many calls within the period of rate-limit or rate-limit-by-key, whatever the token.',
    cures: [
      'Wait as long as Retry-After says, or raise the limit.',
      'If Azure OpenAI is the backend: compare BackendResponseCode, because it has its own limits.',
    ],
  },
  'internal-error': {
    says: 'The gateway answers this if a policy or an expression in it fails: it did not refuse the token, it could not finish.',
    cures: [
      'Trace the request: it shows the failing policy with its error, for authentication-managed-identity with an AADSTS code.',
      'In the log, LastErrorSource and LastErrorMessage name it; a BackendResponseCode of 500 shows that it was the backend.',
    ],
  },
  'flat-error': {
    says: 'The form { "statusCode", "message" } is that of the gateway, but the message is not one of its own: it was written in a policy, or comes from a backend with the same form.',
    cures: [
      'Search the policies for the message: failed-validation-error-message of a token policy, return-response, set-body.',
      'Look at BackendResponseCode in the log of the gateway: empty means that a policy answered, the same status that the backend did.',
    ],
  },
  'trace-not-available': {
    says: 'The test console got a response without a trace, of whatever status. Who refused the request is in that response.',
    cures: [
      'Look at the body and the WWW-Authenticate header of the response (tab "HTTP response"), and paste them here.',
      'For a trace: ask for a debug credential (listDebugCredentials) and send it in the header Apim-Debug-Authorization.',
    ],
  },
  'client-certificate-refused': {
    says: 'A policy refuses the client certificate, or its absence, whatever the token.',
    cures: [
      'Send a client certificate that the policy accepts.',
      'Switch on "Negotiate client certificate" on the host name; a proxy in front ends the connection and drops the certificate.',
    ],
  },
  'resource-metadata-own': {
    says: "The challenge leads an MCP client to the sign-in, and its resource_metadata is an address of the gateway: a policy that the API's author wrote (return-response, usually in on-error) gives this answer. The token policies are not known to write it.",
    cures: [
      'Have the client sign in as the document at that address says; it must be served without a token, at the root of the host as well.',
      'Its member resource must be the address that the client calls, otherwise the client rejects the document.',
      'If a token was sent: trace the request; the token policy before this return-response says why it was refused.',
    ],
  },
  'credential-manager': {
    says: 'get-authorization-context got no token from the credential manager: the connection has no access policy for the identity that asks, or is not connected.',
    cures: [
      'Add an access policy for the managed identity of the gateway to the connection in the credential manager.',
      'Check that the connection says "Connected"; with identity-type="jwt" the token is for https://azure-api.net/authorization-manager.',
    ],
  },
  'managed-identity-endpoint': {
    says: 'The client asked for a managed identity token and got none; no API was called yet.',
    cures: ['Assign the managed identity to the host of the client, and give its client id if there are several.'],
  },
  'managed-identity-token-added': {
    says: "This is no refusal: the gateway got a token for its own identity. From here on the Authorization header holds that token, not the caller's.",
    cures: [
      'If the backend refuses it: check the attribute resource (the audience that the backend wants), and the roles of the identity there.',
      'Put token policies above authentication-managed-identity: after it they check the token of the gateway.',
    ],
  },
  'managed-identity-token-failed': {
    says: 'authentication-managed-identity got no token for the backend. The caller gets a 500 or, with ignore-error, the 401 of a backend that was called without a token.',
    cures: [
      'Check the attribute resource: an App ID URI of the tenant, or a client id alone.',
      'Check that the identity is assigned to the API Management service, and client-id for one that is user-assigned.',
    ],
  },
};
