import type { elementMeanings as English } from '../english/element-meanings.js';

/** Was die Elemente und Attribute der Token-Policies bedeuten. */
export const elementMeanings: typeof English = {
  'failed-validation-httpcode': 'Der HTTP-Status, den der Aufrufer bekommt, wenn das Token abgelehnt wird.',
  'failed-validation-error-message':
    'Der Text, den der Aufrufer bekommt, wenn das Token abgelehnt wird. Ohne ihn hängt der Text vom Grund ab, etwa "JWT not present.". Er verbirgt den Grund vor Aufrufern; der Trace zeigt ihn weiterhin.',
  'output-token-variable-name': 'Die Kontextvariable, die das Token als Objekt vom Typ Jwt aufnimmt.',
  'query-parameter-name': 'Der Query-Parameter, in dem das Token steht.',
  'token-value': 'Ein Ausdruck, der das Token allein liefert, ohne das Wort Bearer.',
  'policy-id': 'Ein Name für diese Policy. Ein Fehler nennt ihn als PolicyId.',
  audience: 'Ein akzeptierter Wert von aud, Zeichen für Zeichen verglichen.',
  value: 'Ein akzeptierter Wert des Claims, Zeichen für Zeichen verglichen.',
  claim: 'Ein Claim, den das Token haben muss. Ohne Wert muss er nur vorhanden sein.',
  name: 'Der Name des Claims.',
  match: 'all: Jeder aufgeführte Wert muss im Token stehen. any: Einer davon genügt. Wichtig, wenn mehr als ein Wert aufgeführt ist.',
  separator: 'Zerlegt den Wert des Claims im Token in mehrere, etwa " " bei scp. Der hier aufgeführte Wert wird nicht zerlegt.',
  'required-claims': 'Die Claims, die das Token haben muss.',
  'application-id': 'Die ID einer Anwendung: eine GUID.',
  'certificate-id': 'Das Zertifikat in API Management, in dem der Schlüssel steht.',
  'key-id': 'Die ID des Schlüssels. kid im Token wählt den Schlüssel; passt keiner, wird jeder versucht.',
  'signing-key': 'Ein Schlüssel, der die Signatur prüft: ein Shared Secret in Base64, ein Zertifikat oder ein RSA-Schlüssel aus n und e.',
  n: 'Der Modulus des RSA-Schlüssels in base64url. Gehört zu e.',
  e: 'Der Exponent des RSA-Schlüssels in base64url. Gehört zu n.',
  'decryption-key': 'Ein Schlüssel, der verschlüsselte Tokens öffnet.',
  'openid-config':
    'Die Adresse einer OpenID-Konfiguration. Daher kommen die Signaturschlüssel und der akzeptierte Issuer. Das Gateway behält sie eine Stunde und ruft sie für einen unbekannten Schlüssel erneut ab, höchstens alle fünf Minuten.',
  url: 'Die Adresse des Dokuments. Sie muss https sein und auf /.well-known/openid-configuration enden.',
  'validate-connectivity':
    'false: Die Adresse wird beim Speichern der Policy nicht ausprobiert. Für Adressen, die das öffentliche DNS nicht kennt.',
  'schema-only': 'Nur im öffentlichen Schema; die Dokumentation erwähnt es nicht.',
  'validate-jwt': 'Prüft ein JSON Web Token eines beliebigen Issuers: Signatur, Gültigkeit, Audience, Issuer, Claims.',
  'header-name': 'Der Header, in dem das Token steht. Es gibt keine Vorgabe: header-name, query-parameter-name oder token-value ist nötig.',
  'require-expiration-time': 'Ob ein Token ohne exp abgelehnt wird.',
  'require-scheme':
    'Das Wort, das im Authorization-Header vor dem Token stehen muss, etwa Bearer. Wird ignoriert, wenn header-name ein anderer Header ist.',
  'require-signed-tokens': 'Ob ein Token ohne Signatur abgelehnt wird.',
  'clock-skew': 'Um wie viele Sekunden die Uhren von Issuer und Gateway abweichen dürfen.',
  'issuer-signing-keys': 'Die Schlüssel des Issuers, in die Policy geschrieben. Neben oder statt openid-config.',
  'decryption-keys': 'Die Schlüssel, die verschlüsselte Tokens öffnen.',
  audiences: 'Die akzeptierten Audiences: Eine davon muss in aud stehen. Ohne dieses Element wird aud nicht geprüft.',
  issuers:
    'Akzeptierte Issuer. Ob sie den Issuer der openid-config ergänzen oder ersetzen, ist nicht dokumentiert: Jeden akzeptierten Issuer aufführen.',
  issuer: 'Ein akzeptierter Issuer, Zeichen für Zeichen verglichen; ein Schrägstrich am Ende zählt.',
  'validate-azure-ad-token':
    'Prüft ein Token eines Workforce-Tenants von Microsoft Entra. External ID wird laut Dokumentation nicht unterstützt.',
  'tenant-id': 'ID oder Adresse des Tenants, oder einer der bekannten Tenants organizations und common.',
  'header-name-default': 'Der Header, in dem das Token steht.',
  'authentication-endpoint': 'Die Anmeldeadresse der Cloud, etwa https://login.microsoftonline.us. https:// kann entfallen.',
  'require-scheme-entra': 'Das Wort, das im Authorization-Header vor dem Token stehen muss.',
  'backend-application-ids':
    'Die akzeptierten Backend-Anwendungen. Nur in besonderen Fällen nötig; was verglichen wird, ist nicht dokumentiert.',
  'client-application-ids': 'Die akzeptierten Client-Anwendungen: azp (Version 2) oder appid (Version 1) des Tokens.',
  'audiences-entra': 'Die akzeptierten Audiences: Eine davon muss in aud stehen.',
};
