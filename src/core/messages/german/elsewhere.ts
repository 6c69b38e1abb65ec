import type { elsewhereMessages as English } from '../english/elsewhere.js';
import { brief } from '../said.js';
import { askAudience, issuerNotes, noAudience } from './providers.js';

/** Was Anbieter über eine Anfrage nach einem Token sagen, als Satz. */
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const kinds = { scopes: 'Scopes', roles: 'Rollen' };

/** Sätze über einen Wert, den die Policy will und den das Token anderswo oder in anderer Form hat. */
export const elsewhereMessages: typeof English = {
  'audience-other-claim': values => ({
    title: `${brief(values.wanted, 24)} steht in ${brief(values.claim, 18)}, nicht in aud. ${brief(values.claim, 18)} statt der Audience verlangen.`,
    detail:
      (values.noAudience === null
        ? `Die Policy verlangt "${values.wanted}" als Audience.`
        : `Das Token hat kein aud: "${values.wanted}" steht in ${values.claim}. ${sentence(noAudience[values.noAudience])}`) +
      (values.isClient
        ? ` Das ist der Client, keine API. Um diesen Client zuzulassen, den Claim ${values.claim} mit diesem Wert statt der Audience verlangen; um die API zu prüfen, die Audience ihrer Tokens aufführen.`
        : ` Den Claim ${values.claim} mit diesem Wert statt der Audience verlangen.`),
  }),
  'audience-default-scope': ({ wanted, found }) => ({
    title: '/.default aus der Audience entfernen: Es gehört zu einem Scope, und kein Token hat es in aud.',
    detail: `In der Policy steht "${wanted}", im Token "${found}".`,
  }),
  'audience-id-inside': ({ wanted, found, isEntra }) => ({
    title: `Im Token steht nur die Client-ID ${brief(found, 20)}, in der Policy eine Adresse mit ihr. Die ID aufführen.`,
    detail:
      `Im Token steht "${found}", in der Policy "${wanted}".` +
      (isEntra ? ' Tokens der Version 2 haben die Client-ID der API in aud, welche Adresse der Client auch angefragt hat.' : ''),
  }),
  'audience-name-inside': ({ wanted, found }) => ({
    title: `Die Audience des Tokens ist nur ${brief(found, 24)}; Audiences werden ganz verglichen. Nur das schreiben.`,
    detail: `In der Policy steht ein längerer Wert, der darauf endet, "${wanted}"; im Token steht "${found}".`,
  }),
  'audience-inside-token': ({ wanted, found }) => ({
    title: `In der Policy steht nur der letzte Teil der Audience. Die ganze schreiben: ${brief(found, 36)}.`,
    detail: `Im Token steht "${found}", in der Policy nur der letzte Teil, "${wanted}". Audiences werden ganz verglichen.`,
  }),
  'audience-same-id': ({ wanted, found }) => ({
    title: 'Beide Audiences enden auf dieselbe ID, werden aber ganz verglichen. Die des Tokens aufführen.',
    detail: `In der Policy steht "${wanted}", im Token "${found}".`,
  }),
  'audience-scheme': ({ wanted, found }) => ({
    title: 'Die Audiences unterscheiden sich nur in http und https, und das zählt. Genau wie im Token schreiben.',
    detail: `In der Policy steht "${wanted}", im Token "${found}".`,
  }),
  'audience-id-for-address': values => ({
    title: `In Version 2 ist aud die Client-ID; die Policy hat nur Adressen. ${brief(values.found, 18)} aufführen, wenn es diese API ist.`,
    detail: `Die Audience des Tokens ist "${values.found}".`,
  }),
  'audience-ask': values => `Bei ${values.title}${values.certain ? '' : ' (soweit bekannt)'}: ${askAudience[values.provider]}.`,
  'audience-none': values => sentence(noAudience[values.why]),

  'issuer-document': values => ({
    title: 'In der Policy steht die Adresse eines Metadatendokuments, wo ein Issuer hingehört. Den Issuer schreiben.',
    detail:
      `"${values.wanted}" ist die Adresse eines Metadatendokuments, kein Issuer: "${values.found}" schreiben.` +
      (values.isConfig ? '' : ' Die Adresse des Dokuments gehört in eine openid-config.'),
  }),
  'issuer-scheme': values => ({
    title: values.isDocument
      ? 'Die Issuer unterscheiden sich nur in http und https. Öffentliche Adresse des Issuers setzen, oder ihn aufführen.'
      : 'Die Issuer unterscheiden sich nur in http und https, und das zählt. Genau wie im Token schreiben.',
    detail:
      `In der Policy steht "${values.wanted}", im Token "${values.found}".` +
      (values.isDocument
        ? ' Der erste ist aus dem Dokument: Vielleicht weiß der Server des Issuers nicht, dass ein Proxy davor https verwendet. Dort seine öffentliche Adresse setzen (Hostname, Forwarded-Header), oder auch den Issuer des Tokens aufführen.'
        : ''),
  }),
  'issuer-document-member': values => ({
    title: `Das Dokument nennt diesen Issuer als ${brief(values.member, 24)}; das übergeht das Gateway. In <issuers> ergänzen.`,
    detail: `"${values.issuer}" ergänzen: Das Dokument auf ${values.document} nennt ihn als ${values.member}, und das Gateway verwendet nur "issuer" eines Dokuments.`,
  }),
  'issuer-note': values => sentence(issuerNotes[values.note]),

  'client-other-claim': values =>
    values.claim === 'oid'
      ? {
          title: `Die Policy führt die Objekt-ID (oid) des Aufrufers auf. Seine Client-ID aufführen: ${brief(values.client, 24)}.`,
          detail: `Die Client-ID ist "${values.client}" (${values.own}). Das Portal zeigt bei einer Managed Identity zuerst die Objekt-ID; ihre Client-ID steht auf derselben Seite oder bei der Unternehmensanwendung.`,
        }
      : {
          title: `${brief(values.wanted, 20)} steht in ${brief(values.claim, 14)}; verglichen wird ${brief(values.own, 12)}. ${brief(values.client, 18)} aufführen.`,
          detail: `"${values.wanted}" steht in ${values.claim} des Tokens; die Client-ID ist "${values.client}".`,
        },
  'client-public': values => ({
    title: `Das Token wurde mit ${brief(values.title, 26)} angefordert, das fehlt. Aufführen, oder eine eigene App verwenden.`,
    detail: `Seine ID "${values.client}" in client-application-ids ergänzen, wenn seine Benutzer diese API aufrufen dürfen; jeder kann sich damit anmelden, also Audience, Scopes und Rollen entscheiden lassen, wer darf.`,
  }),

  'claim-inside': ({ name, wanted, found }) => ({
    title: `${brief(name, 20)} hat nur den kurzen Namen ${brief(found, 28)}. Den in die Policy schreiben.`,
    detail: `"${found}" statt "${wanted}" schreiben. Clients fragen nach der längeren Form; Tokens haben nur den Namen nach dem letzten Schrägstrich.`,
  }),
  'claim-inside-token': ({ name, wanted, found }) => ({
    title: `${brief(name, 20)} hat das längere ${brief(found, 24)}; Werte werden ganz verglichen. Wie im Token schreiben.`,
    detail: `Es endet auf "${wanted}" aus der Policy.`,
  }),
  'claim-other-form': ({ name, wanted, found }) => ({
    title: `${brief(name, 24)} hat denselben Wert in anderer Form. Genau wie im Token schreiben.`,
    detail: `"${wanted}" (Policy) und "${found}" (Token) sind zwei Formen eines Werts, aber Werte werden genau verglichen.`,
  }),
  'claim-other-claim': values => ({
    title: values.isNested
      ? `${brief(values.wanted, 20)} steht unerreichbar in einem Objekt (${brief(values.claim, 20)}). Einen flachen Claim schreiben lassen.`
      : `${brief(values.wanted, 20)} steht in ${brief(values.claim, 18)}, nicht in ${brief(values.name, 18)}. ${brief(values.claim, 18)} verlangen, wenn gemeint.`,
    detail:
      `"${values.wanted}" steht in ${values.claim} des Tokens, nicht in ${values.name}.` +
      (values.isNested
        ? ' Ein verlangter Claim reicht nicht in Objekte: Vom Issuer in einen eigenen Claim schreiben lassen, oder in einem Policy-Ausdruck vergleichen.'
        : ''),
  }),
  'claim-list-as-text': ({ name, wanted, found }) => ({
    title: `${brief(name, 18)} ist Text, der nur wie eine Liste aussieht. Vom Issuer eine Liste senden lassen, oder ganz aufführen.`,
    detail: `Im Token steht "${found}", und das wird als Ganzes mit "${wanted}" verglichen; ein separator ließe die Klammern stehen.`,
  }),
  'claim-ids': values => ({
    title: `${brief(values.name, 24)} hat in diesem Token IDs, die Policy den Namen ${brief(values.wanted, 24)}. Die ID schreiben.`,
    detail: values.isEntra ? 'Es ist die Objekt-ID der Gruppe im Portal.' : '',
  }),
  'claim-other-name': values => {
    const name = brief(values.name, 24);
    if (values.how === 'nested') {
      const [root = values.has] = values.has.split('.');
      return {
        title: `Das Token hat ${name} nur im Objekt ${brief(root, 20)}. Vom Issuer einen flachen Claim schreiben lassen.`,
        detail: `Das Token hat keinen Claim "${values.name}"; im Objekt ${root} steht ${values.has.slice(root.length + 1)}. Ein verlangter Claim reicht nicht in Objekte: Vom Issuer einen flachen Claim schreiben lassen (ein Mapper), oder in einem Policy-Ausdruck vergleichen.`,
      };
    }
    const why = values.how === 'counterpart' && values.title !== null ? ` ${values.title} nennt ihn so.` : '';
    return {
      title: `Das Token hat keinen Claim ${name}, aber ${brief(values.has, 24)}. Den verlangen.`,
      detail: `Namen werden genau verglichen: "${values.has}" verlangen.${why}`,
    };
  },
  'claim-missing-plain': values => ({
    title: `Dem Token fehlt der Claim ${brief(values.name, 28)}. Vom Issuer ergänzen lassen oder nicht mehr verlangen.`,
    detail: 'Namen werden genau verglichen.',
  }),
  'claim-missing-not-granted': values => {
    const lacks = `Dem Token fehlt der Claim ${brief(values.name, 20)}`;
    const own = values.own.join(' oder ');
    if (values.own.length === 0)
      return {
        title: `${lacks}. Einen anderen vergleichen.`,
        detail: `Tokens von ${values.title} haben keine ${kinds[values.what]}.`,
      };
    if (values.own.includes(values.name))
      return {
        title: `${lacks}: Es wurde nichts gewährt. ${values.what === 'scopes' ? 'Ein Token mit einem Scope dieser API anfordern.' : 'Dem Aufrufer die Rolle geben, neu anfordern.'}`,
        detail: '',
      };
    return { title: `${lacks}. ${brief(own, 36)} verlangen.`, detail: `${values.title} schreibt ${kinds[values.what]} in ${own}.` };
  },
  'claim-and': values => ({
    title: `Die Policy verlangt scp und roles; dieses Token hat nur ${brief(values.has, 12)}. Genügt eines, ein choose verwenden.`,
    detail: `Mehrere claim-Elemente bedeuten "und". Für jeden Fall eine Token-Policy verwenden (when: das Token hat scp, otherwise)${values.offered ? '; die Korrektur schreibt es' : ''}.`,
  }),
  'claim-granted-ask': values =>
    `Um den Aufruf zu erlauben, vom Issuer ${values.accepted.map(value => `"${value}"`).join(' oder ')} gewähren lassen und ein neues Token anfordern; oder den Wert von ${values.name} des Tokens in der Policy ergänzen.`,

  'signing-key-own': () =>
    'Hat die App eigene Signaturschlüssel (Claims Mapping, SAML), an die Adresse der openid-config ?appid={Client-ID} anhängen.',
  'signing-key-secret': () => ({
    title: 'Das Shared Secret der Policy hat dieses Token nicht signiert. Das des Issuers schreiben, in Base64.',
    detail:
      'Auf beiden Seiten müssen es dieselben Bytes sein. Text, der kein Base64 ist, muss erst kodiert werden; ein Token oder ein Teil davon ist kein Secret.',
  }),
  'encrypted-no-audience': values => ({
    title: `${brief(values.title, 20)} verschlüsselt Tokens, die ohne Audience angefordert wurden. Eines mit Audience anfordern.`,
    detail: `Den Schlüssel hat nur ${values.title}, decryption-keys hilft also nicht. Für ein signiertes Token: ${askAudience[values.provider]}.`,
  }),

  'fix-audience-shorten': values => `Die Audience wie im Token schreiben: ${values.found} wird statt ${values.wanted} akzeptiert`,
  'fix-audience-to-claim': values =>
    `${values.claim} ${values.values.join(' oder ')} statt audiences verlangen: Tokens dieses Clients werden für jede Audience akzeptiert`,
  'fix-issuer-add-named': values => `Auch ${values.issuer} aufführen, ${values.member} des Dokuments: Seine Tokens werden akzeptiert`,
  'fix-secret-base64': () => 'Das Secret in Base64 schreiben: Damit signierte Tokens werden akzeptiert',
  'fix-scope-or-role': () =>
    'scp oder roles verlangen: ein choose mit je einer Token-Policy; Tokens mit nur einem von beiden werden akzeptiert',
  'fix-application-instead': values =>
    `Die Client-ID statt der Objekt-ID schreiben: ${values.client} wird statt ${values.wanted} akzeptiert`,
  'fix-application-public': values =>
    `${values.title} (${values.client}) aufführen: Wer sich damit anmeldet, wird akzeptiert, mit jedem Konto, das die anderen Prüfungen besteht`,
};
