import type { gatewayAnswerSentences as English } from '../english/answers-gateway.js';

/** Was die Antworten des Gateways selbst und seiner Policies neben den Token-Policies bedeuten. */
export const gatewayAnswerSentences: typeof English = {
  'subscription-key-missing': {
    says: 'Hier geht es um den Subscription Key, nicht um das Token: Die Anfrage hatte keinen Schlüssel, den das Gateway verlangt, bevor es die Policies ausführt.',
    cures: [
      'Den Schlüssel im Header Ocp-Apim-Subscription-Key senden (oder im Query-Parameter subscription-key).',
      'Oder an der API oder am Produkt "Abonnement erforderlich" ausschalten.',
      'Über das Token sagt die Antwort noch nichts: Die Policies sind nicht gelaufen.',
    ],
  },
  'subscription-key-invalid': {
    says: 'Hier geht es um den Subscription Key, nicht um das Token: Der Schlüssel ist falsch, sein Abonnement gekündigt oder angehalten, oder er gehört zu einem Produkt ohne diese API. Das Gateway prüft ihn, bevor es die Policies ausführt.',
    cures: [
      'Den Schlüssel eines aktiven Abonnements für ein Produkt mit dieser API senden, in Ocp-Apim-Subscription-Key.',
      'Oder die API in das Produkt des Schlüssels aufnehmen, oder "Abonnement erforderlich" ausschalten.',
      'Nur in der Testkonsole: auf dem Reiter "Frontend" der Operation nach einem festen Headerwert suchen, der den richtigen Schlüssel ersetzt.',
    ],
  },
  'subscription-key-challenge': {
    says: 'Hier geht es um den Subscription Key, nicht um das Token. Der Realm in der Challenge ist die Adresse der API, die das Gateway gewählt hat.',
    cures: [
      'Den Schlüssel eines Abonnements dieser API im Header Ocp-Apim-Subscription-Key senden.',
      'Oder an der API oder am Produkt "Abonnement erforderlich" ausschalten.',
    ],
  },
  'operation-not-found': {
    says: 'Keine Operation der API hat diese Methode und diesen Pfad, also lief keine Policy einer Operation, und dort wurde kein Token geprüft.',
    cures: [
      'Methode und Pfad mit den Operationen der API vergleichen, samt URL-Suffix und Version.',
      'Bei einem Browser: Eine OPTIONS-Anfrage braucht die Policy cors, oder eine eigene Operation.',
    ],
  },
  'resource-not-found': {
    says: 'So antwortet das Gateway, wenn keine API oder Operation zur Adresse passt; ein Backend kann dasselbe schreiben.',
    cures: [
      'Die Adresse mit URL-Suffix, Version und Operationen der API vergleichen.',
      'Im Log beweist LastErrorReason OperationNotFound, dass es das Gateway war.',
    ],
  },
  'expression-failed': {
    says: 'Ein Ausdruck in einer Policy hat eine Ausnahme geworfen, und der Aufrufer bekommt ein 500: Das Token war nicht das Problem, oder nicht das einzige.',
    cures: [
      'Die Anfrage tracen: Das zeigt die gescheiterte Policy mit ihrem Ausdruck.',
      'Nach einem null suchen: ein Header, Claim oder eine Variable, die diese Anfrage nicht hat.',
    ],
  },
  'backend-not-reached': {
    says: 'Die Policies haben die Anfrage durchgelassen, und das Gateway konnte keine Verbindung zum Backend aufbauen.',
    cures: ['Adresse des Backends, Namensauflösung, Zertifikate und virtuelles Netzwerk prüfen.', 'Das Token hat damit nichts zu tun.'],
  },
  'client-went-away': {
    says: 'Der Aufrufer hat die Verbindung geschlossen, bevor es eine Antwort gab.',
    cures: ['Das Timeout des Clients ansehen, und was so lange dauert: BackendTime im Log.'],
  },
  'header-not-found': {
    says: 'check-header verlangt einen Header, den die Anfrage nicht hat.',
    cures: [
      'Den Header senden, den der Text nennt, oder ihn aus check-header entfernen.',
      'Nach einem Proxy dazwischen suchen, der ihn verwirft.',
    ],
  },
  'header-value-not-allowed': {
    says: 'check-header vergleicht den ganzen Wert des Headers genau mit seiner Liste. Bei Authorization lehnt es jedes Token ab, weil keine Liste alle enthalten kann.',
    cures: [
      'Für Tokens validate-jwt oder validate-azure-ad-token statt check-header verwenden.',
      'Bei jedem anderen Header einen der Werte senden, die check-header aufführt.',
    ],
  },
  'caller-ip-refused': {
    says: 'ip-filter lehnt die Adresse des Aufrufers ab, welches Token auch kommt.',
    cures: [
      'Die Adresse oder den Bereich des Aufrufers in ip-filter ergänzen.',
      'Hinter Application Gateway oder Front Door ist die Adresse des Aufrufers die des Proxys.',
    ],
  },
  'quota-exceeded': {
    says: 'Das Kontingent dieses Abonnements oder Schlüssels ist aufgebraucht, welches Token auch kommt.',
    cures: ['Bis zu der Zeit warten, die der Text nennt, oder das Kontingent erhöhen.'],
  },
  'rate-limit-exceeded': {
    says: 'Zu viele Aufrufe im Zeitraum von rate-limit oder rate-limit-by-key, welches Token auch kommt.',
    cures: [
      'So lange warten, wie Retry-After sagt, oder die Grenze erhöhen.',
      'Ist Azure OpenAI das Backend: BackendResponseCode vergleichen, denn es hat eigene Grenzen.',
    ],
  },
  'internal-error': {
    says: 'So antwortet das Gateway, wenn eine Policy oder ein Ausdruck darin scheitert: Es hat das Token nicht abgelehnt, es kam nicht zu Ende.',
    cures: [
      'Die Anfrage tracen: Das zeigt die gescheiterte Policy mit ihrem Fehler, bei authentication-managed-identity mit einem AADSTS-Code.',
      'Im Log nennen LastErrorSource und LastErrorMessage sie; ein BackendResponseCode von 500 zeigt, dass es das Backend war.',
    ],
  },
  'flat-error': {
    says: 'Die Form { "statusCode", "message" } ist die des Gateways, aber die Meldung ist keine von ihm: Sie wurde in einer Policy geschrieben, oder kommt von einem Backend mit derselben Form.',
    cures: [
      'Die Policies nach der Meldung durchsuchen: failed-validation-error-message einer Token-Policy, return-response, set-body.',
      'Im Log des Gateways BackendResponseCode ansehen: Leer heißt, dass eine Policy geantwortet hat, derselbe Status, dass es das Backend war.',
    ],
  },
  'trace-not-available': {
    says: 'Die Testkonsole bekam eine Antwort ohne Trace, mit welchem Status auch immer. Wer die Anfrage abgelehnt hat, steht in dieser Antwort.',
    cures: [
      'Body und Header WWW-Authenticate der Antwort ansehen (Reiter "HTTP-Antwort"), und hier einfügen.',
      'Für einen Trace: Eine Debug-Berechtigung anfordern (listDebugCredentials) und im Header Apim-Debug-Authorization senden.',
    ],
  },
  'client-certificate-refused': {
    says: 'Eine Policy lehnt das Clientzertifikat ab, oder dass es fehlt, welches Token auch kommt.',
    cures: [
      'Ein Clientzertifikat senden, das die Policy akzeptiert.',
      'Am Hostnamen "Clientzertifikat aushandeln" einschalten; ein Proxy davor beendet die Verbindung und verwirft das Zertifikat.',
    ],
  },
  'resource-metadata-own': {
    says: 'Die Challenge führt einen MCP-Client zur Anmeldung, und ihr resource_metadata ist eine Adresse des Gateways: So antwortet eine Policy des Autors der API (return-response, meist in on-error). Dass die Token-Policies sie schreiben, ist nicht bekannt.',
    cures: [
      'Den Client sich anmelden lassen, wie das Dokument an dieser Adresse sagt; es muss ohne Token ausgeliefert werden, auch an der Wurzel des Hosts.',
      'Sein resource muss die Adresse sein, die der Client aufruft, sonst verwirft der Client das Dokument.',
      'Wurde ein Token gesendet: Die Anfrage tracen; die Token-Policy vor diesem return-response sagt, warum es abgelehnt wurde.',
    ],
  },
  'credential-manager': {
    says: 'get-authorization-context bekam vom Credential Manager kein Token: Die Verbindung hat keine Zugriffsrichtlinie für die fragende Identität, oder ist nicht verbunden.',
    cures: [
      'Im Credential Manager der Verbindung eine Zugriffsrichtlinie für die Managed Identity des Gateways geben.',
      'Prüfen, ob die Verbindung "Verbunden" zeigt; mit identity-type="jwt" ist das Token für https://azure-api.net/authorization-manager.',
    ],
  },
  'managed-identity-endpoint': {
    says: 'Der Client hat nach einem Token einer Managed Identity gefragt und keines bekommen; es wurde noch keine API aufgerufen.',
    cures: ['Die Managed Identity dem Host des Clients zuweisen, und bei mehreren ihre Client-ID angeben.'],
  },
  'managed-identity-token-added': {
    says: 'Das ist keine Ablehnung: Das Gateway hat ein Token für seine eigene Identität bekommen. Ab hier enthält der Authorization-Header dieses Token, nicht das des Aufrufers.',
    cures: [
      'Lehnt das Backend es ab: Das Attribut resource prüfen (die Audience, die das Backend will) und die Rollen der Identität dort.',
      'Token-Policies über authentication-managed-identity stellen: Danach prüfen sie das Token des Gateways.',
    ],
  },
  'managed-identity-token-failed': {
    says: 'authentication-managed-identity bekam kein Token für das Backend. Der Aufrufer bekommt ein 500 oder, mit ignore-error, das 401 eines Backends, das ohne Token aufgerufen wurde.',
    cures: [
      'Das Attribut resource prüfen: ein App ID URI des Tenants, oder nur eine Client-ID.',
      'Prüfen, ob die Identität dem API-Management-Dienst zugewiesen ist, und bei einer benutzerzugewiesenen client-id.',
    ],
  },
};
