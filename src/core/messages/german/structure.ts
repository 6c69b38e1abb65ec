import type { structureMessages as English } from '../english/structure.js';
import { brief } from '../said.js';
import { elementMeanings } from './element-meanings.js';

/** "a", "a oder b", "a, b oder c". */
function either(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} oder ${names.at(-1) ?? ''}`;
}

/** Ein Name eines Elements oder Attributs in einem Titel. */
const short = (name: string): string => brief(name, 30);

type Cause = Parameters<(typeof English)['policy-not-well-formed']>[0]['cause'];

const breaks: Readonly<Record<Cause, (names: readonly string[]) => string>> = {
  'mismatched-close-tag': ([open = '', close = '']) => `</${short(close)}> schließt <${short(open)}>. Die Namen angleichen.`,
  'unclosed-element': ([name = '']) =>
    `<${brief(name, 24)}> wird nie geschlossen. </${brief(name, 24)}> ergänzen oder das Tag mit /> beenden.`,
  'stray-close-tag': ([name = '']) => `</${short(name)}> schließt nichts: Hier ist kein <${short(name)}> offen. Entfernen.`,
  'broken-tag': ([name = '']) =>
    `Dieses Tag${name === '' ? '' : `, <${short(name)},`} endet nicht: > oder ein Anführungszeichen fehlt. Ergänzen.`,
  'broken-close-tag': ([name = '']) => `Ein schließendes Tag besteht nur aus dem Namen. </${short(name)}> schreiben.`,
  'stray-sign': ([name = '', sign = '']) =>
    `${brief(sign, 12)} gehört nicht in das Tag <${short(name)}>. Entfernen, oder davor ergänzen, was fehlt.`,
  'missing-space': ([, name = '']) => `Vor dem Attribut ${short(name)} fehlt ein Leerzeichen. Ergänzen.`,
  'duplicate-attribute': ([name = '']) => `Das Attribut ${short(name)} kommt in einem Tag zweimal vor. Eines entfernen.`,
  'unquoted-attribute': ([name = '']) =>
    `Den Wert ${name === '' ? 'des Attributs' : `des Attributs ${short(name)}`} in Anführungszeichen setzen.`,
  'unclosed-attribute': ([name = '']) =>
    `Dem Wert ${name === '' ? 'eines Attributs' : `des Attributs ${short(name)}`} fehlt das schließende Anführungszeichen. Ergänzen.`,
  'less-than-in-attribute': ([name = '']) =>
    `Der Wert ${name === '' ? 'eines Attributs' : `von ${brief(name, 24)}`} enthält ein <. &lt; schreiben, oder das fehlende Anführungszeichen davor.`,
  'bad-less-than': () => 'Ein < beginnt ein Tag, und keines folgt. Für das Zeichen selbst &lt; schreiben.',
  'unclosed-expression': () => 'Ein Ausdruck endet nirgends. Seine Klammer schließen.',
  'unclosed-comment': () => 'Dieser Kommentar wird nie geschlossen. --> ergänzen.',
  'unclosed-cdata': () => 'Dieser CDATA-Abschnitt wird nie geschlossen. ]]> ergänzen.',
  'bad-entity': () => 'Ein & beginnt eine Referenz, und keine folgt. Für das Zeichen selbst &amp; schreiben.',
  'unknown-reference': ([reference = '']) =>
    reference.startsWith('&#')
      ? `${brief(reference, 24)} ist kein Zeichen, das XML erlaubt. Entfernen.`
      : `XML kennt ${brief(reference, 24)} nicht. &amp; &lt; &gt; &quot; &apos; oder eine Zahl wie &#160; verwenden.`,
  'control-character': () => 'Hier steht ein unsichtbares Steuerzeichen, das XML nicht erlaubt. Entfernen.',
  'cdata-end': () => ']]> ist in einem Text nicht erlaubt. ]]&gt; schreiben.',
  'late-declaration': () => 'Die XML-Deklaration muss ganz am Anfang stehen. Sie entfernen, oder was davor steht.',
  'several-roots': () => 'Eine Policy hat ein äußerstes Element. Was darauf folgt, hineinschieben oder entfernen.',
  'text-outside-root': () => 'Außerhalb des äußersten Elements ist kein Text erlaubt. Entfernen.',
  'nested-comment': () => 'Ein Kommentar darf weder "--" noch einen Kommentar enthalten, noch mit Bindestrich enden. Umschreiben.',
  other: () => 'Ab hier ist das Dokument kein wohlgeformtes XML.',
};

