/** A server's key and certificate, and the file with the authorities to trust. */
export interface Certificates {
  readonly key: Buffer;
  readonly cert: Buffer;
  readonly bundle: string;
}

export function makeCertificates(folder: string, hosts: readonly string[]): Promise<Certificates>;
