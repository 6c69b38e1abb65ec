import type { errorCodeSentences as English } from '../english/error-codes.js';

const pasteAgain =
  'Das ganze Token noch einmal dort kopieren, wo der Client es sendet, ohne Anführungszeichen, und hier dekodieren: Die Ansicht sagt, was mit dem Text nicht stimmt.';
const sendBareToken =
  'Ansehen, was der Client sendet: Im Authorization-Header müssen "Bearer", ein Leerzeichen und das Token stehen; in jedem anderen Header, einem Query-Parameter oder token-value nur das Token.';

/** Was die Codes der Prüfbibliothek im Trace eines Gateways bedeuten und was hilft. */
export const errorCodeSentences: typeof English = {
  'issuer-not-accepted': {
    says: 'Die Policy akzeptiert den Issuer (iss) des Tokens nicht. Sie akzeptiert die Issuer der openid-config-Dokumente und die in <issuers>; sie werden genau verglichen, auch der Schrägstrich am Ende.',
    cures: [
      'openid-config auf die Metadaten des Issuers und der Version des Tokens richten: mit /v2.0 für Tokens der Version 2.0, ohne für Version 1.0.',
      'Oder den Issuer in <issuers> aufführen, genau wie im Token.',
      'Oder die Version der Tokens ändern: requestedAccessTokenVersion (älterer Name accessTokenAcceptedVersion) im Manifest der App-Registrierung der API.',
    ],
  },
  'issuer-of-other-endpoint': {
    says: 'validate-azure-ad-token akzeptiert nur die Issuer seines Tenants am Endpunkt von Microsoft Entra, und der Issuer des Tokens ist keiner davon. Derselbe Code wird gemeldet, wenn die Metadaten nicht abzurufen waren.',
    cures: [
      'Bei einem Token von Microsoft Entra External ID oder Azure AD B2C: validate-jwt mit der openid-config jenes Tenants verwenden; validate-azure-ad-token unterstützt das nicht.',
      'Bei einem Token eines anderen Tenants: tenant-id prüfen, oder den Client ein Token vom richtigen Tenant holen lassen.',
      'Bei einer nationalen Cloud: authentication-endpoint setzen.',
      'Steht im Trace auch IDX20803 oder IDX20804: Das Gateway konnte die Metadaten nicht abrufen; siehe dort.',
    ],
  },
  'issuer-b2c-policy': {
    says: "Das Token kommt von Azure AD B2C mit der Issuer-Form 'tfp', die validate-azure-ad-token nicht unterstützt.",
    cures: ['validate-jwt mit der openid-config der B2C-Policy (des User Flows) verwenden, die das Token ausgestellt hat.'],
  },
  'tenant-missing': {
    says: 'Das Token sagt nicht, aus welchem Tenant es ist: Es hat keinen Claim tid, und sein Issuer zeigt keinen. Access Tokens von Microsoft Entra haben ihn.',
    cures: [
      'Das Token dekodieren und iss ansehen: Ist der Issuer nicht Microsoft Entra, validate-jwt mit der openid-config dieses Issuers verwenden.',
    ],
  },
  'key-of-other-issuer': {
    says: 'Der Schlüssel, der das Token signiert hat, gehört zu einem anderen Issuer, Tenant oder einer anderen Cloud, als das Token sagt.',
    cures: [
      'iss und tid des Tokens mit dem Tenant der openid-config vergleichen, und die Metadaten des Tenants und der Cloud verwenden, die das Token ausgestellt haben.',
    ],
  },
  'no-issuer-to-compare': {
    says: 'Die Policy gibt dem Gateway keinen Issuer zum Vergleichen.',
    cures: ['Eine openid-config ergänzen, oder den Issuer in <issuers> aufführen; prüfen, ob ein Named Value dort leer ist.'],
  },
  'issuer-missing': {
    says: 'Das Token hat keinen Issuer (iss), oder einen leeren.',
    cures: ['iss vom Identity Provider ergänzen lassen; das Token dekodieren, um zu sehen, was darin steht.'],
  },
  'audience-not-accepted': {
    says: 'Die Policy führt die Audience (aud) des Tokens nicht auf; Audiences werden genau verglichen.',
    cures: [
      'Ist die Audience diese API in ihrer anderen Form (ihre Client-ID, oder api:// und die Client-ID), auch diese in <audiences> aufführen: Tokens der Version 1.0 können beide haben, Tokens der Version 2.0 die Client-ID.',
      'Ist es eine andere API (Microsoft Graph, Azure Resource Manager, der Client selbst), ein Token mit einem Scope dieser API anfordern.',
    ],
  },
  'audience-missing': {
    says: 'Das Token hat keine Audience (aud), aber die Policy verlangt eine.',
    cures: ['Vom Identity Provider ein Access Token für diese API anfordern; das Token dekodieren, um zu sehen, was darin steht.'],
  },
  'no-audience-to-compare': {
    says: 'Die Policy gibt dem Gateway keine Audience zum Vergleichen.',
    cures: ['<audiences> füllen; prüfen, ob ein Named Value oder ein Ausdruck dort leer ist.'],
  },
  'not-yet-valid': {
    says: 'Das Token ist noch nicht gültig: Sein nbf liegt nach dem Zeitpunkt, zu dem das Gateway es geprüft hat.',
    cures: [
      'Die Uhr des Identity Providers und eines selbst gehosteten Gateways prüfen.',
      'Bei kleinen Unterschieden der Uhren clock-skew an validate-jwt setzen (Sekunden; die Vorgabe ist 0).',
    ],
  },
  expired: {
    says: 'Das Token ist abgelaufen.',
    cures: [
      'Den Client ein neues Token holen lassen, bevor das alte abläuft.',
      'Bei kleinen Unterschieden der Uhren clock-skew an validate-jwt setzen (Sekunden; die Vorgabe ist 0).',
    ],
  },
  'never-valid': {
    says: 'nbf des Tokens liegt nach seinem exp, also ist es nie gültig. (Ältere Generationen der Bibliothek sagen das auch von einem Token ohne exp.)',
    cures: ['nbf und exp im dekodierten Token ansehen: Beide sind Sekunden seit 1970, keine Millisekunden.'],
  },
  'expiry-missing': {
    says: 'Das Token hat keinen Ablauf (exp), aber die Policy verlangt einen.',
    cures: [
      'exp vom Identity Provider ergänzen lassen. Nur wenn das unmöglich ist, require-expiration-time="false" an validate-jwt setzen; ein solches Token läuft nie ab.',
    ],
  },
  'lifetime-refused': {
    says: 'Die Gültigkeit des Tokens wurde abgelehnt, oder das Token wurde ein zweites Mal verwendet.',
    cures: ['Ein neues Token anfordern.'],
  },
  'no-signing-keys': {
    says: 'Das Gateway hat keine Signaturschlüssel: Die Policy hat weder eine brauchbare openid-config noch issuer-signing-keys, oder der Schlüsselsatz ist leer.',
    cures: [
      'Die openid-config des Issuers ergänzen, oder issuer-signing-keys.',
      'Hat sie eine, den Schlüsselsatz mit "Metadaten des Tenants anzeigen" ansehen.',
    ],
  },
  'key-not-found': {
    says: 'Kein Signaturschlüssel in den Metadaten der Policy passt zum Token: Seine Schlüssel-ID (kid) ist nicht dabei, oder keiner bestätigt es. Meist sind es Metadaten eines anderen Tenants, Issuers oder einer anderen Version.',
    cures: [
      'Die Metadaten des Issuers des Tokens verwenden; ein External-ID-Tenant veröffentlicht seine Schlüssel auf ciamlogin.com.',
      'Verwendet die App Claims Mapping oder einen eigenen Signaturschlüssel, an die Adresse der openid-config ?appid= und die Client-ID anhängen.',
      'Hat der Identity Provider gerade die Schlüssel gewechselt: Das Gateway behält sie eine Stunde und ruft sie für einen unbekannten Schlüssel höchstens alle fünf Minuten neu ab.',
      'Ein Token für Microsoft Graph kann sonst niemand prüfen: Ein Token für diese API anfordern.',
    ],
  },
  'signature-wrong': {
    says: 'Der Schlüssel wurde gefunden, aber die Signatur passt nicht: Das Token wurde nach dem Signieren verändert oder abgeschnitten, nur seine eigene API kann es prüfen (Microsoft Graph), oder sein Algorithmus passt nicht zum Schlüssel.',
    cures: [
      pasteAgain,
      'Ist seine Audience Microsoft Graph oder hat sein Header eine nonce: Stattdessen ein Token für diese API anfordern.',
    ],
  },
  'signature-missing': {
    says: 'Das Token hat keine Signatur, oder eine, die nicht lesbar ist.',
    cures: [
      pasteAgain,
      'Vom Identity Provider signieren lassen; require-signed-tokens="false" würde Tokens akzeptieren, die jeder erfinden kann.',
    ],
  },
  'kid-missing': {
    says: 'Der Header des Tokens nennt seinen Schlüssel (kid) nicht, und keiner der Schlüssel bestätigt es.',
    cures: ['Die Metadaten des Issuers des Tokens verwenden, oder den Schlüssel in issuer-signing-keys ergänzen.'],
  },
  'algorithm-against-key': {
    says: 'Signaturalgorithmus und Schlüssel passen nicht zusammen.',
    cures: [
      'Der Policy den Schlüssel in der richtigen Form geben: einen RSA-Schlüssel durch openid-config, certificate-id, oder n und e; einen EC-Schlüssel (ES256) durch openid-config oder certificate-id; ein Shared Secret (HS256) als Text in Base64.',
      'Den Identity Provider mit einem Algorithmus signieren lassen, den das Gateway dokumentiert: RS256, RS512, PS256, ES256, HS256, HS512.',
    ],
  },
  'key-unusable': {
    says: 'Ein Schlüssel ist nicht brauchbar: Er ist für seinen Algorithmus zu kurz, oder seine Teile sind beschädigt.',
    cures: ['Den Schlüssel ersetzen: RSA ab 2048 Bit; ein Shared Secret mindestens so lang wie der Hash seines Algorithmus.'],
  },
  'secret-too-short': {
    says: 'Ein symmetrischer Schlüssel (ein Shared Secret) ist für seinen Algorithmus zu kurz. Im Text stehen beide Längen in Bit: die nötige und die des Schlüssels.',
    cures: [
      'Ein Secret von mindestens dieser Länge erzeugen (64 Byte genügen für jeden HS-Algorithmus) und in Base64 in <key> und dort eintragen, wo die Tokens signiert werden.',
      'Als Text sieht ein Secret vielleicht lang genug aus, aber das Gateway dekodiert es aus Base64.',
    ],
  },
  'certificate-unusable': {
    says: 'Der Signaturschlüssel oder sein Zertifikat fehlt, ist noch nicht gültig oder abgelaufen.',
    cures: ['Das Zertifikat im Gateway ersetzen, oder die openid-config des Issuers verwenden.'],
  },
  'not-decrypted': {
    says: 'Das Token ist verschlüsselt (fünf Teile), und das Gateway konnte es nicht entschlüsseln.',
    cures: [
      'Der Policy die richtigen decryption-keys geben.',
      'Oder den Identity Provider für die API unverschlüsselte Tokens ausstellen lassen.',
    ],
  },
  'not-a-token': {
    says: 'Was das Gateway gelesen hat, ist kein Token: Ein Token hat drei Teile (verschlüsselt fünf), durch Punkte getrennt, nur aus Buchstaben, Ziffern, - und _.',
    cures: [
      sendBareToken,
      pasteAgain,
      'Ein opakes Access Token (ohne Punkte) gilt nur bei der API, für die es ausgestellt wurde: Ein Token mit einem Scope dieser API anfordern.',
    ],
  },
  'part-unreadable': {
    says: 'Ein Teil des Tokens lässt sich nicht dekodieren, oder ergibt kein JSON, das die Bibliothek akzeptiert. Das Wort Bearer, Anführungszeichen oder ein Zeilenumbruch vor dem Token wirken genauso.',
    cures: [sendBareToken, pasteAgain],
  },
  'token-too-large': {
    says: 'Das Token ist größer als die Grenze der Bibliothek (250 KB).',
    cures: ['Den Identity Provider weniger Claims ausstellen lassen, etwa App-Rollen statt Gruppen.'],
  },
  'metadata-not-fetched': {
    says: 'Das Gateway konnte das openid-config-Dokument oder seine Schlüssel nicht abrufen: eine falsch geschriebene Adresse, eine Firewall, ein Identity Provider, den das Gateway nicht erreicht oder der mit einem Fehler geantwortet hat.',
    cures: [
      'Die Adresse mit "Metadaten des Tenants anzeigen" öffnen und prüfen, ob das Dokument antwortet.',
      'Bei einem Gateway in einem virtuellen Netzwerk: den Weg zur Adresse öffnen. Bei einem selbst gehosteten Gateway: Auch das Gateway in der Cloud muss die Adresse erreichen.',
      'Eine Adresse der Version 1.0 auf ciamlogin.com gibt es vielleicht nicht: Das Dokument mit /v2.0/ verwenden.',
    ],
  },
  news: {
    says: 'Diese Zeile ist nur eine Information: Das Gateway ruft die Metadaten ab oder liest sie.',
    cures: ['Weiter unten im Trace nach der Zeile suchen, die sagt, was gescheitert ist.'],
  },
  'address-not-https': {
    says: 'Die Adresse der openid-config ist nicht https.',
    cures: ['Eine https-Adresse schreiben; einen Named Value prüfen, der sie enthalten könnte.'],
  },
  'metadata-unusable': {
    says: 'Die Metadaten wurden abgerufen, sind aber nicht brauchbar: Sie sind kein JSON oder haben keine Signaturschlüssel.',
    cures: [
      'Die Adresse mit "Metadaten des Tenants anzeigen" öffnen und mit der Discovery-Adresse des Identity Providers vergleichen (…/.well-known/openid-configuration).',
    ],
  },
  'type-not-accepted': {
    says: 'Der Typ im Header des Tokens (typ) wird nicht akzeptiert.',
    cures: ['Ein Access Token für diese API anfordern.'],
  },
};
