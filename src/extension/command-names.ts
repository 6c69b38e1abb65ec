/** Every command of the manifest, without the prefix. */
export const commandNames = [
  'decodeToken',
  'decodeTokenFromClipboard',
  'decodeTokenFromSelection',
  'useTokenAt',
  'getToken',
  'switchToken',
  'restoreToken',
  'clearToken',
  'showTokenPanel',
  'showTenantMetadata',
  'openSample',
  'explainGatewayError',
  'fixAllInFile',
  'fixAllInWorkspace',
  'chooseValues',
  'supplyValue',
  'forgetValues',
] as const;

export type CommandName = (typeof commandNames)[number];

/** The command's id, as the manifest and menus name it. */
export function commandId(name: CommandName): string {
  return `apimTokenDoctor.${name}`;
}
