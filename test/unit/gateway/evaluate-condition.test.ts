import { describe, expect, it } from 'vitest';
import { evaluateCondition, type ConditionContext } from '../../../src/core/gateway/evaluate-condition.js';

const context: ConditionContext = {
  operation: { id: 'get-order' },
  apiId: 'orders',
  apiPath: 'shop/orders',
  productId: 'starter',
  claimsIn: variable => (variable === 'jwt' ? { role: ['admin', 'user'], ver: '2.0', level: 3, none: [] } : undefined),
};

const without: ConditionContext = { ...context, operation: { others: ['get-order'] }, apiId: undefined, productId: null };

describe('a condition that is certain', () => {
  it.each([
    ['true', true],
    ['!false', true],
    ['1 == 1', true],
    ['1 == 2', false],
    ['"a" == @"a"', true],
    ['context.Operation.Id == "get-order"', true],
    ['context.Operation.Id != "get-order"', false],
    ['"GET-ORDER" == context.Operation.Id', false],
    ['context.Api.Id == "orders" && context.Api.Path == "shop/orders"', true],
    ['(context.Api.Id == "other") || (context.Product?.Id == "starter")', true],
    ['!(context.Api.Id == "other" || context.Api.Id == "orders")', false],
    ['context.Operation.Id == "a == b && c"', false],
    ['context.Api.Id == "other" && context.Request.Method == "GET"', false],
    ['context.Api.Id == "orders" || context.Request.Method == "GET"', true],
    ['((Jwt)context.Variables["jwt"]).Claims.GetValueOrDefault("ver", "") == "2.0"', true],
    ['((Jwt)context.Variables["jwt"]).Claims.GetValueOrDefault("role", "") == "admin,user"', true],
    ['((Jwt)context.Variables["jwt"]).Claims.GetValueOrDefault("missing", "x") == "x"', true],
    ['(context.Variables["jwt"] as Jwt).Claims["role"].Contains("admin")', true],
    ['context.Variables.GetValueOrDefault<Jwt>("jwt")?.Claims["role"].Contains("keeper") == false', true],
  ])('%s', (text, expected) => {
    expect(evaluateCondition(text, context)).toBe(expected);
  });

  it('knows of all other operations that they are none of those with a name', () => {
    expect(evaluateCondition('context.Operation.Id == "get-order"', without)).toBe(false);
    expect(evaluateCondition('context.Operation.Id == "other"', without)).toBeUndefined();
    expect(evaluateCondition('context.Product?.Id == null', without)).toBe(true);
    expect(evaluateCondition('context.Product?.Id == "starter"', without)).toBe(false);
  });
});

describe('a condition that is not', () => {
  it.each([
    'context.Request.Method == "GET"',
    'context.Request.Headers.GetValueOrDefault("x", "") == "1"',
    'context.Request.Method == "GET" && context.Api.Id == "other"',
    'context.Api.Id.ToUpper() == "ORDERS"',
    'context.Api.Id == "orders" ? true : false',
    'context.Api.Id ?? "x" == "orders"',
    'context.Api.Id == "orders" // == "other"',
    'context.Api.Id == $"{context.Api.Name}"',
    'context.Api.Id == "orders" & false',
    'context.Api.Id == 1',
    'x = true',
    'true == "true"',
    '((Jwt)context.Variables["other"]).Claims.GetValueOrDefault("ver", "") == "2.0"',
    '((Jwt)context.Variables["jwt"]).Claims.GetValueOrDefault("level", "") == "3"',
    '((Jwt)context.Variables["jwt"]).Claims["missing"].Contains("x")',
    '((Jwt)context.Variables["jwt"]).Claims["none"].Contains("x")',
    '"a',
    '(true',
    'true)',
    `${'('.repeat(100)}true${')'.repeat(100)}`,
    '',
  ])('stays open: %s', text => {
    expect(evaluateCondition(text, context)).toBeUndefined();
  });

  it('is one where the API or the product is not known', () => {
    expect(evaluateCondition('context.Api.Id == "orders"', without)).toBeUndefined();
    expect(evaluateCondition('context.Product.Id == "starter"', without)).toBeUndefined();
  });
});
