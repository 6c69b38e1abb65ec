import type {
  aadstsLinks as EnglishLinks,
  evidenceSentences as EnglishEvidence,
  whoAnswered as EnglishAnswered,
  whoRemarks as EnglishRemarks,
  whoWords as EnglishWords,
} from '../english/who-answered.js';

const start = (probably: boolean, text: string): string =>
  probably ? `Wahrscheinlich: ${text}` : text.charAt(0).toUpperCase() + text.slice(1);

export const whoAnswered: typeof EnglishAnswered = {
  gateway: ({ service, probably }) => start(probably, `das Gateway selbst hat geantwortet (${service}).`),
  policy: ({ service, probably }) => start(probably, `das Gateway hat geantwortet: ${service}.`),
  backend: ({ service, probably }) => start(probably, `das Backend hinter dem Gateway hat geantwortet: ${service}.`),
  'token-request': ({ service }) => `${service} hat eine Tokenanfrage abgelehnt: Die API wurde nicht aufgerufen.`,
  'in-front': ({ service, probably }) => start(probably, `etwas vor dem Gateway hat geantwortet: ${service}.`),
  client: ({ service }) => `Das sagt ${service}; wer geantwortet hat, zeigt es nicht.`,
  management: ({ service }) => `Das ist keine Antwort auf eine Anfrage: ${service} sagt es über eine Policy.`,
  undecided: ({ service }) => `Der Text zeigt nicht, wer geantwortet hat: ${service}.`,
};

/** Dienste und Hinweise, in Worten. */
export const whoWords: typeof EnglishWords = {
  entra: () => 'Microsoft Entra ID',
  'entra-for-gateway': () => 'Microsoft Entra ID, gefragt von einer Policy des Gateways,',
  'identity-provider': () => 'Der Identity Provider',
  'either-token-policy': () => 'validate-jwt oder validate-azure-ad-token',
  'backend-log': () => 'ein .NET-Backend, dessen Log dieselben Texte hat',
  'author-policy': () => 'eine Policy, die der Autor der API geschrieben hat',
  'a-backend': () => 'siehe das Log des Backends selbst',
  browser: () => 'der Browser',
  'a-policy': () => 'ein Ausdruck in einer Policy',
  'saved-policy': () => 'die API, die Policies speichert und liest',
  'empty-answer': () =>
    'ein Backend (ASP.NET Core, Spring, App Service unter Linux, Functions ohne Schlüssel) oder eine Policy mit return-response',
  'html-page': () => 'App Service oder IIS, Application Gateway, Front Door oder eine Firewall',
  text: values => `der Text "${values.text}"`,
  code: values => `der Code ${values.code}`,
  column: values => `${values.name} ${values.value}`,
  'column-empty': values => `${values.name} ist leer`,
  'token-policy-text': () => 'der Wortlaut einer Token-Policy',
  'library-code': () => 'ein Code der Prüfbibliothek',
  routing: () => 'Routing',
  'subscription-key': () => 'Subscription Key',
  'bare-challenge': () => 'eine Challenge, die nur "Bearer" sagt',
  'empty-body': () => 'ein leerer Body und keine Challenge, die mehr sagt',
  html: () => 'eine HTML-Seite',
  forwarded: () => 'im Trace steht die Antwort des Backends (forward-request)',
};

const compareBackend = 'Im Log des Gateways BackendResponseCode ansehen: Steht dort derselbe Status, hat das Backend geantwortet.';
const ownValidation = 'Die eigene Prüfung des Backends ansehen: Issuer und Audience, und ob der Authorization-Header bei ihm ankommt.';

