import type { frameworkAnswerSentences as English } from '../english/answers-frameworks.js';

const compare = 'Zur Bestätigung: Im Log des Gateways sind responseCode und backendResponseCode beide 401.';
const own =
  'Oder die eigene Prüfung des Backends für Tokens des Gateways einrichten (authentication-managed-identity nach der Token-Policy).';

/** Was die Antworten eigener Backends bedeuten, nach ihrem Framework. */
export const frameworkAnswerSentences: typeof English = {
  'aspnet-audience': {
    says: "Das Gateway hat das Token durchgelassen; das Backend erwartet eine andere Audience. '(null)' heißt dort nicht, dass das Token keine hat.",
    cures: ['aud des Tokens in der eigenen Prüfung des Backends ergänzen (Audience, ValidAudiences).', compare, own],
  },
  'aspnet-issuer': {
    says: 'Das Gateway hat das Token durchgelassen; das Backend erwartet einen anderen Issuer, meist den der anderen Tokenversion.',
    cures: ['Die eigene Prüfung des Backends (Authority, ValidIssuers) auf Issuer und Version des Tokens setzen.', compare, own],
  },
  'aspnet-expired': {
    says: 'Das Gateway hat das Token durchgelassen; als das Backend es prüfte, war es abgelaufen.',
    cures: [
      'Den Client das Token erneuern lassen, bevor es abläuft.',
      'Die Uhren vergleichen, und clock-skew der Policy: Das Backend ist vielleicht strenger.',
      compare,
    ],
  },
  'aspnet-not-yet-valid': {
    says: 'Das Gateway hat das Token durchgelassen; nach der Uhr des Backends ist es noch nicht gültig.',
    cures: ['Die Uhr des Backends stellen.', compare],
  },
  'aspnet-lifetime': {
    says: 'Das Gateway hat das Token durchgelassen; das Backend akzeptiert sein exp und nbf nicht.',
    cures: ['Das Token dekodieren und exp und nbf ansehen: exp muss vorhanden sein und nach nbf liegen.', compare],
  },
  'aspnet-key': {
    says: 'Das Gateway hat das Token durchgelassen; das Backend kennt den Schlüssel nicht, der es signiert hat: ein anderer Tenant, eine andere Tokenversion, oder ein Token von Microsoft Graph.',
    cures: ['Authority der eigenen Prüfung des Backends auf den Issuer des Tokens setzen.', compare, own],
  },
  'aspnet-signature': {
    says: 'Das Gateway hat das Token durchgelassen; das Backend konnte seine Signatur nicht prüfen.',
    cures: [
      'Authority der eigenen Prüfung des Backends auf den Issuer des Tokens setzen, und das Token unverändert weitergeben.',
      compare,
      own,
    ],
  },
  'identity-web': {
    says: 'Microsoft.Identity.Web im Backend lehnt das Token ab: Scope, Rolle oder Issuer.',
    cures: ['Dem Token den Scope (scp) oder die Rolle (roles) geben, die das Backend will, oder dessen Konfiguration ändern.', compare],
  },
  'aspnet-log': {
    says: 'Das ist das Log einer ASP.NET-Core-Anwendung: Ihre eigene Prüfung hat das Token abgelehnt, nicht das Gateway.',
    cures: ['Das Token mit der eigenen Prüfung des Backends vergleichen: Authority, Audience.', compare],
  },
  'spring-key': {
    says: 'Das Gateway hat das Token durchgelassen; Spring findet zu seiner kid und seinem Algorithmus keinen Schlüssel.',
    cures: ['issuer-uri oder jwk-set-uri des Backends auf Issuer und Version des Tokens setzen.', compare],
  },
  'spring-expired': {
    says: 'Das Gateway hat das Token durchgelassen; nach der Uhr des Backends ist es nicht gültig (Spring erlaubt 60 Sekunden).',
    cures: ['Den Client das Token erneuern lassen, und die Uhren vergleichen.', compare],
  },
  'spring-issuer': {
    says: 'Das Gateway hat das Token durchgelassen; Spring erwartet einen anderen Issuer.',
    cures: ['issuer-uri des Backends genau auf iss des Tokens setzen: Die andere Version hat einen anderen Issuer.', compare],
  },
  'spring-signature': {
    says: 'Das Gateway hat das Token durchgelassen; Spring konnte seine Signatur nicht prüfen.',
    cures: [
      'issuer-uri oder jwk-set-uri auf den Issuer des Tokens setzen; ein Token von Microsoft Graph lässt sich nicht prüfen.',
      compare,
    ],
  },
  'spring-scope': {
    says: 'Das Token ist gültig, aber ihm fehlt eine Authority, die Spring verlangt. Normalerweise liest Spring scope und scp, nicht roles.',
    cures: ['Dem Token den Scope geben, den das Backend will, oder dort roles auf Authorities abbilden.', compare],
  },
  'spring-decode': {
    says: 'Das Gateway hat das Token durchgelassen; Spring konnte es nicht lesen oder prüfen.',
    cures: ['Den Rest der error_description ansehen, und was in Authorization beim Backend ankommt.', compare],
  },
  'node-no-token': {
    says: 'Das Backend (express-jwt) hat keinen Authorization-Header bekommen.',
    cures: [
      'Den Authorization-Header an das Backend weitergeben: nach set-header oder authentication-Policies suchen, die ihn entfernen oder ersetzen.',
      compare,
    ],
  },
  'node-token-form': {
    says: 'Der Authorization-Header, der beim Backend (express-jwt) ankam, ist nicht "Bearer" und ein Token.',
    cures: ['Den Header ansehen, der zum Backend geht: "Bearer", ein Leerzeichen und das Token.', compare],
  },
  'node-passport': {
    says: 'passport-azure-ad im Backend lehnt das Token ab.',
    cures: [
      'iss, aud und scp des Tokens mit den Optionen der Strategy vergleichen.',
      "Wo 'token is not found' steht: Den Authorization-Header an das Backend weitergeben.",
      compare,
    ],
  },
  'envoy-no-token': {
    says: 'Der Proxy des Service Mesh hinter dem Gateway hat kein Token bekommen.',
    cures: ['Den Authorization-Header an das Backend weitergeben.', compare],
  },
  'envoy-form': {
    says: 'Was beim Proxy des Service Mesh hinter dem Gateway ankam, ist kein JWT.',
    cures: ['Den Header ansehen, der zum Backend geht: "Bearer", ein Leerzeichen und das Token.', compare],
  },
  'envoy-key': {
    says: 'Das Gateway hat das Token durchgelassen; der Proxy des Service Mesh dahinter kann die Signatur nicht prüfen.',
    cures: ['issuer und jwksUri seiner RequestAuthentication auf den Issuer des Tokens setzen.', compare],
  },
  'envoy-claims': {
    says: 'Das Gateway hat das Token durchgelassen; der Proxy des Service Mesh dahinter erwartet einen anderen Issuer oder eine andere Audience.',
    cures: ['iss und aud des Tokens in der RequestAuthentication des Mesh ergänzen.', compare],
  },
  'envoy-expired': {
    says: 'Das Gateway hat das Token durchgelassen; nach der Uhr des Proxys dahinter ist es nicht gültig.',
    cures: ['Den Client das Token erneuern lassen, und die Uhren vergleichen.', compare],
  },
  'envoy-role': {
    says: 'Eine Regel des Service Mesh hinter dem Gateway verbietet den Aufruf.',
    cures: [
      'Die AuthorizationPolicy der Workload ansehen: Principals, Claims, Audiences. Ein Aufruf ohne Token wird genauso verboten.',
      compare,
    ],
  },
  'mcp-no-token': {
    says: 'Der MCP-Server hinter dem Gateway hat kein Token bekommen.',
    cures: ['Den Authorization-Header an den MCP-Server weitergeben.', compare],
  },
  'mcp-token': {
    says: 'Der MCP-Server hinter dem Gateway lehnt das Token ab: eine andere Resource (aud), kein exp, oder abgelaufen.',
    cures: ['Ein Token anfordern, dessen aud die Adresse des MCP-Servers ist, und es rechtzeitig erneuern.', compare],
  },
  'mcp-scope': {
    says: 'Dem Token fehlt ein Scope, den der MCP-Server hinter dem Gateway verlangt.',
    cures: ['Ein Token mit dem Scope anfordern, den die Challenge nennt.', compare],
  },
  'mcp-resource-differs': {
    says: 'Der Client hat das Dokument unter resource_metadata gelesen; dessen resource ist nicht die Adresse, die er aufgerufen hat, also fordert er kein Token an.',
    cures: [
      'In resource dieses Dokuments die Adresse schreiben, die Clients aufrufen, Buchstabe für Buchstabe: Ein Schrägstrich am Ende zählt.',
      'Hinter einem Gateway ist es die Adresse des Gateways, nicht die des MCP-Servers.',
    ],
  },
  'resource-metadata': {
    says: 'Die Challenge führt einen MCP-Client zur Anmeldung. Dass die Token-Policies des Gateways sie schreiben, ist nicht bekannt: Entweder ist es eine Policy des Autors der API (return-response, meist in on-error), oder der MCP-Server dahinter.',
    cures: [
      'Prüfen, wessen Adresse resource_metadata ist: Das Dokument dort muss ohne Token ausgeliefert werden.',
      'Sein resource muss die Adresse sein, die der Client aufruft, sonst verwirft der Client das Dokument.',
      'Ein leerer BackendResponseCode im Log beweist, dass es das Gateway war.',
    ],
  },
  'insufficient-scope': {
    says: 'So antworten OAuth-Bibliotheken: Das Token ist gültig, aber ein Scope fehlt. Das Gateway hat den Aufruf weitergegeben, oder eine Policy ahmt diese Form nach.',
    cures: ['Ein Token mit dem Scope anfordern, den die Antwort nennt.', compare],
  },
  'bearer-challenge': {
    says: 'Mit einer Challenge aus error und error_description antworten Frameworks: Das Gateway hat das Token durchgelassen, und das Backend hat es abgelehnt. Eine Policy kann diese Form nachahmen.',
    cures: [
      'Im Log des Gateways responseCode und backendResponseCode vergleichen: Sind beide 401, hat das Backend geantwortet.',
      'Die eigene Prüfung des Backends für denselben Issuer und dieselbe Audience einrichten, oder ihm ein eigenes Token geben (authentication-managed-identity nach der Token-Policy).',
    ],
  },
};
