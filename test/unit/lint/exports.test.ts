import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..', '..');

/** What is run, built or published, not imported. */
const entries = new Set([
  'src/core/index.ts',
  'src/core/library.ts',
  'src/extension/extension.ts',
  'src/extension/browser.ts',
  'src/extension/node.ts',
  'src/extension/messages/client-vscode.ts',
  'src/cli/mcp/no-validator.ts',
]);

interface Exported {
  readonly file: string;
  readonly name: string;
  readonly kind: ts.SyntaxKind;
  /** The comment in front of it. */
  readonly docs: string;
}

interface Module {
  readonly exported: readonly Exported[];
  /** What it takes of other files, as `file#name`; `file#*` where it takes all. */
  readonly taken: readonly string[];
}

function listFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.m?[jt]s$/.test(file) && !file.includes('node_modules'))
    .map(file => path.posix.join(folder, file.replaceAll(path.sep, '/')));
}

/** The file below the root that a relative import means. */
function resolve(file: string, specifier: string): string {
  return path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, '.ts');
}

function readModule(file: string): Module {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const exported: Exported[] = [];
  const taken: string[] = [];
  const take = (from: ts.Node | undefined, names: readonly string[]): void => {
    if (from === undefined || !ts.isStringLiteral(from) || !from.text.startsWith('.')) return;
    taken.push(...names.map(name => `${resolve(file, from.text)}#${name}`));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const bindings = node.importClause?.namedBindings;
      const isNamed = bindings !== undefined && ts.isNamedImports(bindings);
      take(node.moduleSpecifier, isNamed ? bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text) : ['*']);
    } else if (ts.isExportDeclaration(node)) {
      const clause = node.exportClause;
      const isNamed = clause !== undefined && ts.isNamedExports(clause);
      take(node.moduleSpecifier, isNamed ? clause.elements.map(({ name, propertyName }) => (propertyName ?? name).text) : ['*']);
    } else if (ts.isImportTypeNode(node)) {
      const name = node.qualifier === undefined || !ts.isIdentifier(node.qualifier) ? '*' : node.qualifier.text;
      take(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, [name]);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) take(node.arguments[0], ['*']);
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const statement of source.statements) {
    if (!ts.canHaveModifiers(statement) || ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) !== true)
      continue;
    const docs = source.text.slice(statement.getFullStart(), statement.getStart());
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name }) => name.getText())
      : [(statement as ts.DeclarationStatement).name?.getText() ?? 'default'];
    exported.push(...names.map(name => ({ file, name, kind: statement.kind, docs })));
  }
  return { exported, taken };
}

const modules = new Map(['src', 'test', 'scripts', 'bench'].flatMap(listFiles).map(file => [file, readModule(file)]));
const exported = [...modules].flatMap(([file, module]) => (file.startsWith('src/') && !entries.has(file) ? module.exported : []));
const takenBy = (isUser: (file: string) => boolean): ReadonlySet<string> =>
  new Set([...modules].flatMap(([file, { taken }]) => (isUser(file) ? taken : [])));
const isTaken = (taken: ReadonlySet<string>, { file, name }: Exported): boolean => taken.has(`${file}#${name}`) || taken.has(`${file}#*`);
const show = ({ file, name }: Exported): string => `${file}: ${name}`;

const taken = takenBy(() => true);
const takenByProduct = takenBy(file => file.startsWith('src/'));

/** The declarations of a catalogue name the types of its sentences' values. */
const isNamedByCatalogue = ({ file, kind }: Exported): boolean =>
  /^src\/[a-z]+\/(?:messages|sentences)\/[a-z]+\//.test(file) &&
  (kind === ts.SyntaxKind.InterfaceDeclaration || kind === ts.SyntaxKind.TypeAliasDeclaration);

test('nothing is exported that no other file takes', () => {
  expect(exported.length).toBeGreaterThan(500);
  expect(exported.filter(each => !isTaken(taken, each) && !isNamedByCatalogue(each)).map(show)).toEqual([]);
});

test('what tests alone take says so', () => {
  const forTests = exported.filter(each => isTaken(taken, each) && !isTaken(takenByProduct, each));
  expect(forTests.filter(({ docs }) => !/\btests?\b/.test(docs)).map(show)).toEqual([]);
});
