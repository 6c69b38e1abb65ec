import type { rewriteMessages as English, StrangeContent, TenantsTitle, TitleValues } from '../english/fixes-rewrite.js';
import { shortenIds } from '../said.js';
import { writeUnwritten } from './not-plain.js';

const list = (values: readonly string[]): string => values.join(', ');

/** Was in einem validate-azure-ad-token steht und ihm nicht bekannt ist. */
const strange: Readonly<Record<StrangeContent['what'], (names: readonly string[]) => string>> = {
  element: ([name = '']) => `<${name}>`,
  text: () => 'Text zwischen seinen Elementen',
  'element-in-list': ([name = '', list = '']) => `<${name}> in ${list}`,
  'attribute-in-list': ([name = '', list = '']) => `das Attribut ${name} in ${list}`,
  'elements-in-id': () => 'Elemente in einer application-id',
  'text-in-list': ([list = '']) => `Text in ${list}`,
};

const withCallouts = (title: string, { callouts }: TitleValues): string => [title, ...callouts].join('; ');

/** Ein Menü schneidet lange Titel ab, darum steht vorn, was nicht mehr akzeptiert wird. */
const noLonger = ({ stops }: { readonly stops: string }): string => `Tokens von ${stops} werden nicht mehr akzeptiert`;
const otherTenants = (tenants: readonly string[]): string => `Tokens aller Tenants außer ${list(tenants.map(shortenIds))}`;

const oneVersion = (version: string, other: string, { tenants }: TenantsTitle): string =>
  `Als validate-jwt für Tokens der Version ${version} schreiben: Tokens der Version ${other}` +
  `${tenants === null ? '' : ` und ${otherTenants(tenants)}`} werden nicht mehr akzeptiert`;

