import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSnippets } from '../harness/snippets.js';

const folder = fileURLToPath(new URL('../../../shared/reference/xsd/', import.meta.url));
const names = ['common-types.xsd', 'validate-jwt.xsd', 'validate-azure-ad-token.xsd'];
const why = !names.every(name => existsSync(`${folder}${name}`))
  ? ' (skipped: ../shared/reference/xsd is absent)'
  : spawnSync('xmllint', ['--version']).status !== 0
    ? ' (skipped: xmllint, of the package libxml2-utils, is not installed)'
    : '';

/** What an independent validator says against the public schemas; empty where the element is valid. */
function validate(element: string): string {
  const temporary = mkdtempSync(join(tmpdir(), 'snippets-xsd-'));
  try {
    const includes = names.map(name => `<xs:include schemaLocation="file://${folder}${name}"/>`).join('');
    writeFileSync(join(temporary, 'schema.xsd'), `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${includes}</xs:schema>`);
    writeFileSync(join(temporary, 'element.xml'), element);
    const options = ['--noout', '--nonet', '--schema', join(temporary, 'schema.xsd'), join(temporary, 'element.xml')];
    const { status, stderr } = spawnSync('xmllint', options, { encoding: 'utf8' });
    return status === 0 ? '' : stderr.replaceAll(temporary, '');
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

describe.skipIf(why !== '')(`snippets against the public schemas${why}`, () => {
  it('the validator can say no', () => {
    expect(validate('<validate-jwt><audience>x</audience></validate-jwt>')).toContain('audience');
  });

  it.each(readSnippets())('$title is valid, filled in or not', ({ filled, untouched }) => {
    expect(validate(filled)).toBe('');
    expect(validate(untouched)).toBe('');
  });
});
