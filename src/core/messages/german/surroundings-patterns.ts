import type { surroundingsSentences as English } from '../english/surroundings-patterns.js';

/** Was Fehlertexte des Portals, des Browsers und anderer Policies bedeuten und was dagegen hilft. */
export const surroundingsSentences: typeof English = {
  cors: {
    says: 'Ein Browser schickt seine Preflight-Anfrage ohne Token. Steht cors nach der Token-Policy, bekommt sie das 401 statt der Antwort von cors; ist der Origin nicht gelistet, bekommt sie eine leere Antwort.',
    cures: [
      'cors in inbound an den Anfang stellen und jede OPTIONS-Operation der API löschen.',
      'Den genauen Origin in <allowed-origins> eintragen: Schema, Host und Port, ohne Schrägstrich am Ende.',
    ],
  },
  'header-line-break': {
    says: 'Eine Policy schreibt LastError.Message in einen Header, und der Text der Bibliothek hat Zeilenumbrüche: Aus dem 401 wurde ein 500.',
    cures: ['Im Ausdruck CR und LF entfernen oder einen festen Text schreiben.'],
  },
  'child-order': {
    says: 'Die Policy ließ sich nicht speichern: Ihre Unterelemente stehen in der falschen Reihenfolge, oder eines gehört nicht dorthin.',
    cures: ['Diese Reihenfolge verwenden: openid-config, issuer-signing-keys, decryption-keys, audiences, issuers, required-claims.'],
  },
  'not-well-formed': {
    says: 'Die Policy wurde als XML gesendet, ist aber kein wohlgeformtes XML, meist weil ihre Ausdrücke nicht maskiert sind.',
    cures: ['Im Format rawxml senden, oder in den Ausdrücken Anführungszeichen, < und & maskieren.'],
  },
  'not-loaded': {
    says: 'Das Portal konnte die Policy nicht lesen: Oft fehlt ein Named Value.',
    cures: ['Die {{Named Values}} der Policy prüfen.'],
  },
  'as-jwt-null': {
    says: 'AsJwt() liefert null für einen Text, der noch das Wort Bearer enthält.',
    cures: ['Das Schema vor AsJwt() entfernen, oder output-token-variable-name der Token-Policy verwenden.'],
  },
};
