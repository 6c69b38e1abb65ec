import type { ExtensionContext } from 'vscode';
import { awaitFirstUse, type ClientModule } from './first-use.js';

/** Called by VS Code at the first XML document, or at the first command. */
export function activate(context: ExtensionContext): Promise<void> {
  // The client is a bundle of its own: an import would pull it into this one, and it would load with every XML document.
  return awaitFirstUse(context, () => Promise.resolve(require('./client.cjs') as ClientModule));
}
