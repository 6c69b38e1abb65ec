// Who talks to the network has one door a process (ARCHITECTURE.md, "Walls"). This rule closes the others, under whatever name: a call, another name
// for the function, a member of the global object, one that is taken out of it.

/** What sends, by name. */
const senders = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon', 'importScripts']);

/** Names of the global object. The page's window may be handed on whole: who gets it is looked at for the members that send. */
const globals = new Set(['globalThis', 'window', 'self', 'global']);

/** The name that a key or a member is known by before it runs; null where it is worked out. */
function nameOf(node, computed) {
  if (node.type === 'Identifier') return computed ? null : node.name;
  if (node.type === 'Literal') return String(node.value);
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return null;
}

const isType = ({ parent }) => parent.type === 'TSQualifiedName' || parent.type === 'TSTypeQuery' || parent.type === 'TSTypeReference';

const isHandedOn = ({ name, parent }) => name === 'window' && parent.type === 'CallExpression' && parent.callee.name === 'start';

/** @type {import('eslint').Rule.RuleModule} */
export const networkDoor = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      door: 'The network has one door a process, src/extension/metadata/metadata-store.ts and src/cli/send.ts: {{name}} would be another.',
      global: 'Globals are named where they are used: through {{name}} nobody sees which.',
    },
  },
  create(context) {
    const report = (node, name) => context.report({ node, messageId: 'door', data: { name } });
    const check = ({ identifier, resolved }) => {
      if (resolved !== null && resolved.defs.length > 0) return;
      if (isType(identifier)) return;
      if (senders.has(identifier.name)) report(identifier, identifier.name);
      else if (globals.has(identifier.name) && !isHandedOn(identifier))
        context.report({ node: identifier, messageId: 'global', data: { name: identifier.name } });
    };
    return {
      'Program:exit'(node) {
        const scope = context.sourceCode.getScope(node);
        const all = [scope, ...scope.childScopes];
        for (let index = 0; index < all.length; index++) {
          for (const reference of all[index].references) check(reference);
          if (index > 0) all.push(...all[index].childScopes);
        }
      },
      MemberExpression({ property, computed, object }) {
        const name = nameOf(property, computed);
        if (name !== null && senders.has(name)) report(property, name);
        if (name === null && object.type === 'Identifier' && globals.has(object.name)) report(property, `a member of ${object.name}`);
      },
      'ObjectPattern > Property'({ key, computed }) {
        const name = nameOf(key, computed);
        if (name !== null && senders.has(name)) report(key, name);
      },
    };
  },
};
