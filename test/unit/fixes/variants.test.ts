import { expect, test } from 'vitest';
import { writeHelp } from '../../../src/cli/run.js';
import { englishCli } from '../../../src/cli/sentences/english/index.js';
import { rewriteVariants, variantsOf } from '../../../src/core/fixes/rewrite/variants.js';

test('every variant that is written may be asked for, and the one of the token', () => {
  const written = Object.values(variantsOf).flat();
  expect([...rewriteVariants].sort()).toEqual([...new Set([...written, 'token'])].sort());
});

test('the help of the command line names them', () => {
  const help = writeHelp(englishCli, 'fix').replace(/\n {10,}/g, ' ');
  expect(help).toContain('a rule, or to-validate-jwt (--variant both|v2|v1|token|keep-workforce), ');
  expect(help).toContain('or to-validate-azure-ad-token. Without it,');
});
