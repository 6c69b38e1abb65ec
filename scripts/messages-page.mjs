// docs/messages.md: every message of the product as it is written in the catalogues, with the places of its values in braces. Read from the sources,
// not by running them, so that each alternative of a sentence shows.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const widest = 110;

/** The rules' messages, then the checks', then what is left of each catalogue. `rules`: code and summary, in the order of their codes. */
export function writeMessagesPage(root, rules) {
  const tables = listCatalogues(root).flatMap(file => readTables(root, file));
  const sentences = new Map(
    tables.filter(({ isSentences }) => isSentences).flatMap(({ entries }) => entries.map(each => [each.name, each])),
  );
  const take = names => names.flatMap(name => (sentences.get(name) === undefined ? [] : [remove(sentences, name)]));
  const codes = rules.map(({ code }) => code);
  const byRule = rules.map(({ code, summary }) => {
    // A sentence that is called like another rule is that rule's.
    const named = namesIn(root, `src/core/rules/${code}.ts`).filter(name => [undefined, code].includes(longestCode(codes, name)));
    const own = [...sentences.keys()].filter(name => longestCode(codes, name) === code);
    return section(3, code, summary, take([...new Set([...named, ...own])]));
  });
  const checks = readdirSync(path.join(root, 'src/core/gateway/checks')).sort();
  const byCheck = checks.map(file => section(3, file.replace('.ts', ''), '', take(namesIn(root, `src/core/gateway/checks/${file}`))));
  const rest = tables
    .filter(({ file }) => !file.endsWith('/rule-summaries.ts'))
    .map(({ name, doc, entries, isSentences }) => section(3, name, doc, isSentences ? take(entries.map(each => each.name)) : entries));
  return [
    '# Messages',
    'Every message, grouped by the rule or check that says it first. Values stand in braces; alternatives in brackets, separated by a bar. A message in two pieces has its title first, then its detail. The sentences are in `src/core/messages/english` and in the `messages` or `sentences` of the other parts; what the gateway itself writes is never changed.',
    '## Rules',
    ...byRule,
    '## Checks of the gateway',
    ...byCheck,
    '## Everything else',
    ...rest,
    'This page is generated (`npm run generate`).',
  ]
    .filter(text => text !== '')
    .join('\n\n');
}

function remove(map, name) {
  const found = map.get(name);
  map.delete(name);
  return found;
}

/** The rule whose code a name begins with; the longest where several do. */
function longestCode(codes, name) {
  return codes.filter(code => name === code || name.startsWith(`${code}-`)).sort((one, other) => other.length - one.length)[0];
}

function section(level, title, doc, entries) {
  if (entries.length === 0) return '';
  const text = entries.map(({ name, lines }) => [name, ...lines.flatMap(line => wrap(line))].join('\n')).join('\n');
  return [`${'#'.repeat(level)} ${title}`, doc, `\`\`\`text\n${text}\n\`\`\``].filter(part => part !== '').join('\n\n');
}

/** A line in several, the first with two spaces before it, the others with four. */
function wrap(line) {
  const lines = [];
  let rest = `  ${line}`;
  while (rest.length > widest) {
    const at = rest.lastIndexOf(' ', widest);
    if (at < 10) break;
    lines.push(rest.slice(0, at));
    rest = `    ${rest.slice(at + 1)}`;
  }
  return [...lines, rest];
}

/** The files of all catalogues, the core's first. */
function listCatalogues(root) {
  const parts = ['core', ...readdirSync(path.join(root, 'src')).filter(part => part !== 'core')];
  return parts.flatMap(part =>
    ['messages', 'sentences'].flatMap(folder => {
      const place = path.join(root, 'src', part, folder);
      if (!existsSync(place)) return [];
      const names = readdirSync(place, { recursive: true, encoding: 'utf8' }).map(name => name.replaceAll('\\', '/'));
      const files = names.filter(name => /^english(?:\/(?!index)[\w-]+)?\.ts$/.test(name));
      return files.sort().map(name => `src/${part}/${folder}/${name}`);
    }),
  );
}

