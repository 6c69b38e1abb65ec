import type { aadstsApiSentences as English } from '../english/aadsts-api.js';

/** Die Codes einer Tokenanfrage, bei denen es um die angefragte API geht: Scope, Resource, Zustimmung, On-Behalf-Of. */
export const aadstsApiSentences: typeof English = {
  'code-scope': {
    says: 'Der Scope ist beim Einlösen des Codes falsch oder leer.',
    cures: ['Den Scope als {Application ID URI der API}/{Scope} schreiben.'],
  },
  'resource-disabled': {
    says: 'Die angefragte API ist im Tenant unbekannt oder deaktiviert.',
    cures: [
      'Den Application ID URI der Anfrage mit der Registrierung der API vergleichen, und prüfen, ob ihre Unternehmensanwendung aktiviert ist.',
    ],
  },
  'resource-unknown': {
    says: 'Der Tenant hat keine API dieses Namens: Der Application ID URI ist falsch geschrieben, die App der API gehört zu einem anderen Tenant, oder sie hat hier keinen Service Principal (keine Unternehmensanwendung).',
    cures: [
      'Den Application ID URI genau wie in der Registrierung der API schreiben, oder nur ihre Client-ID, im Scope der Anfrage oder in resource von authentication-managed-identity.',
      'Bei einer API eines anderen Tenants: hier ihre Unternehmensanwendung anlegen (Administratorzustimmung, oder az ad sp create --id {Client-ID der API}).',
    ],
  },
  'no-consent': {
    says: 'Niemand hat zugestimmt, dass dieser Client diese API aufruft.',
    cures: [
      'Für den Client und diese API zustimmen: der Benutzer, oder ein Administrator für alle.',
      'Oder den Client bei den autorisierten Clientanwendungen der API aufführen (API verfügbar machen).',
    ],
  },
  'permission-not-listed': {
    says: 'Die Registrierung des Clients führt keine Berechtigung dieser API auf.',
    cures: ['Den Scope oder die App-Rolle der API bei den API-Berechtigungen des Clients ergänzen, und zustimmen.'],
  },
  'no-service-principal': {
    says: 'Die Organisation hat keinen Service Principal (keine Unternehmensanwendung) dieser API.',
    cures: ['Von einem Administrator anlegen lassen: Administratorzustimmung, oder az ad sp create --id {Client-ID der API}.'],
  },
  'scope-unknown': {
    says: 'Die API hat keinen Scope dieses Namens. Nennt der Text die Resource 00000003-0000-0000-c000-000000000000, stand vor dem Scope keine API, also wurde Microsoft Graph gefragt.',
    cures: [
      'Den Application ID URI der API vor den Scope schreiben: api://{Client-ID der API}/{Scope}.',
      'Oder den Scope der API hinzufügen (API verfügbar machen).',
    ],
  },
  'resource-removed': {
    says: 'Die Registrierung der API wurde entfernt.',
    cures: ['Wiederherstellen, oder die API anfragen, die sie ersetzt; dann die Audience in der Policy ändern.'],
  },
  'two-resources': {
    says: 'Eine Anfrage fragt nach Scopes zweier APIs.',
    cures: ['In jeder Anfrage nur Scopes einer API anfragen; Microsoft Graph braucht eine eigene Anfrage.'],
  },
  'scope-without-resource': {
    says: 'Der Scope sagt nicht, zu welcher API er gehört.',
    cures: ['Den Application ID URI der API vor den Scope schreiben, oder {Application ID URI}/.default.'],
  },
  'scope-invalid': {
    says: 'Der Scope ist nicht gültig: .default zusammen mit anderen Namen, die Schreibweise des anderen Endpunkts, oder ein fehlender Schrägstrich.',
    cures: [
      '{Application ID URI der API}/.default allein anfragen; ohne Benutzer ist nichts anderes erlaubt.',
      'Ein Application ID URI, der auf einen Schrägstrich endet, braucht beide: api://contoso//.default.',
    ],
  },
  'own-token': {
    says: 'Eine App fragt mit ihrem Application ID URI nach einem Token für sich selbst.',
    cures: ['Mit ihrer Client-ID anfragen: {Client-ID}/.default. API und Client sollten zwei getrennte Apps sein.'],
  },
  'admin-consent': {
    says: 'Ein Administrator muss diesen Berechtigungen zustimmen.',
    cures: ['Einen Administrator für den Client zustimmen lassen; dann ein neues Token anfordern.'],
  },
  'resource-not-supported': {
    says: 'Der Endpunkt der Version 2.0 nimmt den Parameter resource nicht an.',
    cures: ['scope statt resource senden: {Application ID URI der API}/.default.'],
  },
  'resource-against-scope': {
    says: 'MCP-Clients senden die Adresse des Servers als resource; Entra verlangt, dass sie die API des Scopes ist.',
    cures: [
      'Die Adresse des MCP-Servers, ohne Schrägstrich am Ende, zum Application ID URI der Registrierung der API machen.',
      'Oder den Parameter resource weglassen, wenn der Client oder ein Proxy vor Entra das kann.',
    ],
  },
  'assertion-refused': {
    says: 'On-Behalf-Of: Entra lehnt die Assertion ab, weil sie abgelaufen, fehlerhaft oder von einem anderen Issuer ist.',
    cures: ['Das Access Token senden, das die API bekommen hat, kein ID-Token, an den Endpunkt des Tenants und der Version dieses Tokens.'],
  },
  'assertion-invalid': {
    says: 'Das JWT der Assertion wird wegen Issuer, Audience, Gültigkeit oder Claims abgelehnt.',
    cures: [
      'Die Assertion dekodieren, nicht das Token für die API: iss, sub und aud müssen sein, was dieser Grant verlangt, und exp muss in der Zukunft liegen.',
    ],
  },
  'assertion-audience': {
    says: 'On-Behalf-Of: Die Assertion ist nicht für die App, die sie sendet.',
    cures: [
      'Den Client nach dem Scope der Zwischenschicht fragen lassen: aud des Tokens muss die App sein, die die On-Behalf-Of-Anfrage stellt.',
    ],
  },
  'assertion-expired': {
    says: 'On-Behalf-Of: Die Assertion ist abgelaufen oder noch nicht gültig.',
    cures: ['Der Zwischenschicht ein frisches Token senden, und es nicht länger behalten, als es gültig ist.'],
  },
  'assertion-id-token': {
    says: 'Ein ID-Token wurde statt eines Access Tokens gesendet.',
    cures: ['Das Access Token senden, das der Client für die API bekommen hat.'],
  },
  'mapped-claims': {
    says: 'Die App verwendet Claims Mapping und hat weder einen eigenen Signaturschlüssel noch eine Audience, die acceptMappedClaims erlaubt.',
    cures: [
      'Der App einen eigenen Signaturschlüssel geben, oder einen Application ID URI aus ihrer Client-ID oder einer bestätigten Domäne mit acceptMappedClaims verwenden.',
      'Mit eigenem Schlüssel braucht die openid-config der Policy ?appid={Client-ID der API} am Ende.',
    ],
  },
};
