// What the names of elements, attributes and claims mean, in Markdown.
import { claimFacts } from '../knowledge/claims.js';
import type { AttributeFacts, ElementFacts } from '../knowledge/elements.js';
import type { Catalogue } from '../messages/catalogue.js';
import { say, type Message } from '../messages/message.js';
import { render } from '../messages/render.js';

/** `page`: the policy's own page. */
export function describeElement(facts: ElementFacts, page: string, catalogue: Catalogue): string {
  const children = facts.children.filter(({ legacy }) => legacy !== true).map(({ name }) => name);
  return writeHover(catalogue, `**${facts.name}**`, [
    say('element-meaning', { meaning: facts.meaning }),
    [
      children.length > 0 ? say('hover-holds', { children }) : null,
      facts.text === null ? null : say('hover-shape', { shape: facts.text }),
      facts.text === null ? null : say('hover-expressions', { use: facts.expressions }),
      say('hover-often', { most: facts.most }),
    ],
    say('hover-page', { page }),
  ]);
}

export function describeAttribute(facts: AttributeFacts, page: string, catalogue: Catalogue): string {
  const required = facts.required ? ` ${render(say('hover-required', {}), catalogue)}` : '';
  return writeHover(catalogue, `**${facts.name}**${required}`, [
    say('element-meaning', { meaning: facts.meaning }),
    [
      say('hover-shape', { shape: facts.shape }),
      facts.default === null ? null : say('hover-default', { value: facts.default }),
      say('hover-expressions', { use: facts.expressions }),
    ],
    facts.undocumented === true ? say('hover-undocumented', {}) : null,
    say('hover-page', { page }),
  ]);
}

/** A claim by its name. The name is quoted only where it is one of the table. */
export function describeClaim(name: string, catalogue: Catalogue): string | null {
  const facts = claimFacts.find(claim => claim.part === 'claims' && claim.name === name);
  if (facts === undefined) return name === '' ? null : render(say('hover-claim-unknown', {}), catalogue);
  return writeHover(catalogue, `**${name}**: ${render(say('hover-claim', {}), catalogue)}`, [
    say('claim-meaning', facts),
    say('hover-claim-occurs', { kinds: facts.occursIn }),
    /^https:\S+$/.test(facts.source) ? say('hover-page', { page: facts.source }) : null,
  ]);
}

type Paragraph = string | Message | null | readonly (Message | null)[];

/** A title and paragraphs below it; what is null or empty is left out. */
export function writeHover(catalogue: Catalogue, title: string, paragraphs: readonly Paragraph[]): string {
  return [title, ...paragraphs.map(paragraph => writeParagraph(paragraph, catalogue))].filter(text => text !== '').join('\n\n');
}

function writeParagraph(paragraph: Paragraph, catalogue: Catalogue): string {
  if (paragraph === null || typeof paragraph === 'string') return paragraph ?? '';
  const messages = 'name' in paragraph ? [paragraph] : paragraph;
  return messages
    .map(message => (message === null ? '' : render(message, catalogue)))
    .filter(text => text !== '')
    .join(' ');
}
