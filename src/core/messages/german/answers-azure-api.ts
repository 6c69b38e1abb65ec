import type { azureApiAnswerSentences as English } from '../english/answers-azure-api.js';

/** Was die Antworten von Azure-Diensten mit JSON bedeuten. */
export const azureApiAnswerSentences: typeof English = {
  'ai-token': {
    says: 'Der Dienst bekam weder einen Schlüssel noch ein Token für sich: Meist wurde das Token des Aufrufers für die eigene API weitergegeben.',
    cures: [
      'Nach der Token-Policy authentication-managed-identity resource="https://cognitiveservices.azure.com" ergänzen.',
      'Der Identität am Konto die Rolle Cognitive Services OpenAI User geben.',
      'Mit einem Schlüssel: Im Header api-key senden; unter anderem Namen ist der Text derselbe.',
    ],
  },
  'ai-key': {
    says: 'Das ist der Schlüssel des Azure-AI-Dienstes, nicht der Subscription Key des Gateways: Nur der Dienst schreibt "or wrong API endpoint". Das Gateway hat den Aufruf durchgelassen.',
    cures: [
      'Den Schlüssel des Dienstes im Header api-key setzen (set-header, ein Named Value), von derselben Ressource und Region wie die Adresse.',
      'Oder authentication-managed-identity resource="https://cognitiveservices.azure.com" verwenden; am Konto können Schlüssel deaktiviert sein.',
    ],
  },
  'ai-role': {
    says: 'Das Token ist gültig, aber eine Rolle fehlt. Der Dienst antwortet mit 401, nicht 403.',
    cures: [
      'Der Identität des Gateways an jedem Konto dahinter die Rolle Cognitive Services OpenAI User geben.',
      'Eine neue Rolle wirkt erst nach ein paar Minuten.',
    ],
  },
  'ai-key-disabled': {
    says: 'Das Konto akzeptiert nur Tokens, keine Schlüssel.',
    cures: [
      'authentication-managed-identity resource="https://cognitiveservices.azure.com" verwenden, und den Header api-key aus dem Aufruf entfernen.',
      'Der Identität am Konto die Rolle Cognitive Services OpenAI User geben.',
    ],
  },
  'ai-tenant': {
    says: 'Das Token ist aus einem anderen Tenant als das Konto.',
    cures: [
      'Das Token beim Tenant des Kontos anfordern; die Managed Identity eines Gateways in einem anderen Tenant ist nicht verwendbar.',
    ],
  },
  'ai-rate': {
    says: 'Das Modell-Deployment hat seine Grenze erreicht: Das sagt der Dienst, nicht rate-limit des Gateways.',
    cures: [
      'So lange warten, wie Retry-After sagt, oder das Kontingent des Deployments erhöhen.',
      'Die Aufrufe auf mehrere Deployments verteilen: ein Backend-Pool des Gateways.',
    ],
  },
  'ai-search': {
    says: 'Azure AI Search lehnt den Schlüssel oder das Token ab.',
    cures: [
      'Ein Token für https://search.azure.com anfordern, und der Identität eine Rolle Search Index Data … geben.',
      '"API-Zugriffssteuerung" des Suchdienstes prüfen: Schlüssel, Rollen oder beides.',
    ],
  },
  'graph-token-empty': {
    says: 'Microsoft Graph bekam kein Token: Der Header ging verloren oder war leer.',
    cures: [
      'Dem Aufruf ein Token für Microsoft Graph geben: mit authentication-managed-identity resource="https://graph.microsoft.com", oder im Namen des Benutzers.',
    ],
  },
  'graph-audience': {
    says: 'Das Token, das bei Microsoft Graph ankam, ist für eine andere API: Meist wurde das Token des Aufrufers für die eigene API weitergegeben.',
    cures: [
      'Ein Token für Microsoft Graph holen: authentication-managed-identity resource="https://graph.microsoft.com" nach der Token-Policy.',
      'Im Namen des Benutzers: den On-Behalf-Of-Flow verwenden, im Backend oder mit send-request.',
    ],
  },
  'graph-token-form': {
    says: 'Was bei Microsoft Graph ankam, ist kein JWT: ein opakes oder abgeschnittenes Token, oder zweimal "Bearer".',
    cures: [
      'Den Authorization-Header ansehen, der zum Backend geht: "Bearer", ein Leerzeichen und das Token.',
      'set-header-Policies prüfen, die "Bearer" davorsetzen.',
    ],
  },
  'graph-expired': {
    says: "Das Komma zeigt es: Microsoft Graph schreibt 'failed, the token is expired', das Gateway 'failed. The token is expired'. Graph bekam ein abgelaufenes Token.",
    cures: ['Ein neues Token für Microsoft Graph holen, und es nicht länger behalten, als es gültig ist.'],
  },
  'graph-consent': {
    says: 'Das Token ist gültig, aber eine Berechtigung von Microsoft Graph fehlt.',
    cures: [
      'Die Berechtigung ergänzen und zustimmen: eine Anwendungsberechtigung für Aufrufe ohne Benutzer, eine delegierte für Benutzer.',
      'Eine Managed Identity bekommt sie durch eine App-Rollenzuweisung, nicht im Portal; dann auf ein neues Token warten.',
    ],
  },
  'resource-manager-no-token': {
    says: 'Azure Resource Manager bekam keinen Authorization-Header.',
    cures: ['authentication-managed-identity resource="https://management.azure.com" ergänzen, bevor der Aufruf weitergeht.'],
  },
  'resource-manager-audience': {
    says: 'Das Token, das ankam, ist für eine andere Ressource; der Text führt die akzeptierten Audiences auf.',
    cures: [
      'Ein Token für https://management.azure.com anfordern (oder für die Audience im Text): resource von authentication-managed-identity.',
    ],
  },
  'resource-manager-issuer': {
    says: 'Das Token ist aus einem anderen Tenant als das Abonnement der Ressource; der Text nennt beide.',
    cures: [
      'Das Token beim Tenant des Abonnements anfordern: bei der Authority, die der Text nennt.',
      'Ein Abonnement, das den Tenant gewechselt hat, braucht etwas Zeit.',
    ],
  },
  'resource-manager-expired': {
    says: 'Das Token, das bei Azure Resource Manager ankam, ist abgelaufen.',
    cures: ['Ein neues Token holen; es nicht länger behalten, als es gültig ist.'],
  },
  'resource-manager-role': {
    says: 'Das Token ist gültig, aber an dem Scope, den der Text nennt, fehlt eine Rolle.',
    cures: ['Der Objekt-ID, die der Text nennt, eine Rolle mit dieser Aktion zuweisen; dann einige Minuten warten.'],
  },
  'azure-token-unreadable': {
    says: 'Microsoft Graph und Azure Resource Manager, beide hinter dem Gateway, schreiben InvalidAuthenticationToken: Sie können das Token nicht lesen, oder es ist für eine andere Ressource.',
    cures: [
      'Dem Aufruf ein Token für diesen Dienst geben: authentication-managed-identity mit seiner Adresse als resource, nach der Token-Policy.',
      'Den Authorization-Header ansehen, der zum Backend geht.',
    ],
  },
  'azure-error': {
    says: 'Azure-Dienste schreiben { "error": { "code", "message" } }; das Gateway schreibt { "statusCode", "message" }. Eine Policy kann beides nachahmen.',
    cures: [
      'Im Log des Gateways BackendResponseCode ansehen: Steht dort derselbe Status, hat das Backend geantwortet.',
      'Wenn ja: Dem Aufruf ein Token für diesen Dienst geben, mit authentication-managed-identity nach der Token-Policy.',
    ],
  },
  'app-configuration': {
    says: 'App Configuration lehnt das Token ab; die error_description sagt, warum.',
    cures: [
      'Beim Tenant des Speichers ein Token für App Configuration anfordern, und der Identität eine Rolle App Configuration Data … geben.',
    ],
  },
  'logic-apps-sas': {
    says: 'Logic Apps will entweder die SAS-Signatur seiner Adresse oder ein Token, nicht beides: Meist wurde der Authorization-Header des Aufrufers weitergegeben. Fehlt sig in der Adresse, ist der Text derselbe.',
    cures: [
      'Nach der Token-Policy den Header löschen: <set-header name="Authorization" exists-action="delete" />.',
      'Die ganze Adresse des Triggers kopieren, mit sp, sv und sig; &amp; statt & macht sie kaputt.',
    ],
  },
  'logic-apps-claims': {
    says: 'Die Autorisierungsrichtlinie der Logic App akzeptiert die Claims des Tokens nicht: Issuer, Audience oder Objekt-ID.',
    cures: [
      'Die Claims ihrer Autorisierungsrichtlinie genau mit denen des Tokens vergleichen: Ein Schrägstrich am Ende zählt.',
      'Nach authentication-managed-identity ist die Objekt-ID die des Gateways.',
      'Ein Flow für jeden Benutzer im Tenant braucht ein Token für https://service.flow.microsoft.com/.',
    ],
  },
  'logic-apps-no-policy': {
    says: 'Die Logic App hat keine Autorisierungsrichtlinie, die Tokens akzeptiert.',
    cures: ['Im Workflow eine mit Issuer und Audience ergänzen, oder den Authorization-Header löschen und mit der SAS-Signatur aufrufen.'],
  },
  'databricks-no-credential': {
    says: 'Databricks bekam keinen Nachweis, den diese API akzeptiert: kein Token, eine Token-ID statt des Tokens, oder eine andere Art.',
    cures: ['Ein Token für die Resource 2ff814a6-3304-4ab8-85cb-cd0e6f879c1d senden, oder ein persönliches Token (dapi…).'],
  },
  'databricks-token': {
    says: 'Das Token, das bei Databricks ankam, ist für eine andere Audience oder einen anderen Workspace.',
    cures: ['Ein Token für die Resource 2ff814a6-3304-4ab8-85cb-cd0e6f879c1d anfordern.'],
  },
  'dataverse-member': {
    says: 'Das Token ist gültig, aber sein Benutzer oder seine Anwendung ist kein Benutzer der Umgebung.',
    cures: ['In der Umgebung einen Anwendungsbenutzer dafür anlegen, mit einer Sicherheitsrolle.'],
  },
  'dataverse-token': {
    says: 'Dataverse bekam kein Token, oder keines für sich.',
    cures: ['Ein Token für die Adresse der Umgebung anfordern: https://{org}.crm{n}.dynamics.com.'],
  },
  'dataverse-challenge': {
    says: 'Die Challenge mit dieser Adresse ist von Dataverse bekannt: Es bekam kein Token, oder keines für sich.',
    cures: [
      'Ein Token für die Adresse der Umgebung anfordern: https://{org}.crm{n}.dynamics.com.',
      'Folgt in der Challenge resource_id, ist es die Resource, die der Dienst erwartet.',
    ],
  },
  'power-bi-expired': {
    says: 'Das Token, das bei Power BI ankam, ist abgelaufen.',
    cures: ['Ein neues Token für https://analysis.windows.net/powerbi/api holen; es nicht länger behalten, als es gültig ist.'],
  },
  'power-bi-access': {
    says: 'Power BI lässt diesen Benutzer oder Service Principal das nicht tun.',
    cures: [
      'Den Benutzer oder Service Principal in den Arbeitsbereich aufnehmen, und in den Mandanteneinstellungen von Power BI Service Principals zulassen.',
    ],
  },
  'sharepoint-app-only': {
    says: 'SharePoint lehnt App-only-Tokens ab, die mit einem Secret geholt wurden (appidacr 1).',
    cures: ['Das Token mit einem Zertifikat holen (appidacr 2), oder Microsoft Graph aufrufen.'],
  },
};