/** Sätze über die Form des Dokuments und der beiden Elemente. */
export const structureMessages: typeof English = {
  'policy-not-well-formed': values => ({
    title: breaks[values.cause](values.names),
    detail: 'API Management speichert keine Policy, die nicht wohlgeformt ist.',
  }),
  'expression-unbalanced': values => ({
    title: `Dieser Ausdruck endet nirgends. Die ${values.opening === '(' ? 'runde' : 'geschweifte'} Klammer nach @ schließen.`,
    detail: 'Klammern in Zeichenketten und Kommentaren zählen nicht.',
  }),
  'unknown-attribute': values => ({
    title:
      `${short(values.element)} hat kein Attribut ${short(values.name)}.` +
      (values.other !== null
        ? ` Es gehört zu ${brief(values.other, 24)}.`
        : values.suggestion !== null
          ? ` Gemeint ist vielleicht ${brief(values.suggestion, 20)}.`
          : ' Entfernen.'),
    detail: values.other === null && values.suggestion === null ? 'Das Gateway kennt es nicht.' : '',
  }),
  'unknown-element': values => ({
    title:
      `${short(values.name)} ist in ${brief(values.parent, 26)} nicht erlaubt.` +
      (values.places.length > 0
        ? ` Nach ${brief(either(values.places), 20)} verschieben.`
        : values.suggestion !== null
          ? ` Gemeint ist vielleicht ${brief(values.suggestion, 16)}.`
          : ' Entfernen.'),
    detail: values.places.length === 0 && values.suggestion === null ? 'Das Gateway kennt es dort nicht.' : '',
  }),
  'unknown-element-text': values => ({
    title:
      `In ${short(values.parent)} ist kein Text erlaubt.` +
      (values.child === null ? ' Entfernen.' : ` In ${short(values.child)} schreiben.`),
    detail: '',
  }),
  'missing-attribute': values => ({
    title: `${short(values.element)} braucht das Attribut ${short(values.name)}. Ergänzen.`,
    detail: values.meaning === null ? '' : elementMeanings[values.meaning],
  }),
  'token-source-none': () => ({
    title: 'Dieses validate-jwt sagt nicht, wo das Token steht. header-name="Authorization" ergänzen.',
    detail: 'Es gibt keine Vorgabe. Auch query-parameter-name oder token-value ist möglich.',
  }),
  'token-source-several': values => ({
    title: `Dieses validate-jwt liest das Token an ${values.names.length} Stellen. Eine behalten: ${brief(values.names.join(', '), 50)}.`,
    detail: '',
  }),
  'element-order-schema': values => ({
    title: `${brief(values.name, 28)} vor ${brief(values.before, 28)} stellen: API Management speichert nur diese Reihenfolge.`,
    detail: `Es lehnt ein ${values.parent} ab, dessen Elemente anders geordnet sind ("has invalid child element").`,
  }),
  'element-order-page': values => ({
    title: `In der Dokumentation steht ${short(values.name)} vor ${short(values.before)}.`,
    detail: `Das ist die Reihenfolge auf der Seite von ${values.parent}. Das öffentliche Schema erlaubt jede.`,
  }),
  'duplicate-element': values => ({
    title: `${short(values.name)} ist in ${short(values.parent)} nur einmal erlaubt. Die beiden zusammenlegen.`,
    detail: '',
  }),
  'empty-list': values => ({
    title: `${brief(values.name, 28)} ist leer. ${brief(values.child, 26)} ergänzen oder ${brief(values.name, 28)} entfernen.`,
    detail: '',
  }),
  'empty-value': () => ({
    title: 'Dieser Wert ist leer, also passt kein Token. Schreiben, was der Claim sein muss, oder den Wert entfernen.',
    detail: 'Ohne Wert muss der Claim nur vorhanden sein.',
  }),
  'wrong-section': values => ({
    title: `${short(values.kind)} ist nur in inbound erlaubt, nicht in ${short(values.section)}. Verschieben.`,
    detail: 'API Management lehnt es dort ab.',
  }),
};
