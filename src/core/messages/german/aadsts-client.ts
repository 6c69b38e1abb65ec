import type { aadstsClientSentences as English } from '../english/aadsts-client.js';

/** Die Codes einer Tokenanfrage, bei denen es um den Client geht: seine Registrierung, sein Secret, wie er fragt. */
export const aadstsClientSentences: typeof English = {
  'redirect-unregistered': {
    says: 'Die Umleitungsadresse ist für den Client nicht registriert.',
    cures: [
      'Genau die Adresse, die der Text nennt, in der Registrierung des Clients (Authentifizierung) unter der richtigen Plattform ergänzen: Postman, Swagger und das Entwicklerportal haben eigene.',
    ],
  },
  'redirect-missing': {
    says: 'Der Client hat gar keine Umleitungsadresse. Nach der Administratorzustimmung für eine App ohne Benutzer ist die Zustimmung selbst gelungen.',
    cures: ['In der Registrierung des Clients eine Umleitungsadresse ergänzen.'],
  },
  'user-not-assigned': {
    says: '"Zuweisung erforderlich" ist an, und der Benutzer ist nicht zugewiesen.',
    cures: ['Den Benutzer oder eine Gruppe der Unternehmensanwendung zuweisen, oder "Zuweisung erforderlich" ausschalten.'],
  },
  'app-not-assigned': {
    says: 'Die API verlangt eine Zuweisung ("Zuweisung erforderlich"), aber der Client hat keine ihrer Rollen.',
    cures: ['Eine App-Rolle der API dem Service Principal oder der Managed Identity des Clients zuweisen; dann ein neues Token anfordern.'],
  },
  'single-tenant': {
    says: 'Die App gehört zu einem Tenant, aber die Anfrage ging an /common.',
    cures: ['An der Adresse des Tenants anfragen: /{Tenant-ID}/oauth2/v2.0/token.', 'Oder die App für mehrere Tenants öffnen.'],
  },
  'asked-in-a-loop': {
    says: 'Der Client fragt immer wieder nach demselben Token.',
    cures: ['Das Token behalten, bis es fast abgelaufen ist; nach einem 401 suchen, das den Client jedes Mal neu fragen lässt.'],
  },
  'microsoft-client': {
    says: 'Eine Client-ID von Microsoft wurde für eine API verwendet, die sie nicht vorab autorisiert hat.',
    cures: ['Die Client-ID der eigenen App-Registrierung verwenden.'],
  },
  'client-disabled': {
    says: 'Die Client-Anwendung ist deaktiviert.',
    cures: ['Einen Administrator ihre Unternehmensanwendung aktivieren lassen.'],
  },
  'not-on-behalf': {
    says: 'Der Client darf keine On-Behalf-Of-Anfragen stellen.',
    cures: ['Die Anfrage als die App stellen, für die das Token ist.'],
  },
  'secret-wrong': {
    says: 'Das Client Secret ist falsch: Sehr oft wurde die ID des Secrets statt seines Werts verwendet, oder es hat ein Zeichen zu viel.',
    cures: [
      'Den Wert des Secrets kopieren, nicht seine ID; ein verlorener Wert lässt sich nicht wieder anzeigen: Ein neues Secret anlegen.',
      'Fragt das Gateway: Named Value oder Key-Vault-Secret aktualisieren.',
    ],
  },
  'secret-missing': {
    says: 'Der Client ist mit einem Secret registriert, hat aber keines gesendet.',
    cures: [
      'Das Secret senden, oder die Umleitungsadresse unter "Single-Page-Webanwendung" oder "Mobilgerät- und Desktopanwendungen" registrieren.',
      'Bei Flows ohne Umleitung: "Öffentliche Clientflows zulassen".',
    ],
  },
  'secret-expired': {
    says: 'Das Client Secret ist abgelaufen.',
    cures: ['Ein neues Secret anlegen und dort ablegen, wo der Client es liest: beim Gateway im Named Value oder Key-Vault-Secret.'],
  },
  'client-unknown': {
    says: 'Der Tenant kennt diese Client-ID nicht.',
    cures: ['Client-ID und Tenant der Anfrage prüfen: Meist ist eines davon aus einer anderen Umgebung.'],
  },
  'public-client': {
    says: 'Ein öffentlicher Client hat ein Secret gesendet.',
    cures: ['Das Secret weglassen, oder die Umleitungsadresse unter "Web" registrieren.'],
  },
  'assertion-signature': {
    says: 'Die signierte Assertion des Clients wird abgelehnt: ein nicht registriertes Zertifikat, eine falsche Uhr oder ein falsches aud.',
    cures: ['Den Fingerabdruck mit dem Zertifikat in der Registrierung vergleichen, und die Uhr stellen.'],
  },
  'certificate-subject': {
    says: 'Der Antragsteller des Zertifikats ist keiner, den die App erlaubt.',
    cures: ['Ein Zertifikat mit erlaubtem Antragsteller verwenden, oder die vertrauten Antragsteller der App ändern.'],
  },
  'id-token-off': {
    says: 'Der Client fragt nach einem ID-Token, das seine Registrierung nicht erlaubt.',
    cures: ['Den Code-Flow verwenden; sonst unter Authentifizierung "ID-Token" einschalten.'],
  },
  'work-app-at-consumers': {
    says: 'Die Anfrage einer App für Geschäftskonten ging an /consumers.',
    cures: ['An /organizations oder beim Tenant anfragen.'],
  },
  'permissions-empty': {
    says: 'Ein Administrator sollte einer App ohne jede Berechtigung zustimmen.',
    cures: ['Der App eine Berechtigung geben, etwa User.Read, und erneut zustimmen.'],
  },
  'federated-none': {
    says: 'Kein föderierter Nachweis passt: Issuer, Subject und Audience werden genau verglichen.',
    cures: [
      'Subject und Issuer, die der Text nennt, in die Federated Credential der App kopieren.',
      'Neuere GitHub-Repositorys haben IDs im Subject (repo:{owner}@{id}/{repo}@{id}:…); der Issuer von AKS endet auf einen Schrägstrich.',
    ],
  },
  'federated-user': {
    says: 'Für eine Federated Credential mit dem Issuer von Entra werden nur App-Tokens akzeptiert, keine Tokens von Benutzern.',
    cures: ['Das Token einer Managed Identity oder einer App verwenden.'],
  },
  'tenant-missing': {
    says: 'Die Anfrage sagt nicht, welcher Tenant gemeint ist.',
    cures: ['An der Adresse des Tenants anfragen: /{Tenant-ID}/oauth2/v2.0/token.'],
  },
  'tenant-unknown': {
    says: 'An diesem Host gibt es keinen solchen Tenant: Er ist falsch geschrieben, oder in einer anderen Cloud.',
    cures: [
      'Den Tenant in der Adresse und den Host prüfen: login.microsoftonline.us und login.partner.microsoftonline.cn sind andere Clouds.',
    ],
  },
  'parameter-missing': {
    says: 'Dem Body fehlt ein Parameter, meist weil JSON statt Formulardaten gesendet wurde.',
    cures: [
      'Den Body als Formulardaten senden: Content-Type application/x-www-form-urlencoded, in send-request mit set-header und set-body.',
    ],
  },
  'grant-not-here': {
    says: 'Dieser Grant ist an /common oder /consumers nicht möglich.',
    cures: ['An der Adresse des Tenants anfragen, oder an /organizations.'],
  },
  'request-malformed': {
    says: 'Die Anfrage ist fehlerhaft: eine Vorlage oder ein Named Value, der nicht ausgefüllt wurde, oder ein Body, der keine Formulardaten enthält.',
    cures: ['Den rohen Body der Anfrage ansehen: stehengebliebene {{…}}, Werte ohne Kodierung.'],
  },
  'get-for-post': {
    says: 'Der Token-Endpunkt wurde mit GET aufgerufen, wie ein Browser es tut.',
    cures: ['Ein POST senden; zum Anmelden den Endpunkt authorize verwenden.'],
  },
};
