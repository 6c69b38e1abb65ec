import { publicCloud, tenantTemplate } from '../knowledge/clouds.js';
import { readAddress, type MicrosoftAddress } from '../microsoft/read-address.js';
import type { ErrorWords } from '../messages/catalogue.js';
import type { ErrorValues } from './explanation.js';
import { undoEscapes } from './undo-escapes.js';

type Remarks = ErrorWords['remarks'];

/** What can be said beyond the code when the text holds the issuers themselves. Empty where nothing can. */
export function compareIssuers({ issuer: printed, validIssuers }: ErrorValues, { remarks }: ErrorWords): readonly string[] {
  if (printed === undefined) return [];
  const issuer = undoEscapes(printed);
  const own = [...describeIssuer(issuer, remarks), ...(validIssuers === undefined ? describeCloud(issuer, remarks) : [])];
  const compared = (validIssuers ?? []).map(valid => comparePair(issuer, undoEscapes(valid), remarks)).filter(remark => remark !== null);
  return [...new Set([...own, ...compared])];
}

function* describeIssuer(issuer: string, remarks: Remarks): Iterable<string> {
  const { family, version, prefix } = readAddress(issuer);
  if (family === 'external-id') yield version === 2 ? remarks['external-id']() : remarks['external-id-version-1']();
  if (family === 'b2c') yield remarks.b2c();
  if (prefix === 'tfp') yield remarks['b2c-policy-in-issuer']();
}

/** Where the text does not say what the policy accepts, a national cloud is worth a word: the policies' own default is the public one. */
function describeCloud(issuer: string, remarks: Remarks): readonly string[] {
  const { cloud } = readAddress(issuer);
  return cloud === null || cloud === publicCloud ? [] : [remarks.cloud({ title: cloud.title, host: cloud.loginHost })];
}

function comparePair(issuer: string, valid: string, remarks: Remarks): string | null {
  if (issuer === valid) return null;
  if (issuer.trim() === valid.trim()) return remarks.space({ valid });
  if (issuer.replace(/\/$/, '') === valid.replace(/\/$/, '')) return remarks.slash({ valid });
  if (issuer.toLowerCase() === valid.toLowerCase()) return remarks.letters({ valid });
  if (valid.toLowerCase().includes(tenantTemplate)) return remarks.template({ valid });
  const [own, other] = [readAddress(issuer), readAddress(valid)];
  if (own.tenantId === null || other.tenantId === null) return null;
  if (own.tenantId !== other.tenantId) return remarks['other-tenant']({ own: own.tenantId, other: other.tenantId });
  return compareHosts(own, other, valid, remarks);
}

/** Two issuers of one tenant. */
function compareHosts(own: MicrosoftAddress, other: MicrosoftAddress, valid: string, remarks: Remarks): string {
  const tenant = own.tenantId ?? '';
  if (own.family === 'external-id' && other.family === 'external-id' && own.host !== other.host)
    return remarks['external-id-name']({ valid });
  if (own.family === 'external-id' && other.family !== 'external-id') return remarks['external-id-against-workforce']({ tenant });
  if (own.family !== 'external-id' && other.family === 'external-id') return remarks['workforce-against-external-id']();
  if (own.cloud !== null && other.cloud !== null && own.cloud !== other.cloud)
    return remarks['other-cloud']({ own: own.cloud.title, other: other.cloud.title });
  if (own.version === null || other.version === null || own.version === other.version)
    return remarks['other-host']({ tenant, host: own.host });
  return own.version === 2 ? remarks['version-2-token']({ tenant }) : remarks['version-1-token']({ tenant });
}
