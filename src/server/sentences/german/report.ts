import type { report as English } from '../english/report.js';

const outcomes = { pass: 'besteht', fail: 'scheitert', uncertain: 'nicht sicher', unresolved: 'nicht entschieden' };

/** Der Bericht, den ein Benutzer für andere kopiert: Überschriften und Stücke um das, was die Ansicht sagt. */
export const report: typeof English = {
  reportHeading: ({ answer, name }) => (answer === null ? name : `${answer}: ${name}`),
  reportDecidedBy: ({ kind, line }) => `Entschieden von ${kind}, Zeile ${line}.`,
  reportToken: ({ kind, moment }) => `Token: ${kind}. Beurteilt um ${moment}.`,
  reportDifference: ({ name, found, wanted, others }) =>
    `${name} im Token: ${found ?? 'fehlt'}; die Policy will ${wanted}${others === 0 ? '' : ` oder ${others} weitere`}.`,
  reportColumns: () => ['Prüfung', 'Ergebnis', 'Zeile', 'Warum'],
  reportOutcome: ({ outcome }) => outcomes[outcome],
  reportSteps: () => 'Was zu tun ist',
  reportGateway: () => 'Was das Gateway meldet',
  reportKeptBack: ({ name }) => `[${name}]`,
};
