import type { scopeFindings as English } from '../english/scope-findings.js';
import { brief } from '../said.js';

const contradictions = {
  tenant: 'einen anderen Tenant',
  audience: 'eine andere Audience',
  claim: 'einen anderen Claim-Wert',
  application: 'eine andere Anwendung',
};

/** Sätze darüber, was ein Dokument unter den Dokumenten um es herum mit dem Weg einer Anfrage macht. */
export const scopeFindings: typeof English = {
  'base-missing': values => ({
    title: `Ohne <base /> läuft ${brief(values.kind, 24)} eines weiteren Scopes nicht. <base /> ergänzen.`,
    detail:
      `${values.product === null ? 'Es steht' : `Beim Produkt ${values.product} steht es`} in ${values.places.join(', ')}.` +
      (values.hasOther ? ' An seiner Stelle läuft die Token-Policy dieses Abschnitts.' : ' Nichts hier sieht stattdessen das Token an.'),
  }),
  'path-unsatisfiable': values => ({
    title: `Kein Token besteht dies und ${brief(values.kind, 24)} auf demselben Weg: Sie wollen ${contradictions[values.what]}.`,
    detail: `Hier: ${values.here}. Dort (${values.at}): ${values.there}. In Einklang bringen oder eines weglassen.`,
  }),
  'unprotected-operation': values => ({
    title: `Keine Token-Policy erreicht ${nameOperations(values.names)}; eine andere Operation der API hat eine.`,
    detail: `Sie steht in ${values.at}. Der API eine Token-Policy geben, oder es so lassen, wo jeder aufrufen darf.`,
  }),
  'mcp-token-policy': () => ({
    title: 'Ein MCP-Client braucht WWW-Authenticate mit resource_metadata; diesem 401 fehlt er. In on-error schreiben.',
    detail:
      'Eine Token-Policy antwortet ohne diesen Header, also findet der Client den Autorisierungsserver nicht. Auch /.well-known/oauth-protected-resource ohne Token ausliefern.',
  }),
  'fragment-missing': values => ({
    title: `Das Fragment ${brief(values.name, 30)} ist nicht in diesem Ordner. fragment-id berichtigen oder Fragment ergänzen.`,
    detail: 'Was es enthält, ist hier nicht bekannt, also ist keine Antwort dahinter sicher.',
  }),
  'fragment-nested': values => ({
    title: `Ein Fragment darf kein anderes einbinden${values.name === null ? '' : `: ${brief(values.name, 32)}`}. Dort einbinden, wo dieses eingebunden wird.`,
    detail: '',
  }),
  'authorization-overwritten-before': values => ({
    title: `${brief(values.by, 36)} eines anderen Scopes ersetzt vorher den Authorization-Header. Davor prüfen.`,
    detail: `Es steht in ${values.at}. Das Token des Aufrufers ist weg, bevor diese Policy es liest.`,
  }),
  'authorization-overwritten-behind': values => ({
    title: `Dies ersetzt Authorization, bevor ${brief(values.by, 26)} eines weiteren Scopes ihn liest. Hinter <base /> stellen.`,
    detail: `Jene steht in ${values.at}. Sie beurteilt dann, was hier geschrieben wird, nicht was der Aufrufer gesendet hat.`,
  }),
};

function nameOperations(operations: readonly (string | null)[]): string {
  const [first = null, ...more] = operations;
  const name = first === null ? 'Operationen ohne eigene Policy' : `die Operation ${brief(first, 20)}`;
  return more.length === 0 ? name : `${name} und ${more.length} weitere`;
}
