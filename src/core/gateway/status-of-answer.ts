import { childElements, findAttribute } from '../policy/policy-tree.js';
import type { Statement } from '../scopes/statement.js';

/** The status of a `return-response` or `mock-response`: 200 where it names none (documented); null where it is no plain number. */
export function readStatusOf({ element }: Statement): number | null {
  if (element === null) return null;
  if (element.name === 'return-response' && findAttribute(element, 'response-variable-name') !== undefined) return null;
  const written =
    element.name === 'mock-response'
      ? findAttribute(element, 'status-code')
      : childElements(element, 'set-status').flatMap(status => findAttribute(status, 'code') ?? [])[0];
  if (written === undefined) return childElements(element, 'set-status').length === 0 ? 200 : null;
  const text = written.value.value.trim();
  return written.value.state === 'literal' && /^\d{3}$/.test(text) ? Number(text) : null;
}