/** Was eine Antwort bedeutet, wo nur Logzeile, Trace oder Gestalt sie verrät. */
export const evidenceSentences: typeof EnglishEvidence = {
  'log-backend': {
    says: 'BackendResponseCode ist die Antwort des Backends: Das Gateway hat das Token durchgelassen und die Ablehnung weitergegeben.',
    cures: [ownValidation, 'Braucht das Backend ein eigenes Token: authentication-managed-identity nach der Token-Policy ergänzen.'],
  },
  'log-policy': {
    says: 'BackendResponseCode ist leer, das Backend wurde also nicht aufgerufen: Die in LastErrorSource genannte Policy hat die Anfrage abgelehnt.',
    cures: ['In derselben Zeile LastErrorReason und LastErrorMessage lesen; LastErrorScope sagt, in welcher Policy es steht.'],
  },
  'log-key': {
    says: 'Bei LastErrorSource authorization geht es um den Subscription Key, nicht um das Token: Das Gateway prüft den Schlüssel, bevor es die Policies ausführt.',
    cures: [
      'Den Schlüssel eines aktiven Abonnements für ein Produkt mit dieser API senden, in Ocp-Apim-Subscription-Key.',
      'LastErrorReason sagt, ob der Schlüssel fehlte (SubscriptionKeyNotFound) oder falsch war (SubscriptionKeyInvalid).',
    ],
  },
  'log-no-operation': {
    says: 'Keine Operation der API hat diese Methode und diesen Pfad, also lief keine Policy einer Operation, und dort wurde kein Token geprüft.',
    cures: ['Methode und Pfad mit den Operationen der API vergleichen, samt URL-Suffix und Version.'],
  },
  'log-broke': {
    says: 'Das Backend hat nicht geantwortet: Was LastErrorSource nennt, ist gescheitert, und der Aufrufer sieht ein 500. Ein Token wurde dort nicht abgelehnt.',
    cures: [
      'In derselben Zeile LastErrorReason und LastErrorMessage lesen.',
      'Bei authentication-managed-identity oder send-request: In LastErrorMessage oder einem Trace nach einem AADSTS-Code suchen.',
    ],
  },
  'log-gateway': {
    says: 'BackendResponseCode ist leer, das Backend wurde also nicht aufgerufen. LastErrorSource würde die Policy nennen; ohne das kann es return-response sein.',
    cures: ['LastErrorSource, LastErrorReason und LastErrorMessage in die Abfrage des Logs aufnehmen.'],
  },
  'log-broke-on-answer': {
    says: 'Das Backend hat die Anfrage abgelehnt, dann ist eine Policy an seiner Antwort gescheitert: Der Aufrufer sieht ein 500.',
    cures: [
      'Zuerst die eigene Prüfung des Backends ansehen: Issuer und Audience, und ob der Authorization-Header bei ihm ankommt.',
      'Dann die Policy, die LastErrorSource nennt: Sie erwartet einen anderen Body, als die Ablehnung hat.',
    ],
  },
  'log-after-backend': {
    says: 'Das Backend hat die Anfrage nicht abgelehnt: Eine spätere Policy (outbound, on-error) hat die Antwort gemacht.',
    cures: ['In outbound und on-error nach return-response und set-status suchen.'],
  },
  'trace-backend': {
    says: 'Laut Trace wurde die Anfrage weitergeleitet und vom Backend abgelehnt: Die Token-Policies haben sie durchgelassen.',
    cures: [ownValidation],
  },
  'trace-backend-after-identity': {
    says: 'Das Gateway hat das Token seiner Managed Identity in den Authorization-Header geschrieben, die Anfrage weitergeleitet, und das Backend hat dieses Token abgelehnt.',
    cures: [
      'Das Attribut resource von authentication-managed-identity prüfen (die Audience, die das Backend will) und die Rollen der Identität dort.',
    ],
  },
  'empty-answer': {
    says: 'Diese Antwort hat keinen Body; die Standardantworten der Token-Policies haben einen JSON-Body.',
    cures: [compareBackend, 'Ist es dort leer: In den Policies nach return-response suchen, auch in on-error.'],
  },
  'bare-challenge': {
    says: 'Eine Challenge nur aus "Bearer" sagt nicht, was nicht stimmt: ASP.NET Core und Spring schreiben sie, wenn kein Token ankam, und eine Policy kann sie nachahmen.',
    cures: [compareBackend, 'Wenn ja: prüfen, ob der Authorization-Header beim Backend ankommt, und dessen eigenes Log lesen.'],
  },
  'html-page': {
    says: 'Das Gateway antwortet mit JSON; eine HTML-Seite kommt von einem Webserver, einer Firewall oder einer Anmeldeseite davor oder dahinter.',
    cures: [
      compareBackend,
      'Ist es eine Anmeldeseite: In der Authentifizierung des App Service "Nicht authentifizierte Anforderungen" auf 401 setzen.',
    ],
  },
  'token-endpoint': {
    says: 'error und error_description in dieser Form kommen von einem Token-Endpunkt: Es wurde noch keine API aufgerufen.',
    cures: ['Client-ID, Secret, Grant und Scope der Anfrage mit der Registrierung des Clients vergleichen.'],
  },
  'aadsts-unknown': {
    says: 'Diesen Code von Microsoft Entra ID kennt dieses Werkzeug nicht.',
    cures: ['Auf https://login.microsoftonline.com/error nachschlagen; dort ist jeder Code erklärt.'],
  },
};

