import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';
import { makeView } from '../view/make-view.js';

/** All that the token panel shows, made here so that the decoded token never crosses the wire. */
export function answerView(parts: ServerParts): void {
  answer(parts, 'apimTokenDoctor/view', (place, cancellation) => makeView(parts, place, cancellation));
}
