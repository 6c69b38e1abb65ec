import type { Finding } from '../finding.js';
import { say } from '../messages/message.js';
import { renderSteps } from '../messages/steps.js';
import { render, renderApart } from '../messages/render.js';
import type { Report } from '../rules/rule.js';
import { showInvisible } from '../text/visible-text.js';

type Words = Pick<Finding, 'message' | 'title' | 'detail' | 'gatewayText' | 'nextSteps'>;

/** What a report says, in words: in one line, and in pieces for who can show them apart. */
export function writeFinding({ message, gatewayText, next }: Report): Words {
  const text =
    typeof gatewayText === 'string'
      ? showInvisible(gatewayText.trim().replace(/\s+/g, space => (space.includes('\n') ? ' ' : space)))
      : null;
  const whole = [render(message), text === null ? null : render(say('gateway-text', { text }))];
  return {
    message: whole.filter(part => part !== null).join(' '),
    ...renderApart(message),
    gatewayText: text,
    nextSteps: next === undefined || next === null ? [] : renderSteps(next),
  };
}

/** A finding in lines: the title, the detail, the gateway's text. */
export function listLines({ title, detail, gatewayText }: Pick<Finding, 'title' | 'detail' | 'gatewayText'>): string[] {
  const gateway = gatewayText === null ? null : render(say('gateway-text', { text: gatewayText }));
  return [title, detail, gateway].filter(line => line !== null);
}
