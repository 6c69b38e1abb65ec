import type { AttributeFacts, ValueShape } from '../knowledge/elements.js';
import { say, type Message } from '../messages/message.js';
import type { PolicyValue } from '../policy/value.js';
import { readBoolean } from '../policy/boolean-value.js';
import { knownAttributes } from '../policy/known-elements.js';
import type { PolicyRule, Report } from './rule.js';

/** A value out of its domain, or an expression where none is allowed. */
export const invalidValue: PolicyRule = {
  scope: 'policy',
  code: 'invalid-value',
  severity: 'error',
  certainty: 'documented',
  silencedBy: { offset: ['expression-unbalanced'] },
  *check({ elements }) {
    for (const known of elements()) {
      for (const { attribute, facts } of knownAttributes(known)) {
        const { name, value } = attribute;
        if (wantsText(facts) && value.state === 'literal' && value.value.trim() === '')
          yield { ...place(value, attribute), message: say('invalid-value-empty', facts), data: { name, value: '' } };
        else yield* judge(name, value, facts.shape, facts.expressions === 'not-allowed');
      }
      const { element, facts } = known;
      if (facts.text !== null) yield* judge(element.name, element.value, facts.text, facts.expressions === 'not-allowed');
    }
  },
};

function* judge(name: string, value: PolicyValue, shape: ValueShape, noExpression: boolean): Iterable<Report> {
  const expression = noExpression ? value.parts.find(({ kind }) => kind === 'expression') : undefined;
  if (expression !== undefined) {
    yield { start: expression.start, end: expression.end, message: say('invalid-value-expression', { name }) };
  } else if (value.state === 'literal') {
    const message = outOfDomain(name, value.value.trim(), shape);
    if (message !== null) yield { start: value.start, end: value.end, message, data: { name, value: value.value } };
  }
}

/** Where an empty text says nothing: in what must be there, and in what has another domain than any text. */
function wantsText({ name, required, shape }: AttributeFacts): boolean {
  if (required || ['header-name', 'query-parameter-name', 'token-value'].includes(name)) return true;
  return ['boolean', 'whole-number', 'status', 'match', 'variable'].includes(shape);
}

function outOfDomain(name: string, value: string, shape: ValueShape): Message | null {
  if (value === '') return null;
  switch (shape) {
    case 'status':
      return /^\+?0*[1-5]\d\d$/.test(value) ? null : say('invalid-value-status', { value });
    case 'boolean':
      return readBoolean(value).value !== null ? null : say('invalid-value-boolean', { name, value });
    case 'whole-number':
      return /^\+?\d+$/.test(value) ? null : say('invalid-value-number', { name, value });
    case 'match':
      return /^(all|any)$/i.test(value) ? null : say('invalid-value-match', { value });
    case 'text':
    case 'scheme':
    case 'tenant':
    case 'address':
    case 'application-id':
    case 'key':
    case 'variable':
      return null;
  }
}

/** The value; the whole attribute where the value has no width to underline. */
function place(value: PolicyValue, attribute: { readonly start: number; readonly end: number }): { start: number; end: number } {
  const { start, end } = value.end > value.start ? value : attribute;
  return { start, end };
}
