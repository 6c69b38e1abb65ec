import type { formFixMessages as English } from '../english/fixes-form.js';

/** Titel der Korrekturen, die die Form eines Dokuments reparieren. */
export const formFixMessages: typeof English = {
  'fix-insert-space': values => `Vor ${values.before} ein Leerzeichen einfügen`,
  'fix-mend-all': values => `${values.first}, an ${values.places} Stellen`,
  'fix-unescape-quotes': values => `Die Backslashes vor den Anführungszeichen von ${values.attribute} entfernen`,
  'fix-insert-quotes': values => `Den Wert von ${values.attribute} in Anführungszeichen setzen`,
  'fix-close-quote': values => `Den Wert von ${values.attribute} mit seinem Anführungszeichen schließen`,
  'fix-close-element': values => `</${values.name}> einfügen`,
  'fix-end-close-tag': values => `</${values.name}> schreiben`,
  'fix-remove-sign': values => `${values.sign} entfernen`,
  'fix-remove-control-character': () => 'Das Steuerzeichen entfernen',
  'fix-remove-empty-value': () => 'Den leeren Wert entfernen: Tokens mit dem Claim werden akzeptiert, was immer er enthält',
  'fix-wrap-entry': values => `Den Text von ${values.list} in ${values.name} stellen`,
};
