import type { NotEquivalent, rewriteBackMessages as English } from '../english/rewrite-back.js';

/** Warum validate-azure-ad-token nicht sagen kann, was ein validate-jwt sagt: das Ende eines Satzes. */
const reasons: Readonly<Record<NotEquivalent['why'], (names: readonly string[]) => string>> = {
  'with-branch-before': () => 'es gehört mit dem Zweig davor zusammen',
  'not-finished': () => 'es ist nicht wohlgeformt oder nicht fertig',
  'one-version-named': ([version = '']) =>
    `es akzeptiert Tokens beider Versionen, genannt sind hier aber nur die Metadaten der Version ${version}`,
  'branches-differ': () =>
    'die Zweige für Version 1.0 und 2.0 unterscheiden sich in mehr als den Metadaten und dem Namen des Client-Claims',
  'attribute-not-default': ([name = '', wanted = '']) => `es hat kein ${name}, und das ist hier nicht ${wanted}`,
  'attribute-missing': ([name = '']) => `es hat kein ${name}`,
  'strange-element': ([name = '']) => `<${name}> steht darin`,
  'strange-text': () => 'zwischen seinen Elementen steht Text',
  'element-twice': ([name = '']) => `${name} steht zweimal darin`,
  'own-keys': () => 'es hat keinen Platz für Signaturschlüssel',
  'no-tenant': () => 'keine openid-config nennt einen Tenant',
  'inline-decryption-keys': () => 'es nimmt Schlüssel zum Entschlüsseln nur als certificate-id',
  'audiences-empty': () => 'audiences ist leer',
  'source-none': () => 'nichts sagt, wo das Token steht',
  'source-several': () => 'mehrere Attribute sagen, wo das Token steht',
  'scheme-other-source': () => 'sein require-scheme ist neben einer anderen Quelle als dem Authorization-Header nicht dokumentiert',
  'scheme-other-header': () => 'sein require-scheme ist neben einem anderen Header als Authorization nicht dokumentiert',
  'scheme-missing': () => 'es akzeptiert nur das Schema Bearer, und require-scheme="Bearer" fehlt hier',
  'scheme-other': () => 'es akzeptiert nur das Schema Bearer',
  'external-id': () => 'External ID unterstützt es nicht',
  b2c: () => 'B2C unterstützt es nicht',
  'address-of-no-tenant': () => 'eine openid-config ist nicht die Adresse eines Tenants an einem Endpunkt von Microsoft Entra ID',
  'host-of-no-endpoint': ([host = '']) => `${host} ist kein Endpunkt von Microsoft Entra ID`,
  'tenant-word': ([word = '']) => `was validate-jwt mit den Metadaten von ${word} macht, ist nicht dokumentiert`,
  'several-tenants': () => 'es nennt nur einen Tenant an einem Endpunkt',
  'own-issuers': () => 'es hat keinen Platz für issuers',
};

export const rewriteBackMessages: typeof English = {
  'back-refused': ({ why, names }) => `validate-azure-ad-token kann nicht dasselbe sagen: ${reasons[why](names)}.`,
};
