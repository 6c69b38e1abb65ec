// The XML schemas that Microsoft publishes for the token policies, and an independent validator. Who uses it skips where either is absent.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPolicies } from '../../src/core/index.js';

const folder = fileURLToPath(new URL('../../../shared/reference/xsd/', import.meta.url));
const names = ['common-types.xsd', 'validate-jwt.xsd', 'validate-azure-ad-token.xsd'];

/** Why nothing can be validated here; empty where it can. */
export const whyNoSchema = !names.every(name => existsSync(`${folder}${name}`))
  ? ' (skipped: ../shared/reference/xsd is absent)'
  : spawnSync('xmllint', ['--version']).status !== 0
    ? ' (skipped: xmllint, of the package libxml2-utils, is not installed)'
    : '';

/** What an element looks like once named values and placeholders are filled in and its expressions are escaped. */
export function fillIn(text: string, start: number, end: number): string {
  const { expressions } = readPolicies(text);
  let filled = '';
  let from = start;
  for (const expression of expressions) {
    if (expression.start < from || expression.end > end || expression.end < 0) continue;
    const raw = text.slice(expression.start, expression.end);
    const escaped = raw
      .replace(/&(?!\w+;)/g, '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;');
    filled += text.slice(from, expression.start) + escaped;
    from = expression.end;
  }
  filled += text.slice(from, end);
  return filled.replace(/\{\{[^}]*\}\}|\$\{[^}]*\}|\{[a-z-]+\}/g, 'filled-in');
}

/** The complaints of the validator about elements, each in a document of its own; empty where all are valid. */
export function validate(elements: readonly string[]): string {
  const temporary = mkdtempSync(join(tmpdir(), 'public-schema-'));
  try {
    // The schemas take their common types from beside them.
    const includes = names.map(name => `<xs:include schemaLocation="file://${folder}${name}"/>`).join('');
    const schema = join(temporary, 'schema.xsd');
    writeFileSync(schema, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${includes}</xs:schema>`);
    const files = elements.map((element, index) => {
      const file = join(temporary, `${String(index)}.xml`);
      writeFileSync(file, element);
      return file;
    });
    const run = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...files], { encoding: 'utf8', maxBuffer: 1e8 });
    return run.stderr
      .split('\n')
      .filter(line => line !== '' && !line.endsWith(' validates'))
      .map(line => line.replaceAll(temporary, ''))
      .join('\n');
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
