// One reading of booleans, whoever asks.
import { expect, it } from 'vitest';
import { readBoolean } from '../../../src/core/policy/boolean-value.js';

it.each([
  ['true', true, true],
  ['TRUE', true, true],
  [' False ', false, true],
  ['false', false, true],
  ['1', true, false],
  ['0', false, false],
  ['no', null, false],
  ['', null, false],
  ['constructor', null, false],
])('reads %j', (text, value, certain) => {
  expect(readBoolean(text)).toEqual({ value, certain });
});
