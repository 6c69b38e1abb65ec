import { splitCondition, type Condition } from '../expression/split-condition.js';
import { foldExpression } from '../policy/resolve-named-values.js';
import type { JsonObject } from '../token/token.js';

/** What is known where a condition stands. */
export interface ConditionContext {
  /** Undefined where it is not known; without `id`, any but those in `others`. */
  readonly operation: { readonly id: string } | { readonly others: readonly string[] };
  readonly apiId: string | undefined;
  readonly apiPath: string | undefined;
  /** Null without a product; undefined where it is not known. */
  readonly productId: string | null | undefined;
  /** The claims of the token that a preceding token policy has put into the variable; undefined where that is not certain. */
  readonly claimsIn: (variable: string) => JsonObject | undefined;
}

/** A value that is certain: a text, a number as it is written, a truth value, null; or a text that is certainly none of some. */
type Value = string | boolean | null | { readonly number: string } | { readonly noneOf: readonly string[] };

/**
 * Whether a condition is true: only where that is certain whatever the request is. Literals, what the path says of operation, API and product, and
 * claims through a token policy's output variable are known, and what `==`, `!=`, `&&`, `||` and `!` make of them. Everything else leaves it
 * undecided: undefined. An operand that may throw hides those behind it.
 *
 * @param expression the C# between the brackets of `@(…)`
 */
export function evaluateCondition(expression: string, context: ConditionContext): boolean | undefined {
  const value = evaluate(splitCondition(expression), context);
  return typeof value === 'boolean' ? value : undefined;
}

function evaluate(condition: Condition, context: ConditionContext): Value | undefined {
  switch (condition.kind) {
    case 'term':
      return evaluateTerm(condition.text, context);
    case 'not': {
      const value = evaluate(condition.of, context);
      return typeof value === 'boolean' ? !value : undefined;
    }
    case 'any':
    case 'all': {
      const deciding = condition.kind === 'any';
      for (const part of condition.of) {
        const value = evaluate(part, context);
        if (typeof value !== 'boolean') return undefined;
        if (value === deciding) return deciding;
      }
      return !deciding;
    }
    case 'equal':
    case 'different': {
      const [left, right] = [evaluate(condition.left, context), evaluate(condition.right, context)];
      if (left === undefined || right === undefined) return undefined;
      const same = areEqual(left, right);
      return same === undefined || condition.kind === 'equal' ? same : !same;
    }
  }
}

function areEqual(left: Value, right: Value): boolean | undefined {
  if (isNoneOf(left)) return typeof right === 'string' && left.noneOf.includes(right) ? false : undefined;
  if (isNoneOf(right)) return areEqual(right, left);
  if (isNumber(left) || isNumber(right)) return isNumber(left) && isNumber(right) ? left.number === right.number : undefined;
  if (typeof left === 'boolean' || typeof right === 'boolean') return typeof left === typeof right ? left === right : undefined;
  return left === right;
}

function isNoneOf(value: Value): value is { readonly noneOf: readonly string[] } {
  return typeof value === 'object' && value !== null && 'noneOf' in value;
}

function isNumber(value: Value): value is { readonly number: string } {
  return typeof value === 'object' && value !== null && 'number' in value;
}

function evaluateTerm(text: string, context: ConditionContext): Value | undefined {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  if (/^(?:0|[1-9]\d{0,8})$/.test(text)) return { number: text };
  if (/^@?"/.test(text)) return foldExpression(`@(${text})`);
  const bare = text.replace(/\s+/g, '');
  const { operation } = context;
  switch (bare) {
    case 'context.Operation.Id':
      return 'id' in operation ? operation.id : { noneOf: operation.others };
    case 'context.Api.Id':
      return context.apiId;
    case 'context.Api.Path':
      return context.apiPath;
    case 'context.Product?.Id':
      return context.productId;
    case 'context.Product.Id':
      // Without a product it throws.
      return context.productId ?? undefined;
    default:
      return evaluateClaim(text, context);
  }
}

const name = String.raw`"([^"\\]{1,200})"`;
const variable = [
  String.raw`\(\s*\(\s*Jwt\s*\)\s*context\s*\.\s*Variables\s*\[\s*${name}\s*\]\s*\)`,
  String.raw`\(\s*context\s*\.\s*Variables\s*\[\s*${name}\s*\]\s*as\s+Jwt\s*\)`,
  String.raw`context\s*\.\s*Variables\s*\.\s*GetValueOrDefault\s*<\s*Jwt\s*>\s*\(\s*${name}\s*\)`,
].join('|');
const claim = new RegExp(
  String.raw`^(?:${variable})\s*\??\s*\.\s*Claims\s*(?:\.\s*GetValueOrDefault\s*\(\s*${name}\s*(?:,\s*${name.replace('{1,', '{0,')}\s*)?\)|\[\s*${name}\s*\]\s*\.\s*Contains\s*\(\s*${name}\s*\))$`,
);

/**
 * A claim through a variable. `GetValueOrDefault` gives a text, several joined by commas (documented: `Jwt` in policy expressions); how a number or an
 * object is written is not documented, and stays open.
 */
function evaluateClaim(text: string, context: ConditionContext): Value | undefined {
  if (text.length > 2000) return undefined;
  const match = claim.exec(text);
  if (match === null) return undefined;
  const [, first, second, third, wanted, fallback, listed, contained] = match as (string | undefined)[];
  const claims = context.claimsIn(first ?? second ?? third ?? '');
  if (claims === undefined) return undefined;
  const asked = wanted ?? listed ?? '';
  const values = Object.hasOwn(claims, asked) ? textsOf(claims[asked]) : null;
  if (values === undefined) return undefined;
  if (listed !== undefined) return values === null ? undefined : values.includes(contained ?? '');
  return values === null ? fallback : values.join(',');
}

/** The values of a claim, where all of them are texts; undefined where they are not, or where there is none. */
function textsOf(value: unknown): string[] | undefined {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = all.filter((each): each is string => typeof each === 'string');
  return texts.length === all.length && texts.length > 0 ? texts : undefined;
}
