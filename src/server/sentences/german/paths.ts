import type { paths as English, ScopeWords } from '../english/paths.js';

const kinds: Readonly<Record<ScopeWords['scope'], string>> = {
  global: 'global',
  workspace: 'Arbeitsbereich',
  product: 'Produkt',
  api: 'API',
  operation: 'Operation',
  fragment: 'Fragment',
};

/** Was über die Wege von Anfragen gesagt wird. */
export const paths: typeof English = {
  scope: ({ scope, name }) => (name === null ? kinds[scope] : `${kinds[scope]} ${name}`),
  scopeWithoutFile: () => 'ein Scope ohne Datei',
  wayOfApi: ({ operation, product }) =>
    `${operation ?? 'alle anderen Operationen'} (${product === null ? 'ohne Produkt' : `Produkt ${product}`})`,
  unread: ({ tooLong, count, most, tooMuch }) => {
    if (tooMuch)
      return 'Es werden keine Wege gezeigt: Die Dateien von API Management in diesem Arbeitsbereich sind zusammen zu lang. Einen kleineren Ordner öffnen.';
    const more = count > tooLong.length ? ` und ${count - tooLong.length} weitere` : '';
    return [
      count === 0 ? '' : `Nicht gelesen, weil zu lang: ${tooLong.join(', ')}${more}. Was nur dort steht, fehlt hier.`,
      most === null
        ? ''
        : `Nur die ersten ${most} Dateien eines Namens wurden gelesen: Hier fehlen APIs und Operationen. Einen kleineren Ordner öffnen.`,
    ]
      .filter(sentence => sentence !== '')
      .join(' ');
  },
};
