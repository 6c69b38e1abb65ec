/** An https server with documents, and the proxy that leads to it. */
export interface MetadataServer {
  readonly asked: readonly string[];
  readonly proxy: string;
  readonly port: number;
  stop(): void;
}

export function startMetadataServer(
  certificates: { readonly key: Buffer; readonly cert: Buffer },
  documents: Readonly<Record<string, unknown>>,
): Promise<MetadataServer>;
