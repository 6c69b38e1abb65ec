import type { Middleware } from 'vscode-languageclient';

/** After a completion that ends between quotes, the list opens again: the server marks those, and only an editor can open it. */
export const askAgain: Middleware = {
  async provideCompletionItem(document, position, context, token, next) {
    const result = await next(document, position, context, token);
    const items = Array.isArray(result) ? result : (result?.items ?? []);
    for (const item of items) {
      const data: unknown = 'data' in item ? item.data : undefined;
      if (typeof data === 'object' && data !== null && 'asksAgain' in data) {
        item.command = { command: 'editor.action.triggerSuggest', title: 'Suggest' };
      }
    }
    return result;
  },
};
