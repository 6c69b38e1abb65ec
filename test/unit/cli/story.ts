import { createSampleTenant } from '../../../src/core/token/mint-sample.js';
import type { SampleKind } from '../../../src/core/token/mint-sample.js';

export const ids = {
  tenant: '11111111-2222-4333-8444-555555555555',
  api: '5d3f0b5e-7f0a-4a6e-9a4c-2f8b7b1f6e21',
  client: '9c1b7a52-0d7e-4f3b-8a55-0d6f1c2b3a4e',
};

export const now = 1_798_000_000;

/** A policy that takes a workforce tenant's tokens only. */
export const policy = `<policies>
    <inbound>
        <base />
        <validate-azure-ad-token tenant-id="${ids.tenant}">
            <client-application-ids>
                <application-id>${ids.client}</application-id>
            </client-application-ids>
            <audiences>
                <audience>${ids.api}</audience>
                <audience>api://${ids.api}</audience>
            </audiences>
        </validate-azure-ad-token>
    </inbound>
</policies>
`;

/** A token of the kind and everything that its tenant publishes. */
export async function mintStory(kind: SampleKind): Promise<{ readonly token: string; readonly metadata: string }> {
  const tenant = await createSampleTenant(ids);
  return { token: (await tenant.mint(kind, now)).reveal(), metadata: JSON.stringify(tenant.metadata) };
}
