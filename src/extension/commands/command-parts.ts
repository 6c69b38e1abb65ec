import type * as vscode from 'vscode';
import type { ServerLink } from '../client/server-link.js';
import type { DocumentProvider } from '../metadata/document-provider.js';
import type { MetadataStore } from '../metadata/metadata-store.js';
import type { PanelOwner } from '../panel-owner.js';
import type { PolicyInFront } from '../policy-in-front.js';
import type { SignIn } from '../sign-in/sign-in.js';
import type { SuppliedValues } from '../supplied-values.js';
import type { TokenStore } from '../token/token-store.js';

/** What the commands work with. */
export interface CommandParts {
  readonly extensionUri: vscode.Uri;
  readonly server: ServerLink;
  readonly tokens: TokenStore;
  readonly metadata: MetadataStore;
  readonly documents: DocumentProvider;
  readonly values: SuppliedValues;
  readonly signIn: SignIn;
  readonly panel: PanelOwner;
  readonly policy: PolicyInFront;
  readonly log: vscode.LogOutputChannel;
}

/** One command. `parameters` are the caller's, unchecked. Throws `CommandProblem` for what the user should read. */
export type Command = (parts: CommandParts, parameters: readonly unknown[]) => Promise<void>;
