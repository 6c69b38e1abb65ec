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
  const [issuer, jwksUri] = [readText(readMember(document, 'issuer')), readText(readMember(document, 'jwks_uri'))];
  return issuer === null && jwksUri === null ? null : { issuer, jwksUri };
}

/** Whether a document is an OpenID configuration or a key set, as far as it can be told by the members that it has. Never throws. */
export function isMetadataDocument(document: unknown): boolean {
  return isJsonObject(document) && ['issuer', 'jwks_uri', 'keys'].some(name => readMember(document, name) !== undefined);
}

/** A member, whatever the case of its name: the gateway's library takes names in any case. The last one counts. */
function readMember(object: Readonly<Record<string, unknown>>, name: string): unknown {
  const found = Object.keys(object)
    .filter(candidate => candidate.toLowerCase() === name)
    .at(-1);
  return found === undefined ? undefined : object[found];
}

function readText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The configuration at an address; undefined where no document is at hand, null where it is none. */
export function findConfiguration(metadata: Readonly<Record<string, unknown>>, address: string): OpenIdConfiguration | null | undefined {
  return Object.hasOwn(metadata, address) ? readMetadata(metadata[address]) : undefined;
}
