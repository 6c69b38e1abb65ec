import type { otherAnswerSentences as English } from '../english/answers-other.js';

const compare = 'Zur Bestätigung: Im Log des Gateways sind responseCode und backendResponseCode beide 401.';

/** Was die Antworten der Frameworks von Python, von Webservern, Kubernetes und öffentlichen APIs bedeuten. */
export const otherAnswerSentences: typeof English = {
  'python-no-token': {
    says: 'Das Backend bekam keinen Authorization-Header: Das Gateway hat den Aufruf ohne ihn weitergegeben.',
    cures: [
      'Den Authorization-Header an das Backend weitergeben: nach set-header oder authentication-Policies suchen, die ihn entfernen oder ersetzen.',
      compare,
    ],
  },
  'python-token': {
    says: 'Das Gateway hat das Token durchgelassen; das Backend lehnt es ab.',
    cures: ['Issuer, Audience, Schlüssel und Gültigkeit des Tokens mit der eigenen Prüfung des Backends vergleichen.', compare],
  },
  kubernetes: {
    says: 'Der API-Server eines Clusters lehnt den Nachweis ab.',
    cures: ['Ein Token des Clusters senden, oder eines des OpenID-Connect-Issuers, für den der API-Server eingerichtet ist.', compare],
  },
  nginx: {
    says: 'Ein Webserver zwischen Gateway und Backend verlangt eigene Zugangsdaten.',
    cures: [
      'auth_basic, auth_request oder auth_jwt dieses Servers ansehen; authentication-basic in der Policy sendet Benutzername und Passwort.',
      compare,
    ],
  },
  'azure-devops': {
    says: 'Das Token kann gültig sein, aber sein Benutzer oder Service Principal hat dort keinen Zugriff.',
    cures: [
      'Den Benutzer oder Service Principal in Organisation und Projekt aufnehmen; Tokens sind für 499b84ac-1321-427f-aa17-267ca6975798.',
      compare,
    ],
  },
  okta: {
    says: 'Die API von Okta selbst lehnt das Token ab; sie verlangt ein API-Token (SSWS) oder ein Token ihres eigenen Autorisierungsservers.',
    cures: ['Ein Token senden, das für die API der Okta-Organisation ist.', compare],
  },
  github: {
    says: 'GitHub lehnt den Nachweis ab.',
    cures: ['Im Aufruf des Backends ein gültiges GitHub-Token in den Authorization-Header setzen.', compare],
  },
  google: {
    says: 'Der Nachweis ist kein Access Token von Google.',
    cures: ['Für den Aufruf des Backends ein Access Token von Google holen, statt des Tokens des Aufrufers.', compare],
  },
  openai: {
    says: 'Das ist kein OpenAI-Schlüssel: OpenAI hat andere Schlüssel als Azure OpenAI.',
    cures: ['Einen OpenAI-Schlüssel als Bearer Token senden, oder das Backend auf Azure OpenAI richten.', compare],
  },
  'node-jsonwebtoken': {
    says: 'Das Gateway hat das Token durchgelassen; die Prüfung des Backends lehnt es ab, aus dem Grund im Text.',
    cures: ['Issuer, Audience, Schlüssel und Gültigkeit des Tokens mit den Optionen von jwt.verify im Backend vergleichen.', compare],
  },
  'node-jose': {
    says: 'Das Gateway hat das Token durchgelassen; die Prüfung des Backends lehnt es ab, aus dem Grund im Text.',
    cures: ['Issuer, Audience, Schlüssel und Gültigkeit des Tokens mit den Optionen von jwtVerify im Backend vergleichen.', compare],
  },
  'go-oidc': {
    says: 'Das Gateway hat das Token durchgelassen; die Prüfung des Backends lehnt es ab, aus dem Grund im Text.',
    cures: ['Issuer und ClientID des Verifiers im Backend auf iss und aud des Tokens setzen.', compare],
  },
  'aws-gateway': {
    says: 'Der Aufruf ging weiter an Amazon API Gateway, das keine solche Route kennt, oder dort einen signierten Aufruf will.',
    cures: [
      'Pfad und Methode mit den Routen dort vergleichen, samt Stage: Es sagt "Missing Authentication Token" auch von unbekannten Routen.',
      'Verlangt die Route IAM-Autorisierung: Den Aufruf des Backends signieren; ein Bearer Token hilft nicht.',
      compare,
    ],
  },
  'aws-expired': {
    says: 'Das Gateway hat das Token durchgelassen; als der Authorizer von Amazon API Gateway es prüfte, war es abgelaufen.',
    cures: [
      'Den Client das Token erneuern lassen, bevor es abläuft.',
      'Die Uhren vergleichen, und clock-skew der Policy: Der Authorizer ist vielleicht strenger.',
      compare,
    ],
  },
  'aws-signature': {
    says: 'Die API von Amazon will eine signierte Anfrage, und Schlüssel oder Signatur sind falsch.',
    cures: [
      'Den Aufruf so signieren, wie er gesendet wird: Ein Pfad oder Header, den das Gateway danach umschreibt, macht die Signatur ungültig.',
      compare,
    ],
  },
  salesforce: {
    says: 'Salesforce lehnt das Token ab: Es ist abgelaufen, oder keines von Salesforce.',
    cures: ['Für den Aufruf des Backends ein Access Token von Salesforce holen und an die Adresse seiner Instanz senden.', compare],
  },
  servicenow: {
    says: 'ServiceNow bekam keine Zugangsdaten, die es akzeptiert.',
    cures: ['Benutzername und Passwort senden (authentication-basic), oder ein Token seiner eigenen OAuth-Registrierung.', compare],
  },
  atlassian: {
    says: 'Die API von Atlassian bekam keine Zugangsdaten, die sie akzeptiert.',
    cures: ['Im Aufruf des Backends ein API-Token oder OAuth-Token von Atlassian senden, statt des Tokens des Aufrufers.', compare],
  },
  stripe: {
    says: 'Stripe lehnt den Schlüssel ab.',
    cures: ['Im Aufruf des Backends den geheimen Schlüssel des Kontos in den Authorization-Header setzen.', compare],
  },
  anthropic: {
    says: 'Anthropic lehnt den Schlüssel ab.',
    cures: ['Im Aufruf des Backends einen gültigen Schlüssel in den Header x-api-key setzen.', compare],
  },
  elasticsearch: {
    says: 'Elasticsearch bekam keine Zugangsdaten, die es akzeptiert.',
    cures: [
      'Benutzername und Passwort oder einen API-Schlüssel des Clusters senden, oder dort einen JWT-Realm für das Token einrichten.',
      compare,
    ],
  },
  laravel: {
    says: 'Das Gateway hat das Token durchgelassen; kein Guard des Backends kennt seinen Benutzer.',
    cures: ['Den Guard der Route ansehen (auth:api, auth:sanctum), und was er prüft.', compare],
  },
  hasura: {
    says: 'Das Gateway hat das Token durchgelassen; Hasura lehnt es ab, aus dem Grund im Text.',
    cures: ['Das Token mit HASURA_GRAPHQL_JWT_SECRET vergleichen: Schlüsseladresse, Audience und Issuer.', compare],
  },
  'google-iap': {
    says: 'Ein Proxy vor dem Backend lehnt das Token ab.',
    cures: ['Ein ID-Token von Google senden, dessen Audience die OAuth-Client-ID des Proxys ist.', compare],
  },
  'container-registry': {
    says: 'Die Registry bekam kein eigenes Token.',
    cures: ['Das Entra-Token an der Adresse in ihrem Header WWW-Authenticate gegen eines der Registry tauschen.', compare],
  },
  apache: {
    says: 'Ein Webserver zwischen Gateway und Backend verlangt eigene Zugangsdaten.',
    cures: ['AuthType und Require dieses Servers ansehen; authentication-basic in der Policy sendet Benutzername und Passwort.', compare],
  },
  'spring-boot': {
    says: 'Das Gateway hat den Aufruf durchgelassen; das Backend lehnt ihn ohne Angabe eines Grundes ab.',
    cures: ['Das Log des Backends mit org.springframework.security auf DEBUG lesen.', compare],
  },
};
