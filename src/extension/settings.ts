import * as vscode from 'vscode';

const section = 'apimTokenDoctor';

/** The settings that the extension reads itself. The server asks for those that belong to a document: `rules` and `namedValues`. */
interface ExtensionSettings {
  /** `token.forgetAfterMinutes`: at least one, at most a day. */
  readonly forgetAfterMinutes: number;
  /** `metadata.allowedHosts`, lower case. */
  readonly allowedHosts: readonly string[];
  /** `identityHosts`: hosts that the user named as the tenant's own. Never a workspace's. */
  readonly identityHosts: readonly string[];
  /** `metadata.savedDocuments`: address → file. */
  readonly savedDocuments: Readonly<Record<string, string>>;
  /** `hosts`: whether policies inside Markdown, YAML and programs are read, too. */
  readonly hosts: 'known' | 'all';
  /** `codeLens`: whether lines above the places in files say something. */
  readonly codeLens: boolean;
  /** `namedValueFiles`, in order; later ones count more. */
  readonly namedValueFiles: readonly string[];
}

/** Read anew each time; values of the wrong shape are left out. */
export function readSettings(): ExtensionSettings {
  const settings = vscode.workspace.getConfiguration(section);
  const minutes: unknown = settings.get('token.forgetAfterMinutes');
  const saved: unknown = settings.get('metadata.savedDocuments');
  const entries = typeof saved === 'object' && saved !== null ? Object.entries(saved) : [];
  return {
    forgetAfterMinutes: typeof minutes === 'number' && minutes >= 1 ? Math.min(minutes, 1440) : 60,
    allowedHosts: readTexts(settings.get('metadata.allowedHosts'))
      .map(host => host.trim().toLowerCase())
      .filter(host => host !== ''),
    identityHosts: readTexts(settings.get('identityHosts')),
    savedDocuments: Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    hosts: settings.get('hosts') === 'all' ? 'all' : 'known',
    codeLens: settings.get('codeLens') !== false,
    namedValueFiles: readTexts(settings.get('namedValueFiles')),
  };
}

/** Adds hosts to the allowed ones, for this user and every workspace. What is no host is left out. */
export async function allowHosts(hosts: readonly string[]): Promise<void> {
  const settings = vscode.workspace.getConfiguration(section);
  const allowed = readTexts(settings.get('metadata.allowedHosts'));
  const added = hosts.filter(host => host.trim() !== '' && !allowed.includes(host));
  await settings.update('metadata.allowedHosts', [...allowed, ...added], vscode.ConfigurationTarget.Global);
}

/** Where a setting was written. */
export type WrittenSetting = 'folder' | 'workspace' | 'user';

/**
 * Switches a rule off for the workspace that a document belongs to, and leaves its other rules as they are; of several folders for the document's
 * own. Without a folder nothing but the user's settings counts.
 */
export async function switchRuleOff(code: string, document: vscode.Uri): Promise<WrittenSetting> {
  const settings = vscode.workspace.getConfiguration(section, document);
  const { globalValue, workspaceValue, workspaceFolderValue } = settings.inspect('rules') ?? {};
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1 && vscode.workspace.getWorkspaceFolder(document) !== undefined;
  const where = !hasFolder() ? 'user' : several ? 'folder' : 'workspace';
  const { written, target } = {
    folder: { written: workspaceFolderValue, target: vscode.ConfigurationTarget.WorkspaceFolder },
    workspace: { written: workspaceValue, target: vscode.ConfigurationTarget.Workspace },
    user: { written: globalValue, target: vscode.ConfigurationTarget.Global },
  }[where];
  await settings.update('rules', { ...(typeof written === 'object' ? written : {}), [code]: 'off' }, target);
  return where;
}

/** Whether a folder is open: only then a workspace has settings of its own. */
export function hasFolder(): boolean {
  return (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
}

/** Puts a set of values in force for this workspace (`valueSet`); the empty name takes the choice back. */
export async function chooseValueSet(set: string): Promise<void> {
  const value = set === '' ? undefined : set;
  await vscode.workspace.getConfiguration(section).update('valueSet', value, vscode.ConfigurationTarget.Workspace);
}

/** Calls back after one of these settings changed. */
export function onSettingsChange(names: readonly string[], listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(event => {
    if (names.some(name => event.affectsConfiguration(`${section}.${name}`))) listener();
  });
}

function readTexts(raw: unknown): string[] {
  return Array.isArray(raw) ? raw.filter((each): each is string => typeof each === 'string') : [];
}
