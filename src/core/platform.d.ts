// All that the core needs of its platform: what browsers, web workers and Node.js 20 share.
// Types without their values' modules, because the core may name neither the DOM nor Node.

declare class URL {
  constructor(url: string, base?: string | URL);
  readonly href: string;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly username: string;
  readonly password: string;
  readonly origin: string;
  toString(): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}

interface CryptoKey {
  readonly type: string;
  readonly algorithm: { readonly name: string };
}

interface SubtleCrypto {
  importKey(
    format: string,
    keyData: object,
    algorithm: string | object,
    extractable: boolean,
    keyUsages: readonly string[],
  ): Promise<CryptoKey>;
  exportKey(format: 'jwk', key: CryptoKey): Promise<Record<string, unknown>>;
  generateKey(
    algorithm: object,
    extractable: boolean,
    keyUsages: readonly string[],
  ): Promise<{ publicKey: CryptoKey; privateKey: CryptoKey }>;
  sign(algorithm: string | object, key: CryptoKey, data: Uint8Array): Promise<ArrayBuffer>;
  verify(algorithm: string | object, key: CryptoKey, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
  digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer>;
}

declare const crypto: { readonly subtle: SubtleCrypto; randomUUID(): string; getRandomValues<T extends Uint8Array>(array: T): T };
declare function atob(data: string): string;
declare function btoa(data: string): string;
