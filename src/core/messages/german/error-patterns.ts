import type { errorPatternSentences as English } from '../english/error-patterns.js';

const decode = 'Das Token neben der Policy dekodieren: Die Ansicht zeigt jede Prüfung.';
const traceIt = 'Die Anfrage tracen: In der Zeile der Token-Policy steht ein Code (IDX…), der mehr sagt.';

/** Was die Fehlertexte des Gateways ohne Code bedeuten und was hilft. */
export const errorPatternSentences: typeof English = {
  'claim-missing': {
    says: 'Dem Token fehlt ein Claim, den required-claims verlangt.',
    cures: [
      'Das Token dekodieren und vergleichen: azp gibt es nur in Tokens der Version 2.0, appid nur in Version 1.0; scp haben nur Tokens von Benutzern; roles gibt es nur, wenn App-Rollen zugewiesen sind.',
      'Bei groups: Tokens von Benutzern in mehr als 200 Gruppen haben keine; App-Rollen verwenden.',
      'Nach dem Zuweisen einer App-Rolle ein neues Token holen: Tokens bleiben im Cache, die von Managed Identities bis zu 24 Stunden.',
    ],
  },
  'claim-audience': {
    says: 'required-claims verlangt eine andere Audience (aud), als das Token hat.',
    cures: [
      'Ist die Audience diese API in ihrer anderen Form (ihre Client-ID, oder api:// und die Client-ID), auch diese aufführen: Tokens der Version 1.0 können beide haben, Tokens der Version 2.0 die Client-ID.',
      'Ist es eine andere API (Microsoft Graph, Azure Resource Manager, der Client selbst), ein Token mit einem Scope dieser API anfordern.',
      'Verlangen <audiences> und dieser Claim verschiedene Werte, kann kein Token bestehen: Eines davon entfernen.',
    ],
  },
  'claim-client': {
    says: 'Das Token wurde für einen Client ausgestellt, den required-claims nicht akzeptiert.',
    cures: [
      'Die ID des Clients bei den Werten ergänzen und match="any" setzen, oder mit einem akzeptierten Client aufrufen.',
      'azp gibt es nur in Tokens der Version 2.0, appid nur in Version 1.0: Den Claim verlangen, den die eigenen Tokens haben.',
    ],
  },
  'claim-value': {
    says: 'Das Token hat den Claim, aber nicht mit dem Wert, den required-claims verlangt.',
    cures: [
      'Das Token dekodieren und den Wert genau vergleichen; ein Komma in einem <value> macht keine Liste: Je Wert ein <value> schreiben.',
      'Für scp, einen Text mit Leerzeichen zwischen den Scopes, separator=" " setzen.',
      'match="all", die Vorgabe, verlangt jeden Wert; match="any" verlangt einen davon.',
      'Bei Rollen: Tokens von Benutzern haben scp, App-only-Tokens haben roles. Nach dem Zuweisen einer Rolle ein neues Token holen.',
    ],
  },
  'token-not-found': {
    says: 'Das Gateway hat dort, wo die Policy sucht, kein Token gefunden.',
    cures: [
      'Den Header Authorization mit "Bearer", einem Leerzeichen und dem Token senden; ohne "Bearer" kommt dieselbe Antwort.',
      'Nennt die Policy einen anderen header-name oder query-parameter-name, dort nur das Token senden, ohne "Bearer"; require-scheme wirkt dort nicht.',
      'Geht es ohne das Gateway, nach einem Proxy suchen, der den Header verwirft, oder nach einer früheren Policy, die ihn überschreibt.',
    ],
  },
  'audience-not-accepted': {
    says: 'Die Policy führt die Audience (aud) des Tokens nicht auf.',
    cures: [
      'Das Token dekodieren und aud genau mit <audiences> vergleichen; ein Token für diese API anfordern, oder die andere Form ihrer Audience aufführen.',
    ],
  },
  'issuer-not-accepted': {
    says: 'Die Policy akzeptiert den Issuer (iss) des Tokens nicht.',
    cures: [
      'Das Token dekodieren und iss genau mit dem Issuer in den Metadaten der Policy vergleichen.',
      'Bei einem Token von Microsoft Entra External ID oder Azure AD B2C: validate-jwt mit der openid-config jenes Tenants verwenden; validate-azure-ad-token unterstützt das nicht.',
    ],
  },
  'issuer-no-address': {
    says: 'validate-azure-ad-token sucht den Tenant im Issuer (iss) des Tokens, und der ist keine Adresse.',
    cures: [
      'Das Token dekodieren und iss ansehen: Ist der Issuer nicht Microsoft Entra, validate-jwt mit der openid-config dieses Issuers verwenden.',
    ],
  },
  expired: {
    says: 'Das Token ist abgelaufen.',
    cures: [
      'Den Client ein neues Token holen lassen, bevor das alte abläuft.',
      'Bei kleinen Unterschieden der Uhren clock-skew an validate-jwt setzen (Sekunden; die Vorgabe ist 0).',
    ],
  },
  'not-yet-valid': {
    says: 'Das Token ist noch nicht gültig: Sein nbf liegt nach dem Zeitpunkt, zu dem das Gateway es geprüft hat.',
    cures: ['Die Uhren des Identity Providers und eines selbst gehosteten Gateways prüfen, oder clock-skew an validate-jwt setzen.'],
  },
  'expiry-missing': {
    says: 'Das Token hat keinen Ablauf (exp), aber die Policy verlangt einen.',
    cures: [
      'exp vom Identity Provider ergänzen lassen. require-expiration-time="false" nur setzen, wenn die Tokens absichtlich nie ablaufen.',
    ],
  },
  'key-not-found': {
    says: 'Der Schlüssel, den das Token nennt (kid), ist nicht unter den Schlüsseln der Metadaten der Policy.',
    cures: [
      'Die Metadaten des Issuers des Tokens verwenden; ein External-ID-Tenant veröffentlicht seine Schlüssel auf ciamlogin.com.',
      'Hat der Identity Provider gerade die Schlüssel gewechselt: Für einen unbekannten Schlüssel ruft das Gateway sie höchstens alle fünf Minuten neu ab.',
    ],
  },
  'signature-wrong': {
    says: 'Die Signatur des Tokens ließ sich nicht prüfen.',
    cures: [
      'Die Metadaten des Issuers des Tokens verwenden und das Token unverändert senden. Ein Token für Microsoft Graph kann sonst niemand prüfen.',
    ],
  },
  'metadata-not-fetched': {
    says: 'Das Gateway konnte das openid-config-Dokument oder seine Schlüssel nicht abrufen.',
    cures: [
      'Die Adresse mit "Metadaten des Tenants anzeigen" öffnen und prüfen, ob das Dokument antwortet.',
      'Dem Gateway den Weg zur Adresse öffnen: Namensauflösung, Firewall, virtuelles Netzwerk.',
    ],
  },
  'address-not-https': {
    says: 'Das Gateway akzeptiert die Adresse der openid-config nicht: Sie muss https sein.',
    cures: ['Eine https-Adresse schreiben; einen Named Value prüfen, der sie enthalten könnte.'],
  },
  'own-text': {
    says: 'Das ist ein Text der Policy selbst (failed-validation-error-message; die dokumentierten Beispiele haben diesen). Er ersetzt den Grund, woran es auch lag.',
    cures: [
      decode,
      `${traceIt} Er steht auch in Application Insights.`,
      'Nur während der Entwicklung failed-validation-error-message="@(context.LastError.Message)" setzen: Ältere Generationen der Bibliothek schreiben das ganze Token hinein.',
    ],
  },
  'refused-for-any-reason': {
    says: 'validate-azure-ad-token schreibt das bei jedem Token, das es ablehnt: wegen Form, Signatur, Gültigkeit, Audience, Aussteller, Client oder Claims. Weswegen, sagt der Text nicht.',
    cures: [decode, traceIt],
  },
  refused: {
    says: 'Das Gateway hat das Token abgelehnt, aber dieser Text sagt nicht, warum: Er steht für mehr als einen Grund.',
    cures: [decode, traceIt],
  },
  'member-kind': {
    says: 'Die Prüfbibliothek kann das Token nicht verarbeiten: Ein Claim oder Header hat einen unerwarteten Typ, etwa eine Liste oder ein Objekt statt Text.',
    cures: ['Das Token dekodieren und iss, aud, tid, exp, nbf und kid ansehen: Sie müssen Text sein, oder ganze Sekunden.'],
  },
  'version-2-refused': {
    says: 'So antworteten Gateways vor dem Release von Februar bis März 2023, wenn validate-azure-ad-token ein Token der Version 2.0 bekam.',
    cures: ['Ein selbst gehostetes Gateway aktualisieren; sonst die Anfrage tracen, um einen Code zu bekommen, der mehr sagt.'],
  },
};
