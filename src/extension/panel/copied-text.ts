import type { Copied, PanelView } from '../../panel-messages.js';

/** The text that the view itself has to copy; null where it has none, undefined where the server has to be asked. */
export function textOf(what: Copied, { document, findings, policies, explained }: PanelView): string | null | undefined {
  const verdict = document?.prediction ?? null;
  switch (what.kind) {
    case 'step':
      return findings[what.finding]?.steps[what.step]?.copy?.text ?? null;
    case 'explained-step':
      return explained?.[what.explanation]?.nextSteps[what.step]?.copy?.text ?? null;
    case 'difference':
      return verdict?.difference?.[what.side] ?? null;
    case 'gateway-text':
      return policies.find(({ index }) => index === verdict?.policy)?.prediction?.reports?.message ?? null;
    case 'explanation':
      return explained?.map(write).join('\n\n') ?? null;
    case 'member':
    case 'report':
      return undefined;
  }
}

function write({ idx, matches, answeredBy, explanation, cures }: NonNullable<PanelView['explained']>[number]): string {
  return [idx, answeredBy, matches, explanation, ...cures.map(cure => `- ${cure}`)].filter(line => line !== null).join('\n');
}
