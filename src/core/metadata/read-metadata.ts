/** What the product needs of an OpenID configuration document. */
interface OpenIdConfiguration {
  /** Null where the document has none; it may hold `{tenantid}`. */
  readonly issuer: string | null;
  /** Where the signing keys are published; null where the document does not say. */
  readonly jwksUri: string | null;
}

/** A JSON object, as far as it can be told. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads an OpenID configuration; null for what is none (no object, or neither an issuer nor an address of keys). Never throws. */
export function readMetadata(document: unknown): OpenIdConfiguration | null {
  if (!isJsonObject(document)) return null;
  const issuer = typeof document['issuer'] === 'string' ? document['issuer'] : null;
  const jwksUri = typeof document['jwks_uri'] === 'string' ? document['jwks_uri'] : null;
  return issuer === null && jwksUri === null ? null : { issuer, jwksUri };
}

/** The configuration at an address; undefined where no document is at hand, null where it is none. */
export function findConfiguration(metadata: Readonly<Record<string, unknown>>, address: string): OpenIdConfiguration | null | undefined {
  return Object.hasOwn(metadata, address) ? readMetadata(metadata[address]) : undefined;
}
