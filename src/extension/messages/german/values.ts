import type { valuesMessages as English } from '../english/values.js';

/** Werte von Named Values und Template-Variablen. */
export const valuesMessages: typeof English = {
  'values-title': () => 'Werte wählen',
  'values-which': () => 'Den Satz wählen, mit dem Policies beurteilt werden. Er wird in den Einstellungen dieses Arbeitsbereichs gemerkt.',
  'values-set': ({ set }) => set,
  'values-in-force': () => 'gilt',
  'values-every-set': () => 'Kein Satz: nur Werte, die zu jedem Satz gehören',
  'values-only-set': () => 'Keine Wahl: Der einzige Satz gilt',
  'values-chosen': ({ set }) => `Policies werden mit den Werten von ${set} beurteilt.`,
  'values-none-chosen': () => 'Es ist kein Satz von Werten mehr gewählt.',
  'supply-title': ({ name }) => `Wert von ${name}`,
  'supply-prompt': () =>
    'Eine ID, eine Domäne, eine Anmeldeadresse oder einen kurzen Text eingeben, nichts Geheimes. Gemerkt wird es nur für diesen Arbeitsbereich.',
  'supply-placeholder': () => 'contoso.onmicrosoft.com',
  'supply-no-name': () => '"Einen Wert angeben" aus der Glühbirne an einem Befund wählen, der auf einen Wert wartet.',
  'supply-secret-name': ({ name }) => `${name} sieht nach einem Geheimnis aus; dafür wird kein Wert angenommen.`,
  'supply-unfit-value': ({ name }) =>
    `Das ist kein Wert für ${name}: Eine ID, eine Domäne, eine Anmeldeadresse oder höchstens 32 Buchstaben und Ziffern eingeben.`,
  'supply-done': ({ name }) => `Policies werden mit dem angegebenen Wert von ${name} beurteilt.`,
  'forget-nothing': () => 'Es gibt nichts zu vergessen: Für diesen Arbeitsbereich wurde kein Wert angegeben.',
  'forget-done': ({ count }) => (count === 1 ? '1 angegebener Wert ist vergessen.' : `${count} angegebene Werte sind vergessen.`),
  'values-no-folder': () => 'Zuerst einen Ordner öffnen: Die Wahl wird in seinen Einstellungen gemerkt.',
  'values-no-sets': () =>
    'Es gibt keine Sätze von Werten. prod.tfvars, prod.bicepparam oder configuration.prod.yaml in den Arbeitsbereich legen, oder die Einstellung apimTokenDoctor.values verwenden.',
};
