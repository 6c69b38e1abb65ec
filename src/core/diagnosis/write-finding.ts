import type { Finding, FindingValue } from '../finding.js';
import type { Discretion } from '../judgement/discretion.js';
import type { Catalogue } from '../messages/catalogue.js';
import { say, sayAll, type Message } from '../messages/message.js';
import { renderSteps, type Steps } from '../messages/steps.js';
import { render, renderApart } from '../messages/render.js';
import type { NextStep } from '../next-step.js';
import type { Report } from '../rules/rule.js';
import { showInvisible } from '../text/visible-text.js';

type Words = Pick<Finding, 'message' | 'title' | 'detail' | 'gatewayText' | 'nextSteps'>;

/** What a report says, in words, without the values that nobody may see: in one line, and in pieces for who can show them apart. */
export function writeFinding(report: Report, discretion: Discretion, from: readonly FindingValue[]): Words {
  const { gatewayText, next } = report;
  const { catalogue } = discretion;
  const said = from.length === 0 ? report.message : sayAll(report.message, say('rests-on', { from }));
  const message = keepBack(said, discretion);
  const text =
    typeof gatewayText === 'string'
      ? showInvisible(
          discretion
            .text(gatewayText)
            .trim()
            .replace(/\s+/g, space => (space.includes('\n') ? ' ' : space)),
        )
      : null;
  const whole = [discretion.text(render(message, catalogue)), text === null ? null : render(say('gateway-text', { text }), catalogue)];
  const { title, detail } = renderApart(message, catalogue);
  return {
    message: whole.filter(part => part !== null).join(' '),
    title: discretion.text(title),
    detail: detail === null ? null : discretion.text(detail),
    gatewayText: text,
    nextSteps: next === undefined || next === null ? [] : writeSteps(next, discretion),
  };
}

function keepBack(message: Message, discretion: Discretion): Message {
  const { name, values, next } = message;
  const discreet = { name, values: discretion.values(values) };
  return next === undefined ? discreet : { ...discreet, next: keepBack(next, discretion) };
}

function writeSteps({ cause, values }: Steps, discretion: Discretion): NextStep[] {
  return renderSteps({ cause, values: discretion.values(values) }, discretion.catalogue).map(({ what, copy }) => ({
    what: discretion.text(what),
    copy: copy === null ? null : { ...copy, text: discretion.text(copy.text) },
  }));
}

/** A finding in lines: the title, the detail, the gateway's text, announced in the language of the finding. */
export function listLines(
  { title, detail, gatewayText }: Pick<Finding, 'title' | 'detail' | 'gatewayText'>,
  catalogue: Catalogue,
): string[] {
  const gateway = gatewayText === null ? null : render(say('gateway-text', { text: gatewayText }), catalogue);
  return [title, detail, gateway].filter(line => line !== null);
}
