import { expect, test } from 'vitest';
import { isTerraformAt, scanTerraform } from '../../../src/core/expression/scan-terraform.js';

/** Everything up to the sign `¦`, which is taken out, must be the template; without it, the template never ends. */
test.each([
  '${var.x}¦}',
  '${var.x["a"]}¦',
  '%{ if a && "}" == b ~}¦ x %{ endif }',
  '${join(", ", [for k, v in m : "${k}=\\"${v}\\"}"])}¦',
  '${{ a = 1 }}¦',
  '${}¦',
  '${a',
  '${"}',
  '${a\n}',
  '${"a\r"}',
])('%j', marked => {
  const text = marked.replace('¦', '');
  expect(isTerraformAt(text, 0)).toBe(true);
  expect(scanTerraform(text, 0, text.length)).toBe(marked.indexOf('¦'));
});

test.each(['$x', '{{a}}', '% {', '$', ''])('%j is no template', text => expect(isTerraformAt(text, 0)).toBe(false));
