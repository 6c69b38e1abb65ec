import type { azureDataAnswers } from '../../knowledge/azure-data-answers.js';
import type { AnswerSentences } from '../answer-sentences.js';

/** What the answers of Storage, Key Vault, Service Bus, Event Hubs and Cosmos DB mean. */
export const azureDataAnswerSentences: Readonly<Record<keyof typeof azureDataAnswers, AnswerSentences>> = {
  'storage-audience': {
    says: 'The token that reached Storage is for another resource.',
    cures: [
      'Ask for a token for https://storage.azure.com: resource of authentication-managed-identity.',
      'A token needs the header x-ms-version, 2017-11-09 or later.',
    ],
  },
  'storage-audience-text': {
    says: "'Audience did not match' is how Storage writes (and Microsoft Entra ID behind AADSTS500131); the gateway lists the audiences.",
    cures: ['Ask for a token for https://storage.azure.com: resource of authentication-managed-identity.'],
  },
  'storage-issuer': {
    says: "The token that reached Storage is from another tenant than the account's subscription.",
    cures: ['Ask for the token at the tenant of the storage account.'],
  },
  'storage-token': {
    says: 'Storage refuses the credential; AuthenticationErrorDetail, if present, says why.',
    cures: [
      'Ask for a token for https://storage.azure.com, at the tenant of the account.',
      'Set the header x-ms-version to 2017-11-09 or later: without it no token is accepted.',
      'With a key or SAS: a rewritten address or a changed header breaks the signature.',
    ],
  },
  'storage-challenge': {
    says: 'The challenge is that of Storage: it got no token for itself.',
    cures: [
      'Add authentication-managed-identity resource="https://storage.azure.com" after the token policy, and the header x-ms-version.',
    ],
  },
  'storage-role': {
    says: 'The token is valid, but a data role is missing: Owner and Contributor are not enough.',
    cures: ["Give the gateway's identity a role Storage Blob Data … (Queue, Table) on the account; it takes a few minutes to work."],
  },
  'storage-xml': {
    says: 'Azure Storage answers with <Error>, <Code> and <Message>, and so do stores that imitate Amazon S3; the gateway answers with JSON.',
    cures: [
      'Read Code and Message: they name the fault.',
      'For Azure Storage: give the call a token for https://storage.azure.com, with authentication-managed-identity after the token policy.',
    ],
  },
  'storage-network': {
    says: 'A firewall or network rule of the storage account refuses the call, whatever the token.',
    cures: ['Allow the network of the gateway in the firewall of the account, or use a private endpoint.'],
  },
  'key-vault-no-token': {
    says: "Key Vault got no token. In logs of Azure's libraries this is the usual first step, not an error.",
    cures: ['Add authentication-managed-identity resource="https://vault.azure.net" before the call.'],
  },
  'key-vault-audience': {
    says: 'The token that reached Key Vault is for another resource; the text names both.',
    cures: ['Ask for a token for https://vault.azure.net, without a slash at the end.'],
  },
  'key-vault-issuer': {
    says: "The token is from a different tenant than the vault: the last address in the text is the token's.",
    cures: ['Ask for the token at the tenant of the vault.'],
  },
  'key-vault-role': {
    says: 'The token is valid, but a role is missing; the text names caller and action.',
    cures: [
      'Give the oid that the text names the role Key Vault Secrets User (or an access policy), if it is the identity of the gateway.',
    ],
  },
  'key-vault-challenge': {
    says: 'The challenge is that of Key Vault: it got no token for itself.',
    cures: ['Add authentication-managed-identity resource="https://vault.azure.net" before the call.'],
  },
  'service-bus-signature': {
    says: 'The SAS token is signed with the wrong key, or for another address.',
    cures: ['Sign with the key of the named rule, for the exact address of the call.'],
  },
  'service-bus-claim': {
    says: 'The signature is valid; the right to send, listen or manage is missing.',
    cures: ['Use a rule with that right, or assign a role (Azure Service Bus Data …, Azure Event Hubs Data …).'],
  },
  'service-bus-malformed': {
    says: 'The Authorization header has neither a SAS token nor a bearer token in the right form.',
    cures: ['Send "SharedAccessSignature sr=…&sig=…&se=…&skn=…", or "Bearer" and a token for https://servicebus.azure.net.'],
  },
  'service-bus-audience': {
    says: 'The token that reached it is for another resource.',
    cures: ['Ask for a token for https://servicebus.azure.net or https://eventhubs.azure.net.'],
  },
  'cosmos-role': {
    says: 'The token is valid, but a Cosmos DB data role is missing; the text names the action. Portal roles (IAM) do not count.',
    cures: ['Assign a data role to the identity: az cosmosdb sql role assignment create.'],
  },
  'cosmos-signature': {
    says: 'Cosmos DB computes the key signature over verb, path and date, and it does not match: a wrong key, or the gateway rewrote the address.',
    cures: [
      'Sign for the path that reaches Cosmos DB, after rewrite-uri; or do not rewrite it.',
      'Check the key: a read-only key cannot write.',
    ],
  },
};
