/** Every command of the manifest, without the prefix. */
export const commandNames = [
  'decodeToken',
  'decodeTokenFromClipboard',
  'decodeTokenFromSelection',
  'clearToken',
  'showTokenPanel',
  'showTenantMetadata',
  'openSample',
  'explainGatewayError',
] as const;

export type CommandName = (typeof commandNames)[number];

/** The command's id, as the manifest and menus name it. */
export function commandId(name: CommandName): string {
  return `apimTokenDoctor.${name}`;
}