/** Was zu einer Erklärung hinzukommt, von anderswo in demselben Text. */
export const whoRemarks: typeof EnglishRemarks = {
  'identity-before': () =>
    'authentication-managed-identity hat vorher den Authorization-Header ersetzt: Die Token-Policy hat das Token des Gateways geprüft, nicht das des Aufrufers.',
  'identity-before-cure': () =>
    'Die Token-Policy über authentication-managed-identity stellen, oder jener Policy ein output-token-variable-name geben und den Header später schreiben.',
  'mcp-no-token': () =>
    'Stellt das Gateway diese API als MCP-Server bereit, bekommt eine Token-Policy der API bei tools/call keinen Authorization-Header: Der Server macht eigene Aufrufe und gibt den Header nicht weiter.',
  'mcp-no-token-cure': () =>
    'In der Policy des MCP-Servers prüfen und den Header dort mit set-header weitergeben; oder die Token-Policy aus der API entfernen.',
  wanted: values => `Die Policy verlangt '${values.wanted}' in ${values.claim}.`,
};

/** Was ein Code der Tokenanfrage mit der API hinter dem Gateway zu tun hat. */
export const aadstsLinks: typeof EnglishLinks = {
  scope: () =>
    'Die hier angefragte API wird aud des Tokens: Sie muss die in audience der Policy sein (api://{Client-ID der API}, oder ihre Client-ID).',
  client: () => 'Den Client dieser Anfrage muss die Policy vielleicht aufführen (client-application-ids; azp oder appid im Token).',
  assertion: () => 'Die Assertion ist das Token, das die Policy des Gateways prüft: aud, Issuer und Gültigkeit zählen an beiden Stellen.',
  user: () => 'Noch gibt es kein Token, die Policy der API ist also nicht beteiligt.',
  federated: () => 'Das ist zwischen einer Pipeline oder Workload und Entra: Die Policy der API ist noch nicht beteiligt.',
  keys: () =>
    'Es betrifft auch die Policy: Der eigene Signaturschlüssel der App ist unter einer anderen openid-config-Adresse veröffentlicht.',
  request: () => 'Die Tokenanfrage ist falsch, nicht die API: Ansehen, was sie sendet, ein Client oder send-request in einer Policy.',
  mcp: () => 'Die Adresse, die MCP-Clients aufrufen, muss der Name der API in Entra sein und die Audience in der Policy.',
  gateway: () =>
    'Eine Policy des Gateways hat dieses Token angefordert (authentication-managed-identity, send-request oder der Credential Manager); der Aufrufer der API sieht ein 500.',
};
