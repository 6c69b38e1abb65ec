// Which tests tell at once whether a changed file is still right: those of the rule, or of the folder that mirrors its own.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run-command.mjs';

/** The arguments with which vitest runs the tests of one rule: its fixtures, its page, and the unit tests whose names hold its code. */
export function testsOfRule(code) {
  const mentioned = readdirSync(path.join(root, 'test/unit'), { recursive: true })
    .map(file => path.posix.join('test/unit', file.split(path.sep).join('/')))
    .filter(file => file.endsWith('.test.ts') && readFileSync(path.join(root, file), 'utf8').includes(code));
  // What stands around the code in a name is no part of a longer one: `no-keys` is not `no-keys-at-all`.
  return ['test/unit/rules/fixtures', 'test/unit/rules/pages', ...mentioned, '--testNamePattern', `(^|[^\\w-])${code}([^\\w-]|$)`];
}

/** The arguments for the tests of a changed file (its path in the repository, with slashes); undefined where it has none. */
export function testsOf(file) {
  const rule = /^(?:src\/core\/rules|docs\/rules|test\/fixtures)\/([a-z0-9-]+)/.exec(file)?.[1];
  if (rule !== undefined && existsSync(path.join(root, 'src/core/rules', `${rule}.ts`))) return testsOfRule(rule);
  if (/^test\/(?:unit|server|property|external)\/.*\.test\.ts$/.test(file)) return [file];
  const folder = /^src\/(?:core\/)?([a-z-]+)\//.exec(file)?.[1];
  if (folder === undefined) return undefined;
  const mirrors = [`test/unit/${folder}`, folder === 'server' ? 'test/server' : ''].filter(
    mirror => mirror && existsSync(path.join(root, mirror)),
  );
  return mirrors.length > 0 ? mirrors : undefined;
}
