// The extension's texts for the user have one door, src/extension/messages: it makes what they quote inert. This rule closes all others.

/** What `vscode.window` may be asked for elsewhere: nothing of it shows a text that the extension hands over. */
const harmless = new Set([
  'activeTextEditor',
  'visibleTextEditors',
  'onDidChangeActiveTextEditor',
  'onDidChangeTextEditorSelection',
  'showTextDocument',
  'tabGroups',
  'createOutputChannel',
  'createWebviewPanel',
  'registerWebviewPanelSerializer',
]);

/** What shows texts elsewhere in `vscode`: by the name of a member of it, or of a member of its namespaces. */
const showing = new Set([
  'MarkdownString',
  'TreeItem',
  'comments',
  'scm',
  'tests',
  'chat',
  'lm',
  'createLanguageStatusItem',
  'registerCommand',
]);

/** What no object is asked for, whoever handed it on. */
const forbidden = new Set([
  'showInformationMessage',
  'showWarningMessage',
  'showErrorMessage',
  'showNotificationMessage',
  'setStatusBarMessage',
  'withProgress',
  'withScmProgress',
  'showQuickPick',
  'createQuickPick',
  'showInputBox',
  'createInputBox',
  'showWorkspaceFolderPick',
  'showOpenDialog',
  'showSaveDialog',
  'createStatusBarItem',
  'createTreeView',
  'registerTreeDataProvider',
  'createTerminal',
]);

/** The name that a key or a member is known by before it runs; null where it is worked out. */
function nameOf(node, computed) {
  if (node.type === 'Identifier') return computed ? null : node.name;
  if (node.type === 'Literal') return String(node.value);
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return null;
}

/** Whether a reference stands in a type: `vscode.Uri`, `typeof vscode`. */
const isType = ({ parent }) => parent.type === 'TSQualifiedName' || parent.type === 'TSTypeQuery';

/** @type {import('eslint').Rule.RuleModule} */
export const messageDoor = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      door: 'What the user is shown goes through src/extension/messages: {{name}} would show it as it is.',
      alias: 'vscode is named where it is used (vscode.workspace…), so that it can be seen that no text gets past src/extension/messages.',
    },
  },
  create(context) {
    const report = (node, name) => context.report({ node, messageId: 'door', data: { name } });
    const alias = node => context.report({ node, messageId: 'alias' });

    /** `vscode` itself may be asked for a member, and `vscode.window` for a harmless one. */
    function checkReference(node) {
      if (isType(node)) return;
      const { parent } = node;
      if (parent.type !== 'MemberExpression' || parent.object !== node || parent.computed) return alias(node);
      const { name } = parent.property;
      if (showing.has(name)) return report(parent, name);
      const next = parent.parent;
      const asked = next.type === 'MemberExpression' && next.object === parent && !next.computed ? next.property.name : null;
      if (name !== 'window') return asked !== null && showing.has(asked) ? report(next, asked) : undefined;
      if (asked === null) return alias(parent);
      // What is forbidden of any object is reported once, there.
      if (!harmless.has(asked) && !forbidden.has(asked)) report(next, asked);
    }

    return {
      ImportDeclaration(node) {
        if (node.source.value !== 'vscode' || node.importKind === 'type') return;
        for (const specifier of node.specifiers) {
          if (specifier.importKind === 'type') continue;
          if (specifier.type === 'ImportDefaultSpecifier') alias(specifier);
          else if (specifier.type === 'ImportSpecifier') {
            const name = nameOf(specifier.imported, false);
            if (name === 'window' || name === 'commands' || name === 'languages' || showing.has(name)) report(specifier, name);
          } else
            for (const variable of context.sourceCode.getDeclaredVariables(specifier))
              variable.references.forEach(({ identifier }) => checkReference(identifier));
        }
      },
      'ExportAllDeclaration[source.value="vscode"], ExportNamedDeclaration[source.value="vscode"]'(node) {
        if (node.exportKind !== 'type') alias(node);
      },
      'ImportExpression[source.value="vscode"], TSImportEqualsDeclaration[moduleReference.expression.value="vscode"]': alias,
      'CallExpression[callee.name="require"][arguments.0.value="vscode"]': alias,
      MemberExpression(node) {
        const name = nameOf(node.property, node.computed);
        if (forbidden.has(name)) report(node, name);
      },
      'ObjectPattern > Property'(node) {
        const name = nameOf(node.key, node.computed);
        if (forbidden.has(name) || name === 'window') report(node, name);
      },
    };
  },
};
