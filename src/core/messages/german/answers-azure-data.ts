import type { azureDataAnswerSentences as English } from '../english/answers-azure-data.js';

/** Was die Antworten von Storage, Key Vault, Service Bus, Event Hubs und Cosmos DB bedeuten. */
export const azureDataAnswerSentences: typeof English = {
  'storage-audience': {
    says: 'Das Token, das bei Storage ankam, ist für eine andere Ressource.',
    cures: [
      'Ein Token für https://storage.azure.com anfordern: resource von authentication-managed-identity.',
      'Ein Token braucht den Header x-ms-version, 2017-11-09 oder später.',
    ],
  },
  'storage-audience-text': {
    says: "'Audience did not match' schreibt Storage (und Microsoft Entra ID hinter AADSTS500131); das Gateway führt die Audiences auf.",
    cures: ['Ein Token für https://storage.azure.com anfordern: resource von authentication-managed-identity.'],
  },
  'storage-issuer': {
    says: 'Das Token, das bei Storage ankam, ist aus einem anderen Tenant als das Abonnement des Kontos.',
    cures: ['Das Token beim Tenant des Speicherkontos anfordern.'],
  },
  'storage-token': {
    says: 'Storage lehnt den Nachweis ab; AuthenticationErrorDetail sagt, wenn vorhanden, warum.',
    cures: [
      'Ein Token für https://storage.azure.com beim Tenant des Kontos anfordern.',
      'Den Header x-ms-version auf 2017-11-09 oder später setzen: Ohne ihn wird kein Token akzeptiert.',
      'Mit Schlüssel oder SAS: Eine umgeschriebene Adresse oder ein geänderter Header macht die Signatur ungültig.',
    ],
  },
  'storage-challenge': {
    says: 'Die Challenge ist die von Storage: Es bekam kein Token für sich.',
    cures: [
      'Nach der Token-Policy authentication-managed-identity resource="https://storage.azure.com" ergänzen, und den Header x-ms-version.',
    ],
  },
  'storage-role': {
    says: 'Das Token ist gültig, aber eine Datenrolle fehlt: Owner und Contributor genügen nicht.',
    cures: [
      'Der Identität des Gateways am Konto eine Rolle Storage Blob Data … (Queue, Table) geben; sie wirkt erst nach ein paar Minuten.',
    ],
  },
  'storage-xml': {
    says: 'Azure Storage antwortet mit <Error>, <Code> und <Message>, ebenso Speicher, die Amazon S3 nachahmen; das Gateway antwortet mit JSON.',
    cures: [
      'Code und Message lesen: Sie nennen den Fehler.',
      'Bei Azure Storage: Dem Aufruf ein Token für https://storage.azure.com geben, mit authentication-managed-identity nach der Token-Policy.',
    ],
  },
  'storage-network': {
    says: 'Eine Firewall- oder Netzwerkregel des Speicherkontos lehnt den Aufruf ab, welches Token auch kommt.',
    cures: ['Das Netzwerk des Gateways in der Firewall des Kontos zulassen, oder einen privaten Endpunkt verwenden.'],
  },
  'key-vault-no-token': {
    says: 'Key Vault bekam kein Token. In Logs der Azure-Bibliotheken ist das der übliche erste Schritt, kein Fehler.',
    cures: ['Vor dem Aufruf authentication-managed-identity resource="https://vault.azure.net" ergänzen.'],
  },
  'key-vault-audience': {
    says: 'Das Token, das bei Key Vault ankam, ist für eine andere Ressource; der Text nennt beide.',
    cures: ['Ein Token für https://vault.azure.net anfordern, ohne Schrägstrich am Ende.'],
  },
  'key-vault-issuer': {
    says: 'Das Token ist aus einem anderen Tenant als der Vault: Die letzte Adresse im Text ist die des Tokens.',
    cures: ['Das Token beim Tenant des Vaults anfordern.'],
  },
  'key-vault-role': {
    says: 'Das Token ist gültig, aber eine Rolle fehlt; der Text nennt Aufrufer und Aktion.',
    cures: [
      'Der oid, die der Text nennt, die Rolle Key Vault Secrets User (oder eine Zugriffsrichtlinie) geben, wenn es die Identität des Gateways ist.',
    ],
  },
  'key-vault-challenge': {
    says: 'Die Challenge ist die von Key Vault: Er bekam kein Token für sich.',
    cures: ['Vor dem Aufruf authentication-managed-identity resource="https://vault.azure.net" ergänzen.'],
  },
  'service-bus-signature': {
    says: 'Das SAS-Token ist mit dem falschen Schlüssel signiert, oder für eine andere Adresse.',
    cures: ['Mit dem Schlüssel der genannten Regel signieren, für genau die Adresse des Aufrufs.'],
  },
  'service-bus-claim': {
    says: 'Die Signatur ist gültig; das Recht zum Senden, Empfangen oder Verwalten fehlt.',
    cures: ['Eine Regel mit diesem Recht verwenden, oder eine Rolle zuweisen (Azure Service Bus Data …, Azure Event Hubs Data …).'],
  },
  'service-bus-malformed': {
    says: 'Der Authorization-Header enthält weder ein SAS-Token noch ein Bearer Token in der richtigen Form.',
    cures: ['"SharedAccessSignature sr=…&sig=…&se=…&skn=…" senden, oder "Bearer" und ein Token für https://servicebus.azure.net.'],
  },
  'service-bus-audience': {
    says: 'Das Token, das ankam, ist für eine andere Ressource.',
    cures: ['Ein Token für https://servicebus.azure.net oder https://eventhubs.azure.net anfordern.'],
  },
  'cosmos-role': {
    says: 'Das Token ist gültig, aber eine Datenrolle von Cosmos DB fehlt; der Text nennt die Aktion. Rollen des Portals (IAM) zählen nicht.',
    cures: ['Der Identität eine Datenrolle zuweisen: az cosmosdb sql role assignment create.'],
  },
  'cosmos-signature': {
    says: 'Cosmos DB berechnet die Schlüsselsignatur über Verb, Pfad und Datum, und sie passt nicht: ein falscher Schlüssel, oder das Gateway hat die Adresse umgeschrieben.',
    cures: [
      'Für den Pfad signieren, der bei Cosmos DB ankommt, nach rewrite-uri; oder nicht umschreiben.',
      'Den Schlüssel prüfen: Mit einem schreibgeschützten lässt sich nicht schreiben.',
    ],
  },
};
