import type { appServiceAnswerSentences as English } from '../english/answers-app-service.js';

/** Was die Antworten von App Service, Functions und dem, was vor dem Gateway steht, bedeuten. */
export const appServiceAnswerSentences: typeof English = {
  'app-service-challenge': {
    says: 'Die Challenge ist die der App-Service-Authentifizierung: Das Gateway hat den Aufruf weitergegeben, und die App fand kein Token, das sie akzeptiert. resource_id ist die Audience, die sie erwartet.',
    cures: [
      'Der App ein Token senden, dessen aud die resource_id der Challenge ist, oder die Audience bei ihren zulässigen Tokenzielgruppen ergänzen.',
      'Mit dem Token des Aufrufers: Der Authorization-Header muss bei der App ankommen, und sein Issuer muss der in den Einstellungen der App sein.',
      'Mit einem Token des Gateways: authentication-managed-identity resource="{resource_id}" nach der Token-Policy.',
    ],
  },
  'app-service-realm': {
    says: 'Der Realm ist der Host einer App: Hinter dem Gateway hat die App-Service-Authentifizierung geantwortet und kein Token gefunden, das sie akzeptiert.',
    cures: [
      'Den Authorization-Header weitergeben, und iss und aud des Tokens mit dem Issuer und den zulässigen Tokenzielgruppen der Authentifizierung der App vergleichen.',
      'Oder dem Gateway ein eigenes Token dafür geben: authentication-managed-identity nach der Token-Policy.',
    ],
  },
  'app-service-page': {
    says: 'App Service unter Windows schreibt diese Seite bei einem Aufruf ohne brauchbares Token (401) und bei einem, dessen Client oder Identität nicht erlaubt ist (403). Das Gateway hat den Aufruf weitergegeben.',
    cures: [
      'iss und aud des Tokens mit dem Issuer und den zulässigen Tokenzielgruppen der Authentifizierung der App vergleichen.',
      'Bei 403: Den Aufrufer bei den zugelassenen Clientanwendungen ergänzen; nach authentication-managed-identity ist das die Identität des Gateways.',
    ],
  },
  'app-service-issuer': {
    says: "Die App-Service-Authentifizierung erwartet einen anderen Issuer; in ihrem Text stehen beide, 'Expected' und 'Token'.",
    cures: [
      "Die Aussteller-URL der Authentifizierung der App auf den Issuer nach 'Token' im Text setzen.",
      'Bei External ID und Tokens der Version 2.0 endet diese Adresse auf /v2.0.',
    ],
  },
  'app-service-audience': {
    says: 'Die App-Service-Authentifizierung erwartet eine andere Audience; in ihrem Text stehen beide.',
    cures: [
      'aud des Tokens bei den zulässigen Tokenzielgruppen der Authentifizierung der App ergänzen.',
      'Oder ein Token dieser App anfordern.',
    ],
  },
  'app-service-validation': {
    says: "Die App-Service-Authentifizierung schreibt 'JWT validation failed' klein; das Gateway schreibt 'JWT Validation Failed'.",
    cures: [
      'iss und aud des Tokens mit dem Issuer und den zulässigen Tokenzielgruppen der Authentifizierung der App vergleichen.',
      'Im Log des Gateways BackendResponseCode ansehen: Ein 401 dort beweist es.',
    ],
  },
  'app-service-module': {
    says: 'Die Antwort ging durch das Authentifizierungsmodul von App Service, das vor dem Code der App läuft.',
    cures: ['Die Authentifizierung der App ansehen: Issuer, zulässige Tokenzielgruppen, zugelassene Clientanwendungen und Identitäten.'],
  },
  'functions-key': {
    says: 'Der Host von Azure Functions hat den Aufruf abgelehnt, bevor die Funktion lief: Sein Schlüssel fehlt oder ist falsch; mit dem Token des Aufrufers hat das nichts zu tun.',
    cures: [
      'Den Funktionsschlüssel im Header x-functions-key senden (set-header mit einem Named Value), oder das Auth-Level der Funktion auf anonymous setzen.',
      'MCP-Endpunkte des Functions-Hosts verlangen dessen Systemschlüssel, was immer die Funktion sagt.',
    ],
  },
  'static-web-apps': {
    says: 'Der Text stammt von der API hinter einer Static Web App: Sie nimmt nur Tokens an, die die App derselben Adresse ausgestellt hat.',
    cures: [
      'Sie unter der Adresse aufrufen, für die das Token ausgestellt wurde: Eine Preview-Umgebung hat eine andere Adresse und damit einen anderen Aussteller.',
      'Hinter einem Gateway: Den Aufruf an die Adresse der App selbst weitergeben, ohne den Header einer anderen.',
    ],
  },
  'iis-credentials': {
    says: 'IIS hat diese Seite geschrieben: Seine eigene Authentifizierung (Windows, Basic) oder die App dahinter hat den Aufruf abgelehnt; das Gateway hat ihn weitergegeben.',
    cures: [
      'Die Authentifizierung der Site ansehen: Anonymer Zugriff ist aus, oder die App setzt selbst ein 401.',
      'Verlangt sie Basic oder ein Zertifikat: In der Policy authentication-basic oder authentication-certificate verwenden.',
    ],
  },
  'application-gateway': {
    says: 'Die Antwort kam über Application Gateway. Ein 403 kann von dessen Firewall sein, ein 401 von dessen eigener JWT-Prüfung; beide laufen vor API Management.',
    cures: [
      'Zugriffs- und Firewall-Logs von Application Gateway ansehen, und ob die Anfrage überhaupt im Log des Gateways steht.',
      'Bei seiner JWT-Prüfung: Dort Issuer, Tenant und Audiences prüfen.',
    ],
  },
};
