// What Microsoft's validation library answered, recorded: a token, a policy, a moment, and the code of each engine. The tokens were
// written down as header, payload and key; here they are signed again, with keys that are thrown away.
import { createHmac, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '..', 'recorded');

/** The engines in the order of `codes`: three generations of the library, each with its two handlers. */
export const recordedEngines: readonly string[] = ['8.23.0', '7.7.3', '5.7.2'].flatMap(version =>
  ['JsonWebTokenHandler', 'JwtSecurityTokenHandler'].map(handler => `${version} ${handler}`),
);

/** One recorded case. */
export interface RecordedCase {
  readonly id: string;
  /** Unix seconds. */
  readonly now: number;
  /** The document; `%secret-64-1%` stands for a shared secret of 64 bytes in base64. */
  readonly policy: string;
  /** As JSON text, because its spelling can matter. */
  readonly header: string;
  readonly payload: string;
  /** The name of the key that signs; `other-…`: of the same kind, and nobody publishes it; `none`: there is no signature. */
  readonly key: string;
  /** What is sent, where it is more than the token, `{token}`. */
  readonly sent?: string;
  /** Of each engine: `pass`, the code with which it refuses, or null where it refuses without one. */
  readonly codes: readonly (string | null)[];
  /** The text of the first engine, where it names no key. */
  readonly text?: string;
  readonly outcomes: readonly string[];
  /** The checks one of which is right to be reported; empty where that is open. */
  readonly checks: readonly string[];
}

/** The cases. */
export function readRecordedCases(): readonly RecordedCase[] {
  return readFileSync(path.join(folder, 'answers.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as RecordedCase);
}

const curves: Readonly<Record<string, string>> = { '256': 'P-256', '384': 'P-384', '521': 'P-521' };

/** Makes a key for each name once, signs the tokens with them, and writes them into policies and metadata. */
export class RecordedKeys {
  readonly #pairs = new Map<string, { readonly privateKey: KeyObject; readonly publicKey: KeyObject }>();
  readonly #secrets = new Map<string, Buffer>();

  /** The documents of the issuers, address → JSON. */
  readMetadata(): Record<string, unknown> {
    return JSON.parse(readFileSync(path.join(folder, 'metadata.json'), 'utf8'), (_, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('key' in value) || typeof value.key !== 'string') return value;
      const { key, ...rest } = value;
      return { ...rest, ...this.#publish(key) };
    }) as Record<string, unknown>;
  }

  /** The policy with its shared secrets. */
  fillIn(policy: string): string {
    return policy.replace(/%(secret-\d+-\d+)%/g, (_, name: string) => this.#secret(name).toString('base64'));
  }

  /** What is sent: the token in compact form, and what stands around it. */
  mint({ header, payload, key, sent = '{token}' }: RecordedCase): string {
    const signed = [header, payload].map(part => Buffer.from(part).toString('base64url')).join('.');
    const signature = key === 'none' ? '' : this.#sign(key, signed, (JSON.parse(header) as { alg: string }).alg).toString('base64url');
    return sent.replace('{token}', () => `${signed}.${signature}`);
  }

  #publish(name: string): object {
    if (name.startsWith('secret')) return { kty: 'oct', k: this.#secret(name).toString('base64url') };
    return this.#pair(name).publicKey.export({ format: 'jwk' });
  }

  #sign(name: string, text: string, algorithm: string): Buffer {
    const hash = `sha${algorithm.slice(2)}`;
    if (algorithm.startsWith('HS')) return createHmac(hash, this.#secret(name)).update(text).digest();
    const { privateKey } = this.#pair(name);
    const form = { RS: {}, PS: { padding: 6, saltLength: Number(algorithm.slice(2)) / 8 }, ES: { dsaEncoding: 'ieee-p1363' as const } };
    return sign(hash, Buffer.from(text), { key: privateKey, ...form[algorithm.slice(0, 2) as keyof typeof form] });
  }

  #secret(name: string): Buffer {
    const made = this.#secrets.get(name) ?? randomBytes(Number(/secret-(\d+)/.exec(name)?.[1]));
    this.#secrets.set(name, made);
    return made;
  }

  #pair(name: string): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
    const [, kind = '', size = ''] = /(rsa|ec)-(\d+)/.exec(name) ?? [];
    const made =
      this.#pairs.get(name) ??
      (kind === 'rsa'
        ? generateKeyPairSync('rsa', { modulusLength: Number(size) })
        : generateKeyPairSync('ec', { namedCurve: curves[size] ?? '' }));
    this.#pairs.set(name, made);
    return made;
  }
}
