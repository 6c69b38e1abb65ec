import { say } from '../../messages/message.js';
import { findAttribute } from '../../policy/policy-tree.js';
import { buildFix, type Draft } from '../writing/build-fix.js';
import { insertAttributes, removeAttribute } from '../writing/edit-children.js';
import type { FixMaker, PolicyFixContext } from '../fix-maker.js';
import { stripScheme } from '../writing/strip-scheme.js';

const sources = ['header-name', 'query-parameter-name', 'token-value'];

/** Names one place of the token where there is none, leaves one of several, takes the scheme off an expression. */
export const tokenSource: FixMaker = {
  scope: 'policy',
  make(context) {
    return listDrafts(context).map(draft => buildFix(context, draft));
  },
};

function listDrafts({ document, policy, finding }: PolicyFixContext): Draft[] {
  const { element } = policy;
  const { text } = document;
  const named = sources.flatMap(name => findAttribute(element, name) ?? []);
  if (named.length === 0) {
    const scheme = findAttribute(element, 'require-scheme') === undefined ? [['require-scheme', 'Bearer'] as const] : [];
    const edits = [insertAttributes(document, element, [['header-name', 'Authorization'], ...scheme])];
    return [{ title: say('fix-insert-source', {}), edits, widens: false, preferred: true }];
  }
  if (finding.data['reason'] === 'source-token-value-with-scheme') {
    const expression = document.expressions.find(({ start, end }) => start >= finding.start && end <= finding.end && end > start);
    const edit = expression === undefined ? null : stripScheme(document, expression);
    return edit === null ? [] : [{ title: say('fix-strip-scheme-value', {}), edits: [edit], widens: true }];
  }
  if (named.length < 2) return [];
  return named.map(keep => {
    const drop = named.filter(other => other !== keep);
    const title = say('fix-keep-source', { keep: keep.name, drop: drop.map(({ name }) => name) });
    return { title, edits: drop.map(attribute => removeAttribute(text, attribute)), widens: false };
  });
}
