export const ids: { readonly tenant: string; readonly api: string; readonly client: string };
export const personal: Readonly<Record<string, string>>;
interface Versions {
  readonly v1: string;
  readonly v2: string;
}
export const addresses: {
  readonly externalIdIssuer: Versions;
  readonly workforceIssuer: Versions;
  readonly externalId: string;
  readonly externalIdKeys: string;
  readonly workforceV1: string;
  readonly workforceV2: string;
  readonly workforceKeysV1: string;
  readonly workforceKeysV2: string;
};
export interface Tenant {
  readonly documents: Readonly<Record<string, unknown>>;
  mint(version: 1 | 2, from: 'externalId' | 'workforce', claims?: Readonly<Record<string, unknown>>): Promise<string>;
}
export function makeTenant(): Promise<Tenant>;
