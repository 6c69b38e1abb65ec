import type { noTokenMessages as English } from '../english/no-token.js';
import { brief } from '../said.js';

/** Eine Aufzählung im Satz, die letzten beiden durch ein Wort verbunden. */
function join(values: readonly string[], word: 'und' | 'oder'): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ${word} ${values.at(-1) ?? ''}`;
}

const addressOf = {
  1: 'das Dokument der Version 1 (ohne /v2.0 vor /.well-known)',
  2: 'das Dokument der Version 2 (mit /v2.0 vor /.well-known)',
};

/** Sätze über Policies, die kein Token bestehen kann, was ohne Token feststeht, und die Titel dessen, was hilft. */
export const noTokenMessages: typeof English = {
  'metadata-version-audience': values => ({
    title: 'Kein Token kann bestehen: In Version 2 ist aud die Client-ID der API (eine GUID). Diese ID ergänzen.',
    detail:
      `Ein Token der Version 2 hat nie ${join(values.audiences, 'oder')} als aud, auch wenn der Client danach fragt. ` +
      `Bekommt die API Tokens der Version 1 (requestedAccessTokenVersion ist null oder 1), stattdessen ${addressOf[1]} verwenden.`,
  }),
  'metadata-version-several': values => ({
    title: `Kein Token kann bestehen: Metadaten Version ${values.has}, verlangt wird Version ${values.wants}. Metadaten der Version ${values.wants} verwenden.`,
    detail:
      `Nur Tokens der Version ${values.wants} haben ${join(values.names, 'und')}, wie diese Policy es verlangt: ${addressOf[values.wants]} verwenden. ` +
      `Oder alle für Tokens der Version ${values.has} umschreiben; nur eines davon zu ändern hilft nicht.`,
  }),
  'issuer-mismatch-policy-version': values => ({
    title: `Token und Policy haben Version ${values.version}, nur die openid-config nicht. Metadaten der Version ${values.version} verwenden.`,
    detail:
      `Der Issuer des Tokens ist "${values.issuer}", der der openid-config "${values.accepted}". Richtig ist ${addressOf[values.version]}. ` +
      'Ein Token der anderen Version hilft nicht: Audiences oder Claims dieser Policy lehnen es ab.',
  }),
  'claim-issuer-contradicts': values => ({
    title: `Token und Metadaten haben Version ${values.has}; nur dieser Claim verlangt den Issuer der Version ${values.wants}. Entfernen.`,
    detail:
      'Das Gateway vergleicht den Issuer schon mit der openid-config. ' +
      `Ein Token der Version ${values.wants} hilft nicht: Die openid-config lehnt es ab.`,
  }),
  'metadata-version-issuer': values => ({
    title: `Kein Token kann bestehen: Metadaten Version ${values.has}, dieser Claim verlangt den Issuer der Version ${values.wants}. Entfernen.`,
    detail:
      `Das Gateway vergleicht den Issuer schon mit der openid-config; ohne den Claim bestehen Tokens der Version ${values.has}. ` +
      `Bekommt die API Tokens der Version ${values.wants}, den Claim behalten und ${addressOf[values.wants]} verwenden. ` +
      'Nur die Version der Tokens zu ändern (requestedAccessTokenVersion) hilft nicht: Dann lehnen die Metadaten sie ab.',
  }),
  'unsatisfiable-claims-all-unless': values => ({
    title: `${brief(values.claim, 16)} hat einen Wert, match="all", die Vorgabe, verlangt alle ${values.count}. match="any" schreiben.`,
    detail: 'Kein Token kann bestehen, außer alle sind am Ende derselbe Text.',
  }),
  'unsatisfiable-claims-issuer': values => ({
    title: 'Kein Token kann bestehen: Dieser Claim verlangt einen Issuer, den die Policy sonst ablehnt. Entfernen.',
    detail: `Er verlangt ${join(values.wanted, 'oder')}. Issuer werden genau verglichen, auch Schrägstriche, und das Gateway vergleicht sie schon mit denen der Policy.`,
  }),
  'unsatisfiable-claims-moment': values => ({
    title: `Kein Token kann bestehen: ${brief(values.claim, 16)} ist eine Zeit, in jedem Token anders. Den festen Wert entfernen.`,
    detail: 'Abgelaufene (exp) und noch nicht gültige Tokens (nbf) lehnt das Gateway schon ab; clock-skew setzt die Toleranz.',
  }),
  'foreign-claim': values => ({
    title: `Kein Token kann bestehen: Microsoft Entra sendet ${brief(values.claim, 20)} nicht. ${values.counterpart === null ? 'azp oder appid' : brief(values.counterpart, 16)} verlangen.`,
    detail:
      values.counterpart === 'scp'
        ? 'scp ist ein Text mit Leerzeichen zwischen den Scopes: separator=" " schreiben. Nur Tokens von Benutzern haben ihn; App-only-Tokens haben roles.'
        : `Andere Issuer nennen es ${values.claim}.`,
  }),
  'foreign-claim-cognito-audience': () => ({
    title: 'Access Tokens von Amazon Cognito haben kein aud: Nur ID-Tokens bestehen. client_id statt der Audience verlangen.',
    detail:
      'Die Audience weglassen und die Claims client_id (ID des App Clients) und token_use (Wert access) verlangen. Nur ID-Tokens haben den App Client in aud.',
  }),
  'foreign-claim-group-names': values => ({
    title: `groups enthält Objekt-IDs, keine Namen. Statt ${brief(values.names[0] ?? '')} die ID der Gruppe schreiben.`,
    detail:
      (values.names.length > 1 ? `Das sind Namen: ${values.names.join(', ')}. ` : '') +
      'Microsoft Entra sendet Namen nur, wenn die API dafür eingerichtet ist (Tokenkonfiguration, Claim groups).',
  }),
  'address-as-key': values => ({
    title: 'Das ist eine Adresse, aber das Gateway liest den Text von key als Schlüssel. openid-config verwenden.',
    detail:
      values.suggestion === null
        ? 'Die url ist die Adresse der OpenID-Konfiguration; sie endet auf /.well-known/openid-configuration und nennt den Schlüsselsatz.'
        : `Die url ist ${values.suggestion}`,
  }),
  'token-source-scheme': () => ({
    title: 'token-value liefert den ganzen Authorization-Header samt "Bearer "; das lehnt das Gateway ab. Schema entfernen.',
    detail:
      'Schreiben: …GetValueOrDefault("Authorization", "").Split(\' \').Last(), oder header-name="Authorization" require-scheme="Bearer" statt token-value.',
  }),
  'claim-separator-all': values => ({
    title: `Kein Token kann bestehen: scp wird als ein Text verglichen, nie als alle ${values.count}. separator=" " ergänzen.`,
    detail: '',
  }),
  'fix-match-any': values => `match="any" schreiben: Tokens mit irgendeinem dieser Werte von ${values.claim} werden akzeptiert`,
  'fix-remove-claim': values => `Den verlangten Claim ${values.claim} entfernen: Tokens, die alles andere bestehen, werden akzeptiert`,
  'fix-foreign-claim': values => `${values.counterpart} statt ${values.claim} verlangen: Tokens damit werden akzeptiert`,
  'fix-address-as-key': values => `Die Schlüssel von ${values.url} verwenden: Tokens dieses Issuers werden akzeptiert`,
  'fix-audience-id': values => `Die Audience ${values.audience} ergänzen: Tokens der Version 2 dieser API werden akzeptiert`,
};
