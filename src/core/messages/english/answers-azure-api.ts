import type { azureApiAnswers } from '../../knowledge/azure-api-answers.js';
import type { AnswerSentences } from '../answer-sentences.js';

/** What the answers of Azure's services with JSON mean. */
export const azureApiAnswerSentences: Readonly<Record<keyof typeof azureApiAnswers, AnswerSentences>> = {
  'ai-token': {
    says: "The service got neither a key nor a token for itself: usually the caller's token for your own API was passed on.",
    cures: [
      'Add authentication-managed-identity resource="https://cognitiveservices.azure.com" after the token policy.',
      'Give the identity the role Cognitive Services OpenAI User on the account.',
      'With a key: send it in the header api-key; under another name the text is the same.',
    ],
  },
  'ai-key': {
    says: 'This is the key of the Azure AI service, not the subscription key of the gateway: only the service writes "or wrong API endpoint". The gateway let the call pass.',
    cures: [
      "Set the service's own key in the header api-key (set-header, a named value), from the same resource and region as the address.",
      'Or use authentication-managed-identity resource="https://cognitiveservices.azure.com"; keys may be disabled on the account.',
    ],
  },
  'ai-role': {
    says: 'The token is valid, but a role is missing. The service answers 401, not 403.',
    cures: [
      "Give the gateway's identity the role Cognitive Services OpenAI User on each account behind it.",
      'A new role takes a few minutes to work.',
    ],
  },
  'ai-key-disabled': {
    says: 'The account accepts only tokens, no keys.',
    cures: [
      'Use authentication-managed-identity resource="https://cognitiveservices.azure.com", and remove the header api-key from the call.',
      'Give the identity the role Cognitive Services OpenAI User on the account.',
    ],
  },
  'ai-tenant': {
    says: 'The token is from a different tenant than the account.',
    cures: ['Ask for the token at the tenant of the account; the managed identity of a gateway in another tenant cannot be used.'],
  },
  'ai-rate': {
    says: "The model deployment has reached its limit: the service says so, not the gateway's rate-limit.",
    cures: [
      'Wait as long as Retry-After says, or raise the quota of the deployment.',
      'Spread the calls over several deployments: a backend pool of the gateway.',
    ],
  },
  'ai-search': {
    says: 'Azure AI Search refuses the key or token.',
    cures: [
      'Ask for a token for https://search.azure.com, and give the identity a role Search Index Data ….',
      'Check "API access control" of the search service: keys, roles or both.',
    ],
  },
  'graph-token-empty': {
    says: 'Microsoft Graph got no token: the header was lost or empty.',
    cures: [
      'Give the call a token for Microsoft Graph: by authentication-managed-identity resource="https://graph.microsoft.com", or on behalf of the user.',
    ],
  },
  'graph-audience': {
    says: "The token that reached Microsoft Graph is for another API: usually the caller's token for your own API was passed on.",
    cures: [
      'Get a token for Microsoft Graph: authentication-managed-identity resource="https://graph.microsoft.com" after the token policy.',
      'On behalf of the user: use the on-behalf-of flow, in the backend or with send-request.',
    ],
  },
  'graph-token-form': {
    says: 'What reached Microsoft Graph is not a JWT: an opaque or cut-off token, or "Bearer" twice.',
    cures: [
      'Look at the Authorization header that goes to the backend: "Bearer", one space and the token.',
      'Check set-header policies that put "Bearer" before it.',
    ],
  },
  'graph-expired': {
    says: "The comma shows it: Microsoft Graph writes 'failed, the token is expired', the gateway 'failed. The token is expired'. Graph got an expired token.",
    cures: ['Get a new token for Microsoft Graph, and do not cache it longer than it is valid.'],
  },
  'graph-consent': {
    says: 'The token is valid, but a Microsoft Graph permission is missing.',
    cures: [
      'Add the permission and grant consent: an application permission for calls without a user, a delegated one for users.',
      'A managed identity gets it by an app role assignment, not in the portal; then wait for a new token.',
    ],
  },
  'resource-manager-no-token': {
    says: 'Azure Resource Manager got no Authorization header.',
    cures: ['Add authentication-managed-identity resource="https://management.azure.com" before the call goes on.'],
  },
  'resource-manager-audience': {
    says: 'The token that reached it is for another resource; the text lists the audiences that are accepted.',
    cures: [
      'Ask for a token for https://management.azure.com (or for the audience that the text lists): resource of authentication-managed-identity.',
    ],
  },
  'resource-manager-issuer': {
    says: "The token is from a different tenant than the resource's subscription; the text names both.",
    cures: [
      'Ask for the token at the tenant of the subscription: the authority that the text names.',
      'A subscription that moved between tenants needs some time.',
    ],
  },
  'resource-manager-expired': {
    says: 'The token that reached Azure Resource Manager has expired.',
    cures: ['Get a new token; do not cache it longer than it is valid.'],
  },
  'resource-manager-role': {
    says: 'The token is valid, but a role is missing on the scope that the text names.',
    cures: ['Assign a role with that action to the object id that the text names; then wait some minutes.'],
  },
  'azure-token-unreadable': {
    says: 'Microsoft Graph and Azure Resource Manager, both behind the gateway, write InvalidAuthenticationToken: they cannot read the token, or it is for another resource.',
    cures: [
      'Give the call a token for that service: authentication-managed-identity with its address as resource, after the token policy.',
      'Look at the Authorization header that goes to the backend.',
    ],
  },
  'azure-error': {
    says: 'Azure services write { "error": { "code", "message" } }; the gateway writes { "statusCode", "message" }. A policy may imitate either.',
    cures: [
      'Look at BackendResponseCode in the log of the gateway: the same status there proves that the backend answered.',
      'If it did: give the call a token for that service, with authentication-managed-identity after the token policy.',
    ],
  },
  'app-configuration': {
    says: 'App Configuration refuses the token; the error_description says why.',
    cures: ['Ask for a token of App Configuration at the tenant of the store, and give the identity a role App Configuration Data ….'],
  },
  'logic-apps-sas': {
    says: "Logic Apps wants either the SAS signature of its address or a token, not both: usually the caller's Authorization header was passed on. A missing sig in the address gives the same text.",
    cures: [
      'After the token policy, delete the header: <set-header name="Authorization" exists-action="delete" />.',
      'Copy the whole address of the trigger, with sp, sv and sig; &amp; instead of & breaks it.',
    ],
  },
  'logic-apps-claims': {
    says: "The authorization policy of the Logic App does not accept the token's claims: issuer, audience or object id.",
    cures: [
      "Compare the claims of its authorization policy exactly with the token's: a final slash counts.",
      'After authentication-managed-identity the object id is that of the gateway.',
      'A flow for "any user in my tenant" needs a token for https://service.flow.microsoft.com/.',
    ],
  },
  'logic-apps-no-policy': {
    says: 'The Logic App has no authorization policy that accepts tokens.',
    cures: ['Add one with issuer and audience to the workflow, or delete the Authorization header and call with the SAS signature.'],
  },
  'databricks-no-credential': {
    says: 'Databricks got no credential that this API accepts: no token, a token id instead of the token, or another kind.',
    cures: ['Send a token for the resource 2ff814a6-3304-4ab8-85cb-cd0e6f879c1d, or a personal token (dapi…).'],
  },
  'databricks-token': {
    says: 'The token that reached Databricks is for another audience or workspace.',
    cures: ['Ask for a token for the resource 2ff814a6-3304-4ab8-85cb-cd0e6f879c1d.'],
  },
  'dataverse-member': {
    says: 'The token is valid, but its user or application is not a user of the environment.',
    cures: ['Create an application user for it in the environment, with a security role.'],
  },
  'dataverse-token': {
    says: 'Dataverse got no token, or none for itself.',
    cures: ['Ask for a token for the address of the environment: https://{org}.crm{n}.dynamics.com.'],
  },
  'dataverse-challenge': {
    says: 'The challenge with this address is known from Dataverse: it got no token, or none for itself.',
    cures: [
      'Ask for a token for the address of the environment: https://{org}.crm{n}.dynamics.com.',
      'If resource_id follows in the challenge, it is the resource that the service expects.',
    ],
  },
  'power-bi-expired': {
    says: 'The token that reached Power BI has expired.',
    cures: ['Get a new token for https://analysis.windows.net/powerbi/api; do not keep it longer than it is valid.'],
  },
  'power-bi-access': {
    says: 'Power BI does not let this user or service principal do that.',
    cures: ['Add the user or service principal to the workspace, and allow service principals in the tenant settings of Power BI.'],
  },
  'sharepoint-app-only': {
    says: 'SharePoint refuses app-only tokens that were obtained with a secret (appidacr 1).',
    cures: ['Get the token with a certificate (appidacr 2), or call Microsoft Graph.'],
  },
};
