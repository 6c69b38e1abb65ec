import type { issuerReasons as English } from '../english/gateway-issuer.js';
import { brief, briefDifference } from '../said.js';
import { nameEngines } from './gateway-engines.js';
import { listQuoted } from './gateway-form.js';

/** Vom Gefundenen und dem einen akzeptierten Wert nur, was sich unterscheidet; von mehreren akzeptierten der erste. */
function compare(found: string, accepted: readonly string[], most: number): readonly [string, string] {
  const [first = 'nichts'] = accepted;
  const [one, other] = briefDifference(found, first, most);
  const wanted = one === other ? 'eine andere Form' : other;
  return [one, accepted.length > 1 ? `${wanted} oder andere` : wanted];
}

/** Warum die Prüfungen Audience und Issuer so ausgingen: was geschehen ist und was zu tun ist. */
export const issuerReasons: typeof English = {
  'audience-not-checked': () =>
    'Die Policy begrenzt die Audience nicht, also besteht ein Token für irgendeine API eines akzeptierten Issuers diese Prüfung.',
  'audience-missing': values => ({
    title: 'Das Token hat keine Audience (aud). Ein Token für diese API anfordern.',
    detail: `Die Policy akzeptiert ${listQuoted(values.accepted)}.`,
  }),
  'audience-not-accepted': values => {
    const [found, wanted] = compare(values.audiences[0] ?? 'niemanden', values.accepted, 18);
    return {
      title: `Das Token ist für ${found}; die Policy will ${wanted}. Passendes anfordern, oder aufführen.`,
      detail: `Das Token ist für ${listQuoted(values.audiences)}, und die Policy akzeptiert ${listQuoted(values.accepted)}. Ist es dieselbe API, die Audience des Tokens genau so in der Policy ergänzen; wenn nicht, ein Token für diese API anfordern.`,
      left: '',
    };
  },
  'audience-slash': values => ({
    title: 'Die Audiences unterscheiden sich im Schrägstrich am Ende, den nicht jedes Gateway übergeht. Wie im Token schreiben.',
    detail: `Im Token steht "${values.audience}", in der Policy "${values.accepted}". Der Schrägstrich wird von ${nameEngines(values.accepts)} der Bibliothek des Gateways übergangen, von ${nameEngines(values.refused)} nicht.`,
  }),
  'audience-differs': values => ({
    title: 'Nicht jedes Gateway akzeptiert diese Form von aud. Vom Issuer als Text oder Liste von Texten schreiben lassen.',
    detail: `Das Token wird von ${nameEngines(values.refused)} der Bibliothek des Gateways abgelehnt und von ${nameEngines(values.accepted)} akzeptiert.`,
  }),
  'issuer-not-checked': () => 'Die Policy hat weder issuers noch Metadaten, also wird der Issuer nicht geprüft.',
  'issuer-missing': () => ({ title: 'Das Token hat keinen Issuer (iss). Vom Identity Provider ergänzen lassen.', detail: '' }),
  'issuer-not-accepted': values => {
    const [found, wanted] = compare(values.issuer, values.accepted, 28);
    return {
      title: `Der Issuer ${found} wird nicht akzeptiert; die Policy akzeptiert ${wanted}.`,
      detail: `Das Token wurde von "${values.issuer}" ausgestellt, und die Policy akzeptiert ${listQuoted(values.accepted)}. Issuer werden genau verglichen: Großschreibung, Version (/v2.0) und der Schrägstrich am Ende zählen. Wird ihm vertraut, ihn in issuers ergänzen; fehlen auch seine Schlüssel, seine openid-config ergänzen.`,
      left: '',
    };
  },
  'issuer-only-in-document': values => ({
    title: 'Der Issuer des Tokens steht in den Metadaten, aber nicht in issuers. Sicherheitshalber auch dort aufführen.',
    detail: `Der Issuer ist "${values.issuer}", und die Policy führt ${listQuoted(values.listed)} auf. Ob diese Liste den Issuer des Dokuments ergänzt oder ersetzt, ist nicht dokumentiert.`,
  }),
  'issuer-template': values => ({
    title: 'Der Issuer passt nur, wenn {tenantid} jeden Tenant bedeutet. Die akzeptierten Issuer aufführen.',
    detail: `Der Issuer des Tokens ist "${values.issuer}", in den Metadaten steht ${listQuoted(values.templates)}. Ob validate-jwt für {tenantid} den Tenant des Tokens einsetzt, darüber gehen die Berichte auseinander.`,
  }),
  'issuer-differs': values => ({
    title: 'Nicht jedes Gateway akzeptiert iss und tid in dieser Form. Vom Identity Provider beide als Text schreiben lassen.',
    detail: `Das Token wird von ${nameEngines(values.refused)} der Bibliothek des Gateways abgelehnt und von ${nameEngines(values.accepted)} akzeptiert.`,
  }),
  'issuer-documents-missing': values => ({
    title: 'Der akzeptierte Issuer ist noch nicht bekannt: Er steht in einem Dokument, das hier fehlt. Metadaten abrufen.',
    detail: `Nötig: ${values.addresses.join(', ')}.`,
  }),
  'tenant-issuer-not-accepted': values => ({
    title: `Der Issuer ${brief(values.issuer, 40)} gehört nicht zum Tenant ${brief(values.tenant, 24)} der Policy.`,
    detail: `Das Token wurde von "${values.issuer}" ausgestellt, und die Policy akzeptiert ${listQuoted(values.accepted)}. Das Token kommt aus einem anderen Tenant, aus einer anderen Cloud (dann authentication-endpoint setzen), oder nicht von Microsoft Entra ID (dann validate-jwt verwenden).`,
    left: '',
  }),
  'tenant-in-token-differs': values => ({
    title: 'Issuer und tid des Tokens nennen verschiedene Tenants. Eine Policy für jeden Tenant braucht denselben in beiden.',
    detail: `Der Issuer ist "${values.issuer}", tid ist "${values.tid}". Groß- und Kleinschreibung zählt.`,
  }),
  'external-id-not-supported': values => ({
    title: 'Das Token kommt von External ID, das validate-azure-ad-token nicht unterstützt. validate-jwt verwenden.',
    detail: `Der Issuer ist "${values.issuer}"; die Policy akzeptiert nur die Issuer, die der Tenant ${values.tenant} am Workforce-Endpunkt hat. validate-jwt mit den Metadaten des External-ID-Tenants verwenden.`,
  }),
  'external-id-own-endpoint': values => ({
    title: 'External ID wird hier laut Dokumentation nicht unterstützt, die Bibliothek akzeptiert es. Besser validate-jwt.',
    detail: `Der Issuer des Tokens "${values.issuer}" passt zum External-ID-Endpunkt in authentication-endpoint. Sicherheitshalber validate-jwt mit den Metadaten des External-ID-Tenants verwenden.`,
  }),
  'consumer-under-organizations': () => ({
    title: 'Ob ein privates Microsoft-Konto unter "organizations" besteht, ist offen. Die akzeptierten Tenants aufführen.',
    detail: 'Laut Dokumentation sind nur Geschäfts- und Schulkonten gemeint, aber die Bibliothek des Gateways akzeptiert private.',
  }),
  'tenant-not-named': () => ({
    title: 'Das Token nennt seinen Tenant nicht (kein tid). validate-jwt mit den Metadaten seines Issuers verwenden.',
    detail: 'Auch sein Issuer zeigt den Tenant nicht: Microsoft Entra ID hat es nicht in seiner üblichen Form ausgestellt.',
  }),
  'b2c-issuer-with-policy': values => ({
    title: 'Das Token kommt von Azure AD B2C, das validate-azure-ad-token nicht unterstützt. validate-jwt verwenden.',
    detail: `Sein Issuer "${values.issuer}" nennt die B2C-Policy. validate-jwt mit den Metadaten dieser Policy verwenden.`,
  }),
  'tenant-written-as-address': values => `tenant-id ist eine Adresse; der Tenant darin ist "${values.tenant}".`,
};