/** Titel und Ablehnungen der Umschreibung zwischen den beiden Token-Policies. */
export const rewriteMessages: typeof English = {
  'rewrite-workforce-both': values =>
    withCallouts(
      values.tenants === null
        ? 'Als validate-jwt schreiben: Tokens der Version 1.0 und 2.0 des Tenants werden akzeptiert, wie jetzt'
        : `Als validate-jwt schreiben: ${otherTenants(values.tenants)} werden nicht mehr akzeptiert`,
      values,
    ),
  'rewrite-workforce-v2': values => withCallouts(oneVersion('2.0', '1.0', values), values),
  'rewrite-workforce-v1': values => withCallouts(oneVersion('1.0', '2.0', values), values),
  'rewrite-external-id-v2': values =>
    withCallouts(
      `Als validate-jwt für External ID schreiben, Version 2.0: ${noLonger(values)}, Tokens der Version 2.0 von ${values.issuer} werden akzeptiert`,
      values,
    ),
  'rewrite-external-id-v1': values =>
    withCallouts(
      `Als validate-jwt für External ID schreiben, Version 1.0: ${noLonger(values)}, Tokens von ${values.issuer} werden akzeptiert, ` +
        (values.appid ? 'mit der Client-ID in appid' : 'in beiden Formen') +
        (values.audience === null ? '' : `, auch für die Audience ${values.audience}`) +
        writeUnwritten(values.unwritten),
      values,
    ),
  'rewrite-external-id-both': values =>
    withCallouts(
      `Als validate-jwt für External ID schreiben, beide Formen: ${noLonger(values)}, Tokens der Version 1.0 und 2.0 von ${values.issuer} werden akzeptiert`,
      values,
    ),
  'rewrite-external-id-keep-workforce': values =>
    withCallouts(
      `Als validate-jwt für External ID schreiben, ${values.stops} behalten: Tokens der Version 2.0 von ${values.issuer} werden zusätzlich akzeptiert`,
      values,
    ),
  'rewrite-b2c': values =>
    withCallouts(
      values.stops === null
        ? `Als validate-jwt für B2C schreiben: Nur Tokens von ${values.userFlow} auf ${values.host} werden akzeptiert, keine anderen von ${values.host}`
        : `Als validate-jwt für B2C schreiben: ${noLonger({ stops: values.stops })}, Tokens von ${values.userFlow} auf ${values.host} werden akzeptiert`,
      values,
    ),
  'rewrite-detail': values =>
    `Vertraut ${list(values.addresses)}${values.issuers.length === 0 ? '' : ` und den Issuern ${list(values.issuers)}`}.`,
  'rewrite-back': values => withCallouts('Als validate-azure-ad-token schreiben: Es werden dieselben Tokens akzeptiert wie jetzt', values),

  'callout-one-tenant': values => `setzt einen einzigen Tenant in ${values.tenant} voraus`,
  'callout-endpoint': values => `setzt voraus, dass ${values.endpoint} mit https:// beginnt und ohne Schrägstrich endet`,
  'callout-expression': () => 'die Adresse ist ein Ausdruck, was für openid-config nicht dokumentiert ist',
  'callout-backend': () => 'aus backend-application-ids wird ein verlangtes aud, was nicht dokumentiert ist',
  'callout-left-out': values => `${values.what} entfällt`,
  'callout-never': () =>
    'kein Token mit nur einer Audience kann bestehen, weder vorher noch nachher: audiences und backend-application-ids haben keine gemeinsam',
  'callout-encrypted': () => 'verschlüsselte Tokens der Version 2.0 werden nicht mehr akzeptiert',
  'callout-named-ids': values => `${list(values.names)} in Kleinbuchstaben schreiben`,

  'rewrite-refused-value': values => {
    const why = {
      missing: 'fehlt: Ohne das sagt nichts, welche Metadaten zu verwenden sind',
      'several-statements':
        'ist ein Ausdruck, der in keiner Adresse stehen kann. Sein Ergebnis in einem Named Value ablegen, oder die Policy von Hand schreiben',
      mixed: 'mischt Text und Ausdruck, was sich nicht in eine Adresse schreiben lässt',
      'broken-address': 'ist eine Adresse, die keinen Tenant oder Host nennt',
    }[values.why];
    return `${values.attribute} ${why}.`;
  },
  'rewrite-refused-custom-domain': values =>
    `${values.host} ist kein Anmeldehost von Microsoft. Nötig sind seine Metadaten mit einem Issuer, der die Tenant-ID zeigt: Mit "Metadaten des Tenants anzeigen" oder --metadata holen.`,
  'rewrite-refused-not-external-id': values =>
    `Nichts hier zeigt, dass der Tenant ${values.tenant} ein External-ID-Tenant ist: weder seine Metadaten noch ein Token von ihm.`,
  'rewrite-refused-tenant-unknown': values =>
    `Der Tenant ist nicht bekannt, also lässt sich von keinem Token sagen, dass es von ihm ist: ${list(values.missing)} angeben.`,
  'rewrite-refused-tenant-name': values =>
    `Der Tenant ist als Name geschrieben (${values.tenant}). Welche ID er hat, zeigen nur seine Metadaten: Mit "Metadaten des Tenants anzeigen" oder --metadata holen, oder die ID schreiben.`,
  'rewrite-refused-national-cloud': values =>
    `Der Tenant ${values.tenant} liegt in einer nationalen Cloud, und authentication-endpoint fehlt: Welchen Endpunkt das Gateway dort annimmt, ist nicht dokumentiert. Zuerst authentication-endpoint schreiben.`,
  'rewrite-refused-many-tenants': values =>
    `tenant-id="${values.tenant}" akzeptiert Tokens jedes Tenants; dafür hat validate-jwt nichts Dokumentiertes. Die Tenants aufführen, die akzeptiert werden sollen (--tenant).`,
  'rewrite-refused-b2c': values =>
    'Ein B2C-Tenant veröffentlicht Metadaten je User Flow, und sein Issuer ist keine Adresse davon: Nötig sind der Host des Tenants, sein Name oder seine ID und der User Flow (tfp). ' +
    `Hier bekannt: ${[values.host ? 'der Host' : null, values.tenant ? 'der Tenant' : null].filter(known => known !== null).join(', ') || 'nichts davon'}.` +
    (values.claimed === null
      ? ''
      : ` Nur das Token nennt den Host ${values.claimed}: Gehört er dem Tenant, mit --identity-host oder der Einstellung apimTokenDoctor.identityHosts angeben.`),
  'rewrite-refused-token-kind': values =>
    values.kind === null
      ? 'Die Variante token braucht ein lesbares Token.'
      : `Für ein Token dieser Art (${values.kind}) gibt es keine Variante.`,
  'rewrite-refused-secret': ({ name, place }) =>
    `Das Umschreiben würde den Wert von ${name} in die Policy schreiben, und er ist als geheim gekennzeichnet${place === null ? '' : ` (${place})`}. Von Hand eintragen, wofür er steht, oder die Kennzeichnung entfernen.`,
  'rewrite-refused-token-trust': () =>
    'Für dieses Token wird die Policy nicht geöffnet: Ein anderes Token ist die Lösung (für die eigene API, aus dem eigenen Tenant, für die aufrufende App).',
  'rewrite-refused-token-tenant': () =>
    'Das Token ist aus einem anderen Tenant, als die Policy nennt: Dafür wird die Policy nicht geöffnet.',
  'rewrite-refused-variant': values => `Die Variante ${values.variant} gibt es hier nicht; es gibt: ${list(values.offered)}.`,
  'rewrite-refused-source': () =>
    'Dort, wo die Policy ihr Token liest, lässt sich die Version nicht lesen (mehrere Quellen, oder ein nicht wiederholbarer Ausdruck); Version 1.0 und 2.0 sind nicht zu unterscheiden. Möglich sind die Varianten v2 und v1.',
  'rewrite-refused-forwarded': values =>
    `${values.attribute} ist nicht wörtlich false, und validate-jwt hat nichts Entsprechendes: Eine umgeschriebene Policy würde nicht dasselbe prüfen.`,
  'rewrite-refused-content': ({ what, names }) =>
    `Es enthält ${strange[what](names)}, was von validate-azure-ad-token nicht bekannt ist: Das zuerst berichtigen.`,
  'rewrite-refused-twice': values => `${values.element} steht zweimal darin: Zuerst zusammenlegen.`,
  'rewrite-refused-broken': () => 'Es ist nicht wohlgeformt oder nicht fertig: Das zuerst berichtigen.',
};
