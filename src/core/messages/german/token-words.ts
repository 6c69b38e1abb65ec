import type { tokenWords as English } from '../english/token-words.js';
import { describeDuration } from './durations.js';

/** Was das Produkt über ein Token in einfachen Worten sagt. Kein Satz zitiert etwas aus dem eingefügten Text. */
export const tokenWords: typeof English = {
  problems: {
    empty: 'Es gibt kein Token: Vom Text bleibt nichts übrig.',
    encrypted: 'Das Token ist verschlüsselt (fünf Teile, ein JWE): Nur wer den Schlüssel hat, kann seine Claims lesen.',
    'not-a-token': 'Der Text ist kein Token: Ein signiertes Token hat drei Teile, durch Punkte getrennt.',
    opaque: 'Der Text ist ein opakes Token, kein JWT: Nur sein Issuer kann es lesen, das Gateway kann es nicht prüfen.',
    reference: 'Der Text sieht nach einer ID aus, nicht nach einem Token: Nur sein Issuer weiß, worauf er verweist.',
    ellipsis: 'Das Token wurde bei der Anzeige gekürzt: Das ganze Token kopieren.',
    placeholder: 'Der Text ist der Name einer Variablen, nicht ihr Wert: Das Token selbst einfügen.',
    'two-segments': 'Das Token hat nur zwei Teile: Die Signatur fehlt. Bis zum Ende kopieren.',
    'segment-count':
      'Der Text hat weder drei Teile (ein signiertes Token) noch fünf (ein verschlüsseltes): Ein Stück fehlt, oder zwei Tokens sind zusammengeraten. Genau ein Token kopieren.',
    'header-not-base64url': 'Der erste Teil des Tokens ist beschädigt oder abgeschnitten: Das ganze Token und sonst nichts kopieren.',
    'payload-not-base64url': 'Der zweite Teil des Tokens ist beschädigt oder abgeschnitten: Das ganze Token und sonst nichts kopieren.',
    'signature-not-base64url': 'Die Signatur des Tokens ist beschädigt oder abgeschnitten: Das ganze Token und sonst nichts kopieren.',
    'header-not-json': 'Der erste Teil des Tokens ist kein JSON-Objekt: Der Text ist beschädigt oder kein Token.',
    'payload-not-json': 'Der zweite Teil des Tokens ist kein JSON-Objekt: Der Text ist beschädigt oder kein JWT.',
    'payload-too-deep': 'Die Claims sind tiefer als 64 Ebenen verschachtelt: Ein solches Token liest das Gateway nicht.',
    'several-tokens': 'Der Text enthält mehrere verschiedene Tokens: Nur das Access Token einfügen.',
    'too-large': 'Das Token ist länger als 256.000 Zeichen: Ein solches Token liest das Gateway nicht.',
  },

  opaqueForms: {
    google:
      'Der Text ist ein Access Token von Google, kein JWT: Nur Google kann es lesen. Das ID-Token senden oder das Gateway den tokeninfo-Endpunkt von Google aufrufen lassen.',
    github: 'Der Text ist ein Token von GitHub, kein JWT: Nur GitHub kann es lesen, das Gateway kann es nicht prüfen.',
    'entra-code-or-refresh':
      'Der Text sieht nach einem Autorisierungscode oder Refresh Token von Microsoft aus: Gegen ein Access Token tauschen und dieses senden.',
    'b2c-code-or-refresh':
      'Der Text ist ein Autorisierungscode oder Refresh Token von B2C: Gegen ein Access Token tauschen und dieses senden.',
    'microsoft-account':
      'Der Text sieht nach einem opaken Token eines privaten Microsoft-Kontos aus, das nur die APIs von Microsoft lesen: Ein Token für die eigene API anfordern.',
    salesforce: 'Der Text ist ein opakes Token von Salesforce, kein JWT: Dort JWT-basierte Access Tokens einschalten.',
    databricks: 'Der Text ist ein Personal Access Token von Databricks, kein JWT: Nur Databricks kann es lesen.',
    'shared-access-signature':
      'Der Text ist eine Shared Access Signature, kein JWT: Sie öffnet eine einzige Azure-Ressource und wird nur dorthin gesendet.',
    'data-protection':
      'Der Text ist ein Wert, den ASP.NET Core für sich selbst verschlüsselt hat, etwa ein Sitzungscookie: Keine API kann ihn lesen.',
    basic: 'Der Text ist Benutzername und Passwort für Basic-Authentifizierung, kein Token.',
    cookie: 'Der Text ist ein Cookie, in dem kein Token steckt.',
    'subscription-key':
      'Der Text sieht nach einem Subscription Key von API Management aus: Im Header Ocp-Apim-Subscription-Key senden. Ein Referenz-Token kann genauso aussehen.',
    guid: 'Der Text ist eine ID, etwa einer Anwendung oder eines Tenants, oder ein Referenz-Token: Nur sein Issuer weiß, worauf er verweist.',
  },

  cleanings: {
    'surrounding-space': 'Leerraum drumherum',
    scheme: 'das Wort davor, etwa Bearer',
    'header-line': 'der Name des Headers',
    'curl-command': 'der curl-Befehl drumherum',
    'json-member': 'das JSON drumherum',
    parameter: 'der Name des Parameters',
    cookie: 'das Cookie drumherum',
    quotes: 'Anführungszeichen',
    escapes: 'Escape-Zeichen',
    'percent-encoding': 'Prozentkodierung',
    'line-breaks': 'Zeilenumbrüche oder Leerzeichen darin',
    'invisible-characters': 'unsichtbare Zeichen',
    'surrounding-text': 'anderer Text drumherum',
  },

  kinds: {
    'workforce-v1': 'Access Token von Microsoft Entra, Version 1.0',
    'workforce-v2': 'Access Token von Microsoft Entra, Version 2.0',
    'external-id-v1': 'Access Token von External ID, Form der Version 1.0',
    'external-id-v2': 'Access Token von External ID, Version 2.0',
    b2c: 'Token von Azure AD B2C',
    'microsoft-account': 'Token eines privaten Microsoft-Kontos',
    graph: 'Token für Microsoft Graph',
    'id-token': 'ID-Token',
    other: 'Token eines anderen Issuers',
    encrypted: 'verschlüsseltes Token',
    unreadable: 'unlesbares Token',
  },

  decoded: kind => `${kind}, aus seinen dekodierten Claims: Signatur und genaue Form unbekannt`,

  kindReasons: {
    'graph-audience': 'Seine Audience ist Microsoft Graph: Sonst kann es niemand prüfen.',
    'header-nonce':
      'Sein Header hat eine nonce, das Kennzeichen der Tokens für Microsoft Graph und ähnliche APIs: Sonst kann es niemand prüfen.',
    'id-hash': 'Es hat einen Claim, den nur ID-Tokens haben (at_hash oder c_hash), und keine Scopes.',
    'id-nonce': 'Es hat eine nonce, die nur ID-Tokens haben, und keine Scopes.',
    'id-type': 'Es bezeichnet sich selbst als ID-Token.',
    'id-own-audience': 'Es ist für den Client bestimmt, der es angefordert hat, und gewährt weder Scopes noch Rollen.',
    'id-no-client':
      'Es sagt, wer ein Benutzer ist, nennt aber weder Client noch Scopes; beides hat jedes Access Token eines Benutzers von Microsoft Entra.',
    'consumer-tenant': 'Sein Tenant ist der der privaten Microsoft-Konten.',
    'external-id-v1-issuer': 'Sein Issuer liegt auf ciamlogin.com und endet nicht auf /v2.0.',
    'external-id-v2-issuer': 'Sein Issuer liegt auf ciamlogin.com und endet auf /v2.0.',
    'b2c-host': 'Sein Issuer liegt auf b2clogin.com.',
    'b2c-policy': 'Es nennt eine Policy von Azure AD B2C (tfp, in älteren Policies acr).',
    'workforce-v1-issuer': 'Sein Issuer hat die Form von Microsoft Entra ID, Version 1.0.',
    'workforce-v2-issuer': 'Sein Issuer ist ein Anmeldehost von Microsoft und endet auf /v2.0.',
    'other-issuer': 'Sein Issuer ist keiner der Anmeldehosts von Microsoft.',
    'no-issuer': 'Es hat keinen Issuer.',
    encrypted: 'Es hat fünf Teile, und sein Header sagt, wie der Inhalt verschlüsselt ist.',
    unreadable: 'Es lässt sich nicht lesen.',
  },

  summary: {
    issuedBy: 'Ausgestellt von',
    forApi: 'Für die API',
    byClient: 'Angefordert von',
    caller: 'Aufrufer',
    may: 'Darf',
    signature: 'Signatur',
    tenant: id => `Tenant ${id}`,
    externalId: 'Entra External ID',
    b2c: 'Azure AD B2C',
    unknownIssuer: 'ein anderer Issuer',
    noIssuer: 'niemandem: Das Token hat keinen Issuer',
    noAudience: 'keine: Das Token hat keine Audience',
    clientId: 'Client-ID',
    applicationUri: 'Application ID URI',
    address: 'eine Adresse',
    severalAudiences: 'mehrere Audiences',
    app: 'einer App mit Client-ID',
    tool: title => `${title}, ein Client mit derselben ID in jedem Tenant`,
    userThroughApp: 'ein Benutzer, über die App',
    appOnly: 'die App selbst, ohne Benutzer',
    scopes: 'Scopes',
    roles: 'App-Rollen',
    notShown: 'unbekannt: Der Text enthält die dekodierten Claims, nicht das Token',
    signed: algorithm => `mit ${algorithm} signiert; Lesen allein prüft sie nicht`,
    unsigned: 'keine: Das Token ist nicht signiert',
  },

  times: {
    iat: 'Ausgestellt',
    nbf: 'Gültig ab',
    exp: 'Läuft ab',
    auth_time: 'Angemeldet',
    expired: 'Abgelaufen',
    ago: seconds => `vor ${describeDuration(seconds)}`,
    ahead: seconds => `in ${describeDuration(seconds)}`,
    now: 'jetzt',
    expiresIn: seconds => `Läuft in ${describeDuration(seconds)} ab.`,
    expiredAgo: seconds => `Vor ${describeDuration(seconds)} abgelaufen.`,
    expiresNow: 'Läuft jetzt ab.',
    startsIn: seconds => `Noch nicht gültig: Es beginnt in ${describeDuration(seconds)}.`,
    noExpiry: 'Sagt nicht, wann es abläuft.',
    notATime: 'Sein Ablauf ist keine Zahl von Sekunden.',
    milliseconds: 'Seine Zeiten sind in Millisekunden statt in Sekunden.',
  },

  notes: {
    thisApi: title => `${title}, eine API von Microsoft`,
    publicClient: 'öffentlicher Client, kein Secret',
    secret: 'Client Secret',
    certificate: 'Clientzertifikat',
    tooDeep: '(zu tief verschachtelt, um es zu zeigen)',
  },
};
