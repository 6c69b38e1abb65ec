import type { claimReasons as English } from '../english/gateway-claims.js';
import { brief } from '../said.js';
import { describeDuration } from './durations.js';
import { nameEngines } from './gateway-engines.js';
import { listQuoted } from './gateway-form.js';

const skewOf = (skew: number): string => (skew > 0 ? `; clock-skew erlaubt eine Abweichung von ${describeDuration(skew)}` : '');
const tolerance =
  'Dokumentiert ist eine Toleranz von 0 Sekunden, aber Benutzer haben Gateways mit bis zu 5 Minuten gesehen. Auf beides ist kein Verlass';

/** Was zu tun ist, wo ein Claim aufführt, was gewährt wurde. */
const grants: Readonly<Record<string, string>> = { scp: ' Scope anfordern.', roles: ' Rolle zuweisen.' };

/** Warum die Prüfungen Gültigkeit, Anwendung und Claims so ausgingen: was geschehen ist und was zu tun ist. */
export const claimReasons: typeof English = {
  expired: values => ({
    title: `Das Token ist vor ${describeDuration(values.seconds)} abgelaufen. Ein neues anfordern.`,
    detail: `Es war gültig bis ${values.expired}${skewOf(values.skew)}.`,
  }),
  'expired-within-tolerance': values => ({
    title: `Das Token ist vor ${describeDuration(values.seconds)} abgelaufen, vielleicht noch in der Toleranz. Ein neues anfordern.`,
    detail: `Es war gültig bis ${values.expired}. ${tolerance}: ein neues Token anfordern${values.hasSkew ? ', oder clock-skew setzen' : ''}.`,
  }),
  'not-yet-valid': values => ({
    title: `Das Token wird erst in ${describeDuration(values.seconds)} gültig. Uhren von Issuer und Gateway vergleichen, oder warten.`,
    detail: `Es ist gültig ab ${values.from}${skewOf(values.skew)}.`,
  }),
  'not-yet-valid-within-tolerance': values => ({
    title: `Das Token wird erst in ${describeDuration(values.seconds)} gültig, vielleicht in der Toleranz. Uhren vergleichen.`,
    detail: `Es ist gültig ab ${values.from}. ${tolerance}: die Uhren vergleichen${values.hasSkew ? ', oder clock-skew setzen' : ''}.`,
  }),
  'expiry-missing': () => ({
    title: 'Das Token läuft nie ab (kein exp), aber die Policy verlangt einen Ablauf. exp vom Issuer ergänzen lassen.',
    detail: 'require-expiration-time="false" nur setzen, wenn die Tokens absichtlich nie ablaufen.',
  }),
  'expiry-missing-accepted': () => ({
    title: 'Das Token läuft nie ab: Es hat kein exp, und die Policy akzeptiert das.',
    detail: 'In der Policy steht require-expiration-time="false".',
  }),
  'valid-after-expiry': values => ({
    title: 'Das Token läuft ab, bevor es gültig wird, ist es also nie. nbf und exp vom Issuer berichtigen lassen.',
    detail: `Es ist gültig ab ${values.from} und läuft ab um ${values.expires}. Vielleicht hat der Issuer Millisekunden geschrieben.`,
  }),
  'expiry-in-milliseconds': values => ({
    title: `${brief(values.claim, 20)} liegt nach Januar 2038, vielleicht in Millisekunden. Vom Issuer Sekunden schreiben lassen.`,
    detail: `Der Claim zählt Sekunden. Ein solcher Wert wird von ${nameEngines(values.refused)} der Bibliothek des Gateways abgelehnt und von ${nameEngines(values.accepted)} akzeptiert; dort läuft ein Token in Millisekunden nie ab.`,
  }),
  'lifetime-differs': values => ({
    title: 'Nicht jedes Gateway akzeptiert die Zeiten dieses Tokens. exp und nbf als ganze Sekunden schreiben lassen.',
    detail: `Es wird von ${nameEngines(values.refused)} der Bibliothek des Gateways abgelehnt und von ${nameEngines(values.accepted)} akzeptiert.`,
  }),
  'skew-unreadable': values => ({
    title: `clock-skew="${brief(values.value, 20)}" ist keine ganze Zahl von Sekunden von 0 bis 2147483647. Eine schreiben.`,
    detail: 'Was das Gateway damit macht, ist nicht dokumentiert.',
  }),
  'client-not-accepted': values => ({
    title: `Die Policy führt den Client ${brief(values.client, 22)} (${brief(values.claim, 16)}) nicht auf. Aufführen, oder anderer Client.`,
    detail: `Das Token wurde für den Client "${values.client}" ausgestellt, und die Policy akzeptiert ${listQuoted(values.accepted)}.`,
    left: 'Aufführen, oder mit einem aufgeführten aufrufen.',
  }),
  'client-missing': values => ({
    title: `Das Token nennt seinen Client nicht (kein ${brief(values.claim, 20)}). Nur aufgeführte Clients bestehen.`,
    detail: `Die Policy akzeptiert ${listQuoted(values.accepted)}. Ein Token anfordern, das seinen Client nennt.`,
  }),
  'client-accepted': values => `Die Policy führt die ID des Clients auf (${values.claim}).`,
  'client-written-differently': values => ({
    title: 'Die Policy schreibt die ID des Clients anders. Genau wie im Token schreiben.',
    detail: `${values.claim} im Token ist "${values.client}". Großschreibung oder Leerraum weicht ab, und wie das Gateway vergleicht, ist nicht dokumentiert.`,
  }),
  'client-claim-of-other-version': values => ({
    title: `Die Client-ID steht in ${brief(values.claim, 16)}, in Tokens dieser Version aber in ${brief(values.expected, 16)}. Ablehnung möglich.`,
    detail: 'Welchen der beiden das Gateway vergleicht, ist nicht dokumentiert.',
  }),
  'backend-not-documented': values => ({
    title: 'Was backend-application-ids vergleicht, ist nicht dokumentiert. Entfernen, und die API in audiences aufführen.',
    detail: `Die Policy führt ${listQuoted(values.accepted)} auf. Laut Dokumentation lässt sich backend-application-ids meist entfernen.`,
  }),
  'claims-missing': values => ({
    title: `Dem Token ${values.names.length === 1 ? 'fehlt der Claim' : 'fehlen die Claims'} ${brief(values.names.join(', '), 40)}; die Policy verlangt ${values.names.length === 1 ? 'ihn' : 'sie'}. Eines damit anfordern.`,
    detail: '',
  }),
  'claim-not-accepted': values => {
    const all = values.match === 'all' && values.accepted.length > 1;
    return {
      title: `${brief(values.name, 24)} ist ${values.found.length === 0 ? 'leer' : brief(values.found.join(', '), 30)}; die Policy verlangt ${all ? 'alle von ' : ''}${brief(values.accepted.join(all ? ', ' : ' oder '), 28)}.${grants[values.name] ?? ''}`,
      detail: `Der Claim "${values.name}" hat ${values.found.length === 0 ? 'keinen Wert' : values.found.map(value => `"${value}"`).join(', ')}, aber die Policy verlangt ${values.accepted.length < 2 ? '' : values.match === 'all' ? 'alle von ' : 'einen von '}${values.accepted.map(value => `"${value}"`).join(', ')}.`,
      left: grants[values.name]?.trim() ?? '',
    };
  },
  'claim-needs-separator': values => ({
    title: `${brief(values.name, 24)} wird als ein Text verglichen, hat aber mehrere Werte. separator=" " ergänzen.`,
    detail: `Im Token steht "${values.found}", und die Policy vergleicht das Ganze mit ${listQuoted(values.accepted)}.`,
  }),
  'claim-list-split': values => ({
    title: `${brief(values.name, 24)} ist im Token eine Liste und braucht keinen separator. Das Attribut separator entfernen.`,
    detail: 'Ein Eintrag passt, wie er ist; ob das Gateway auch die Einträge einer Liste zerlegt, ist nicht dokumentiert.',
  }),
  'claim-needs-any': values => ({
    title: `Die Policy verlangt alle Werte von ${brief(values.name, 24)} zugleich. Genügt einer, match="any" schreiben.`,
    detail: `Der Claim hat ${listQuoted(values.found)}, aber die Policy verlangt alle von ${values.accepted.map(value => `"${value}"`).join(', ')}: match ist "all", wenn nichts anderes dasteht.`,
  }),
  'claim-written-differently': values => ({
    title: `Die Policy schreibt ${brief(values.name, 24)} anders. Genau wie im Token schreiben.`,
    detail: `${listQuoted(values.accepted)} passt nur, wenn das Gateway Großschreibung oder Leerraum übergeht, was nicht dokumentiert ist.`,
  }),
  'claim-not-text': values => ({
    title: `${brief(values.name, 24)} ist im Token kein Text. Einen Claim mit Text verlangen, oder in einem Ausdruck vergleichen.`,
    detail: 'Wie das Gateway einen solchen Claim als Text schreibt, ist nicht dokumentiert.',
  }),
  'claim-rule-unreadable': values => ({
    title: `match="${brief(values.match, 24)}" von ${brief(values.name, 24)} ist weder "all" noch "any". Eines davon schreiben.`,
    detail: 'Was das Gateway damit macht, ist nicht dokumentiert.',
  }),
  'claim-without-name': () => ({
    title: 'Ein verlangter Claim hat keinen Namen. name ergänzen.',
    detail: 'Was das Gateway damit macht, ist nicht dokumentiert.',
  }),
};
