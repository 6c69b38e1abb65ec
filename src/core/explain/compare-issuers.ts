import type { ErrorValues } from './explanation.js';

/** What can be said beyond the code when the text holds the issuers themselves. Empty where nothing can. */
export function compareIssuers(values: ErrorValues): readonly string[] {
  const { issuer, validIssuers } = values;
  if (issuer === undefined) return [];
  const host = hostOf(issuer);
  const remarks: string[] = [];
  if (host?.endsWith('.ciamlogin.com'))
    remarks.push(
      issuer.replace(/\/$/, '').endsWith('/v2.0')
        ? 'The issuer is a Microsoft Entra External ID tenant.'
        : 'The issuer is a Microsoft Entra External ID tenant, in its version 1.0 form: with requestedAccessTokenVersion 2 on the API it ends in /v2.0.',
    );
  else if (host?.endsWith('.b2clogin.com'))
    remarks.push('The issuer is an Azure AD B2C tenant: the openid-config must be that of the same user flow.');
  for (const valid of validIssuers ?? []) {
    const remark = comparePair(issuer, valid);
    if (remark !== null) remarks.push(remark);
  }
  return [...new Set(remarks)];
}

function comparePair(issuer: string, valid: string): string | null {
  if (issuer === valid) return null;
  if (issuer.replace(/\/$/, '') === valid.replace(/\/$/, '')) return `It differs from '${valid}' by the last slash only, and that counts.`;
  if (issuer.toLowerCase() === valid.toLowerCase()) return `It differs from '${valid}' by upper and lower case only, and that counts.`;
  if (/\{tenantid\}/i.test(valid)) return `'${valid}' is the template of common or organizations metadata, not the issuer of a tenant.`;
  const [own, other] = [tenantOf(issuer), tenantOf(valid)];
  if (own === null || other === null) return null;
  if (own !== other) return `It belongs to tenant ${own}; the policy accepts tenant ${other}.`;
  if (isVersion2(issuer) === isVersion2(valid))
    return `Both belong to tenant ${own}, at different hosts: the token comes from ${hostOf(issuer) ?? 'another host'}.`;
  return isVersion2(issuer)
    ? `Both belong to tenant ${own}: the token is version 2.0, the policy's metadata version 1.0. Add /v2.0 to the openid-config address.`
    : `Both belong to tenant ${own}: the token is version 1.0, the policy's metadata version 2.0. Take /v2.0 out of the openid-config address, or set requestedAccessTokenVersion to 2 on the API's app registration.`;
}

function isVersion2(issuer: string): boolean {
  return /\/v2\.0\/?$/.test(issuer);
}

function tenantOf(issuer: string): string | null {
  return /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/i.exec(issuer)?.[1]?.toLowerCase() ?? null;
}

function hostOf(issuer: string): string | null {
  return /^https:\/\/([^/]+)/i.exec(issuer)?.[1]?.toLowerCase() ?? null;
}