function parse(root, file) {
  return ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

/** The texts in quotes of a file, in their order. */
function namesIn(root, file) {
  const names = [];
  const visit = node => {
    if (ts.isStringLiteral(node) && !ts.isImportDeclaration(node.parent)) names.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parse(root, file));
  return [...new Set(names)];
}

/** The exported tables of a file, each with its entries. */
function readTables(root, file) {
  const source = parse(root, file);
  const scope = new Map();
  const tables = [];
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement)) scope.set(statement.name.text, statement);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      scope.set(name.text, initializer);
      const table = unwrap(initializer);
      const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
      if (!isExported || !ts.isObjectLiteralExpression(table)) continue;
      const entries = table.properties.flatMap(property => readEntry(property, scope, ''));
      const doc = (ts.getJSDocCommentsAndTags(statement)[0]?.comment ?? '').toString().replace(/\s+/g, ' ');
      const isSentences = file.startsWith('src/core/') && /(?:Messages|Reasons)$/.test(name.text);
      tables.push({
        file,
        name: `${file
          .replace(/^src\//, '')
          .replace('/messages/', ': ')
          .replace('english/', '')
          .replace('.ts', '')} (${name.text})`,
        doc,
        entries,
        isSentences,
      });
    }
  }
  return tables;
}

function readEntry(property, scope, before) {
  if (!ts.isPropertyAssignment(property)) return [];
  const name = `${before}${property.name.text ?? property.name.getText()}`;
  const value = unwrap(property.initializer);
  if (ts.isObjectLiteralExpression(value) && findMember(value, 'says') === undefined && findMember(value, 'title') === undefined)
    return value.properties.flatMap(each => readEntry(each, scope, `${name}.`));
  return [{ name, lines: writeVariants(value, new Map(scope)) }];
}

function findMember(object, name) {
  return object.properties.find(({ name: own }) => own?.getText().replace(/'/g, '') === name)?.initializer;
}

function unwrap(node) {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)
    ? unwrap(node.expression)
    : node;
}

/** The lines of a message: each alternative is one, or two where it has a title and a detail. */
function writeVariants(node, scope) {
  const value = unwrap(node);
  if (ts.isArrowFunction(value)) {
    for (const { name } of value.parameters) forget(name, scope);
    return ts.isBlock(value.body) ? writeBlock(value.body, scope) : writeVariants(value.body, scope);
  }
  if (ts.isConditionalExpression(value)) return [...writeVariants(value.whenTrue, scope), ...writeVariants(value.whenFalse, scope)];
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap(each => writeVariants(each, scope));
  if (ts.isSpreadElement(value)) return writeVariants(value.expression, scope);
  if (ts.isCallExpression(value) && /^(?:step|only)$/.test(value.expression.getText())) {
    const [what, , text] = value.arguments;
    return [
      `${write(what, scope)}`,
      ...(text === undefined
        ? []
        : write(text, scope)
            .split('\n')
            .map(line => `| ${line}`)),
    ];
  }
  if (ts.isObjectLiteralExpression(value)) {
    const members = ['says', 'title', 'detail', 'cures', 'what', 'copy'].map(name => findMember(value, name));
    return members.flatMap(member => {
      if (member === undefined || member.kind === ts.SyntaxKind.NullKeyword) return [];
      if (ts.isArrayLiteralExpression(member)) return member.elements.map(each => `- ${write(each, scope)}`);
      return [write(member, scope)].filter(line => line !== '');
    });
  }
  return [write(value, scope)];
}

function writeBlock(block, scope) {
  const lines = [];
  for (const statement of block.statements) {
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name)) scope.set(name.text, initializer);
        else forget(name, scope);
    lines.push(...writeStatement(statement, scope));
  }
  return lines;
}

