/** How many bits the big-endian number has, leading zeros left aside. */
export function bitLength(bytes: Uint8Array): number {
  const first = bytes.findIndex(byte => byte !== 0);
  return first < 0 ? 0 : (bytes.length - first) * 8 - (Math.clz32(bytes[first] ?? 0) - 24);
}

/** Whether the bytes begin as an X.509 certificate in DER does: a long sequence that holds a long sequence. */
export function looksLikeCertificate(bytes: Uint8Array): boolean {
  return bytes.length > 200 && bytes[0] === 0x30 && bytes[1] === 0x82 && bytes[4] === 0x30 && bytes[5] === 0x82;
}

/** The text between the lines that frame a certificate; the text itself where there are none. */
export function unwrapCertificate(text: string): string {
  return text.replace(/-----(BEGIN|END) CERTIFICATE-----/g, '');
}
