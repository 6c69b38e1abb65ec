import { decodePaddedBase64 } from '../metadata/base64.js';
import { findRefusedDocuments, type RefusedDocument } from '../metadata/document-faults.js';
import { findAuthority, nameConfiguration } from '../metadata/authority.js';
import { nameUrl } from '../metadata/fill-address.js';
import { findConfigurationOnce, readKeysOnce } from '../metadata/key-ring.js';
import { readRsaKey } from '../metadata/read-keys.js';
import { isJsonObject } from '../metadata/read-metadata.js';
import type { SigningKey } from '../metadata/signing-key.js';
import { childElements, type PolicyElement } from '../policy/policy-tree.js';
import type { CheckContext } from './check-context.js';

/** The keys that the gateway may try, in its order, and what hides others. */
export interface CandidateKeys {
  readonly keys: readonly SigningKey[];
  /** Addresses of documents that are not at hand, as they may be shown. */
  readonly absent: readonly string[];
  /** Addresses of documents that are not what they should be. */
  readonly unreadable: readonly string[];
  /** Values that are not known. */
  readonly missing: readonly string[];
  /** Certificates that are kept inside the gateway. */
  readonly certificates: readonly string[];
  /** How many keys of the policy cannot be read. */
  readonly malformed: number;
  /** The texts of keys that are written into the policy: what they are meant to be explains why a signature is not verified. */
  readonly texts: readonly string[];
  /** The key sets that were asked. */
  readonly asked: readonly string[];
  /** Documents that the library refuses as a whole. */
  readonly refused: readonly RefusedDocument[];
  /** Key sets at addresses that are not https. */
  readonly insecure: readonly string[];
}

interface Collected {
  keys: SigningKey[];
  absent: string[];
  unreadable: string[];
  missing: string[];
  certificates: string[];
  malformed: number;
  texts: string[];
  asked: string[];
  refused: RefusedDocument[];
  insecure: string[];
}

/** Collects the keys of every key set that the policy leads to, then those written into the policy. */
export async function collectKeys(context: CheckContext): Promise<CandidateKeys> {
  const collected: Collected = {
    keys: [],
    absent: [],
    unreadable: [],
    missing: [],
    certificates: [],
    malformed: 0,
    texts: [],
    asked: [],
    refused: [],
    insecure: [],
  };
  for (const configuration of listConfigurations(context, collected)) await addKeySet(context, configuration, collected);
  const [inline] = childElements(context.policy.element, 'issuer-signing-keys');
  if (inline !== undefined && context.policy.kind === 'validate-jwt') readInlineKeys(context, inline, collected);
  return collected;
}

/** A configuration by its address, and what is said of it where it is not at hand. */
interface Configuration {
  readonly address: string;
  readonly name: string;
}

/** The configurations whose keys count: every openid-config, or the version 2 document of the authority. */
function listConfigurations(context: CheckContext, collected: Collected): Configuration[] {
  const { policy, facts } = context;
  if (policy.kind === 'validate-azure-ad-token') {
    const found = findAuthority(policy, facts.namedValues);
    if (found.known) {
      const { v2 } = found.authority;
      return [{ address: v2, name: nameConfiguration(policy, facts, v2) }];
    }
    collected.missing.push(...found.missing);
    return [];
  }
  const configurations: Configuration[] = [];
  for (const url of policy.openidConfigs) {
    const known = context.know(url);
    if (known.known) configurations.push({ address: known.text, name: nameUrl(url, facts, known.text) });
    else collected.missing.push(...known.missing);
  }
  return configurations;
}

async function addKeySet(context: CheckContext, { address, name }: Configuration, collected: Collected): Promise<void> {
  const { metadata } = context.facts;
  const { keyRing } = context.memory;
  const configuration = findConfigurationOnce(keyRing, metadata, address);
  if (configuration === undefined) {
    collected.absent.push(name);
    return;
  }
  const jwksUri = configuration?.jwksUri ?? null;
  collected.refused.push(...findRefusedDocuments(metadata, address, keyRing));
  if (jwksUri === null) {
    collected.unreadable.push(address);
    return;
  }
  if (!/^https:/i.test(jwksUri)) collected.insecure.push(jwksUri);
  if (!Object.hasOwn(metadata, jwksUri)) {
    collected.absent.push(jwksUri);
    return;
  }
  const keys = await readKeysOnce(keyRing, metadata[jwksUri], jwksUri);
  // To the library, an object without keys is a key set all the same.
  if (keys === null && !isJsonObject(metadata[jwksUri])) collected.unreadable.push(jwksUri);
  else {
    collected.asked.push(jwksUri);
    for (const key of keys ?? []) collected.keys.push(key);
  }
}

/** Reads `key` elements: text is a secret in base64, `n` and `e` are an RSA key, `certificate-id` names what only the gateway has. */
function readInlineKeys(context: CheckContext, list: PolicyElement, collected: Collected): void {
  for (const element of childElements(list, 'key')) {
    const attribute = (name: string): string | null => {
      const found = element.attributes.find(candidate => candidate.name === name);
      if (found === undefined) return null;
      const known = context.know(found.value);
      if (known.known) return known.text;
      collected.missing.push(...known.missing);
      return null;
    };
    const before = collected.missing.length;
    const id = attribute('id');
    const certificate = attribute('certificate-id');
    const [n, e] = [attribute('n'), attribute('e')];
    const text = context.know(element.value);
    if (!text.known && certificate === null && n === null) collected.missing.push(...text.missing);
    if (collected.missing.length > before) continue;
    if (certificate !== null) collected.certificates.push(certificate);
    else {
      if (n === null && text.known) collected.texts.push(text.text);
      addInlineKey(collected, n === null ? readSecret(text.known ? text.text : '', id) : readRsaKey({ n, e }, id, null));
    }
  }
}

function addInlineKey(collected: Collected, key: SigningKey | null): void {
  if (key === null) collected.malformed++;
  else collected.keys.push(key);
}

function readSecret(text: string, id: string | null): SigningKey | null {
  const bytes = decodePaddedBase64(text.trim());
  return bytes === null || bytes.length === 0 ? null : { kind: 'symmetric', id, from: null, bytes };
}