function writeStatement(statement, scope) {
  if (ts.isReturnStatement(statement)) return statement.expression === undefined ? [] : writeVariants(statement.expression, scope);
  if (ts.isIfStatement(statement))
    return [statement.thenStatement, statement.elseStatement].flatMap(each => (each === undefined ? [] : writeStatement(each, scope)));
  if (ts.isBlock(statement)) return writeBlock(statement, new Map(scope));
  if (ts.isSwitchStatement(statement))
    return statement.caseBlock.clauses.flatMap(clause => clause.statements.flatMap(each => writeStatement(each, scope)));
  return [];
}

/** Names of values hide constants of the same name. */
function forget(name, scope) {
  if (ts.isIdentifier(name)) scope.delete(name.text);
  else for (const each of name.elements) if (ts.isBindingElement(each)) forget(each.name, scope);
}

/** An expression as text. */
function write(node, scope) {
  const value = unwrap(node);
  if (ts.isStringLiteral(value) || ts.isNoSubstitutionTemplateLiteral(value)) return value.text;
  if (ts.isTemplateExpression(value))
    return value.head.text + value.templateSpans.map(({ expression, literal }) => write(expression, scope) + literal.text).join('');
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return write(value.left, scope) + write(value.right, scope);
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return write(value.left, scope);
  if (ts.isConditionalExpression(value)) {
    const [one, other] = [write(value.whenTrue, scope), write(value.whenFalse, scope)];
    return one === other ? one : `[${[one, other].filter(text => text !== '').join(' | ')}]`;
  }
  if (ts.isIdentifier(value)) return writeName(value, scope);
  if (ts.isPropertyAccessExpression(value)) return /^(?:length|size)$/.test(value.name.text) ? '{count}' : writeAccess(value, scope);
  if (ts.isElementAccessExpression(value)) return writeLookup(value, scope);
  if (ts.isCallExpression(value)) return writeCall(value, scope);
  return '{…}';
}

function writeName(value, scope) {
  const known = scope.get(value.text);
  if (known === undefined || ts.isFunctionDeclaration(known)) return `{${value.text}}`;
  const inner = new Map(scope);
  inner.delete(value.text);
  const text = write(known, inner);
  return /^(?:\{…\}|\{\w+\})?$/.test(text) && !ts.isStringLiteral(known)
    ? text === '' || text === '{…}'
      ? `{${value.text}}`
      : text
    : text;
}

function writeAccess(value, scope) {
  const owner = unwrap(value.expression);
  return ts.isIdentifier(owner) && scope.has(owner.text) && ts.isObjectLiteralExpression(unwrap(scope.get(owner.text)))
    ? write(findMember(unwrap(scope.get(owner.text)), value.name.text), scope)
    : `{${value.name.text}}`;
}

/** A table of words by a value: all of them, where they are few. */
function writeLookup(value, scope) {
  const table = ts.isIdentifier(value.expression) ? scope.get(value.expression.text) : undefined;
  const rows = table === undefined ? undefined : unwrap(table);
  const name = write(value.argumentExpression, scope);
  if (rows === undefined || !ts.isObjectLiteralExpression(rows)) return name;
  const texts = rows.properties.flatMap(row => (ts.isPropertyAssignment(row) ? writeVariants(row.initializer, new Map(scope)) : []));
  return texts.length > 40 ? name : `[${texts.join(' | ')}]`;
}

function writeCall(value, scope) {
  const called = unwrap(value.expression);
  if (ts.isPropertyAccessExpression(called)) return write(called.expression, scope);
  const helper = ts.isIdentifier(called) ? scope.get(called.text) : undefined;
  const first = value.arguments[0];
  if (helper !== undefined && ts.isArrowFunction(helper) && !ts.isBlock(helper.body)) {
    const inner = new Map(scope);
    helper.parameters.forEach(
      ({ name }, index) => ts.isIdentifier(name) && value.arguments[index] && inner.set(name.text, value.arguments[index]),
    );
    const text = write(helper.body, inner);
    if (!text.includes('{…}')) return text;
  }
  if (ts.isElementAccessExpression(called)) return writeLookup(called, scope);
  return first === undefined ? '{…}' : write(first, scope);
}
