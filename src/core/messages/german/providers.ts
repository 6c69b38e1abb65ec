import type { askAudience as EnglishAsk, issuerNotes as EnglishNotes, noAudience as EnglishNone } from '../english/providers.js';

/** Was der Client bei jedem Anbieter sendet, damit das Token für eine API ist. */
export const askAudience: typeof EnglishAsk = {
  entra: 'den Client mit dem Scope {App ID URI der API}/{Scope} oder {App ID URI}/.default anfragen lassen',
  'external-id': 'den Client mit dem Scope {App ID URI der API}/{Scope} anfragen lassen',
  b2c: 'den Client mit dem Scope https://{tenant}.onmicrosoft.com/{API}/{Scope} anfragen lassen',
  'ad-fs': 'den Client resource={Bezeichner der Relying Party} senden lassen; ohne das ist das Token für urn:microsoft:userinfo',
  'bot-framework': 'die ID des Bots verwenden: Der Connector schreibt sie',
  auth0: 'den Client den Parameter audience={Bezeichner der API} senden lassen, oder im Tenant eine Default Audience setzen',
  okta: 'den Autorisierungsserver verwenden, dessen Audience diese API ist: Der Client kann keine andere verlangen',
  keycloak: 'dem Client einen Audience Mapper (oidc-audience-mapper) für diese API geben: Der Client selbst kommt nie in aud',
  cognito: 'client_id vergleichen: Ein Access Token von Cognito nennt dort den App Client und hat kein aud',
  google: 'das ID-Token mit der Client-ID anfordern, die die Policy aufführt (bei einem Dienstkonto: die Audience, die es verlangt)',
  firebase: 'das Firebase-Projekt verwenden, das die Policy aufführt: Seine ID ist die Audience',
  pingone: 'den Client mit einem Scope der Custom Resource dieser API anfragen lassen',
  salesforce: 'die Adresse der Org aufführen: Ein JWT-basiertes Access Token von Salesforce ist für die Org selbst',
  'sap-ias': 'den Client diese Anwendung als eigene Abhängigkeit anfragen lassen',
  xsuaa: 'den Client mit einem Scope dieser Anwendung anfragen lassen: Die Audiences folgen aus den Scopes',
  'github-actions': 'den Workflow danach fragen lassen: core.getIDToken(audience); sonst ist es die Adresse des Besitzers',
  aks: 'die Audience im Projected Volume des Pods nennen',
  kubernetes: 'die Audience im Projected Volume des Pods nennen',
  duende: 'den angefragten Scope in eine API Resource aufnehmen: Nur API Resources schreiben aud',
  'ping-federate': 'im Access Token Manager "Audience Claim Value" setzen, oder dem Contract ein Attribut aud geben',
  hydra: 'den Client den Parameter audience senden lassen und ihn in der Audience-Liste des Clients erlauben',
  own: 'den Client von seinem Issuer ein Token verlangen lassen, dessen Audience diese API ist',
};

/** Was es heißt, wenn ein Token eines Anbieters keine Audience hat. */
export const noAudience: typeof EnglishNone = {
  auth0: 'ohne den Parameter audience stellt Auth0 ein opakes oder verschlüsseltes Token aus, das nur es selbst lesen kann',
  keycloak: 'kein Mapper des Clients oder seiner Scopes schreibt eine Audience, also lässt Keycloak aud weg',
  cognito: 'Access Tokens von Cognito haben kein aud; der App Client steht in client_id',
  xsuaa: 'ein Benutzer-Token von XSUAA kann ein leeres aud haben; seine Scopes beginnen mit dem Namen der Anwendung',
  duende: 'keine API Resource enthält den angefragten Scope, also hat das Token kein aud',
  'ping-federate': 'der Access Token Manager schreibt aud nur, wenn "Audience Claim Value" gesetzt ist',
};

/** Was ein Issuer einer bestimmten Form über seine Tokens sagt. */
export const issuerNotes: typeof EnglishNotes = {
  'okta-org':
    'das Token kommt vom Autorisierungsserver der Okta-Organisation, und nur Okta kann solche Tokens prüfen. Den Client einen eigenen Autorisierungsserver fragen lassen ({domain}/oauth2/default oder einen anderen)',
  'google-without-scheme':
    'Google schreibt seinen Issuer mit und ohne https://, im Dokument steht aber nur die erste Form. Auch accounts.google.com aufführen',
};
