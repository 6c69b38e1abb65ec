// The validation library's codes that reach an API gateway's trace, what they mean there, and what cures them.
// Source of codes and texts: the LogMessages files of Microsoft.IdentityModel (azure-activedirectory-identitymodel-extensions-for-dotnet,
// versions 5.7.2, 7.7.3 and 8.23.0). What they mean for a policy: Microsoft's pages of validate-jwt and validate-azure-ad-token.

/** A check of the gateway, by its name in a prediction. */
type ErrorCheck = 'source' | 'form' | 'signature' | 'lifetime' | 'audience' | 'issuer' | 'application' | 'claims';

interface ErrorCode<Name extends string = string> {
  /** Its meaning and cures stand in the catalogue under this name. */
  readonly name: Name;
  /** The codes that mean the same to the person who reads the trace, separated by spaces. */
  readonly codes: string;
  readonly check: ErrorCheck;
  /** Whether it only tells what the gateway is doing: then something else in the text says what failed. */
  readonly isNews?: boolean;
}

/** The rows as they are; the compiler learns their names, and asks the catalogue for each. */
function rowsOf<const Name extends string>(rows: readonly ErrorCode<Name>[]): readonly ErrorCode<Name>[] {
  return rows;
}

export const errorCodes = rowsOf([
  {
    name: 'issuer-not-accepted',
    codes: 'IDX10205 IDX10212',
    check: 'issuer',
  },
  {
    name: 'issuer-of-other-endpoint',
    codes: 'IDX40001',
    check: 'issuer',
  },
  {
    name: 'issuer-b2c-policy',
    codes: 'IDX40002',
    check: 'issuer',
  },
  {
    name: 'tenant-missing',
    codes: 'IDX40003 IDX40009',
    check: 'issuer',
  },
  {
    name: 'key-of-other-issuer',
    codes: 'IDX40004 IDX40005 IDX40011 IDX40012',
    check: 'issuer',
  },
  {
    name: 'no-issuer-to-compare',
    codes: 'IDX10204 IDX10262',
    check: 'issuer',
  },
  {
    name: 'issuer-missing',
    codes: 'IDX10211 IDX10000',
    check: 'issuer',
  },
  {
    name: 'audience-not-accepted',
    codes: 'IDX10214 IDX10215 IDX10231',
    check: 'audience',
  },
  {
    name: 'audience-missing',
    codes: 'IDX10206 IDX10207',
    check: 'audience',
  },
  {
    name: 'no-audience-to-compare',
    codes: 'IDX10208 IDX10268',
    check: 'audience',
  },
  {
    name: 'not-yet-valid',
    codes: 'IDX10222',
    check: 'lifetime',
  },
  {
    name: 'expired',
    codes: 'IDX10223',
    check: 'lifetime',
  },
  {
    name: 'never-valid',
    codes: 'IDX10224',
    check: 'lifetime',
  },
  {
    name: 'expiry-missing',
    codes: 'IDX10225 IDX10227',
    check: 'lifetime',
  },
  {
    name: 'lifetime-refused',
    codes: 'IDX10228 IDX10229 IDX10230',
    check: 'lifetime',
  },
  {
    name: 'no-signing-keys',
    codes: 'IDX10500',
    check: 'signature',
  },
  {
    name: 'key-not-found',
    codes: 'IDX10501 IDX10503 IDX10502 IDX10516 IDX10513 IDX10515',
    check: 'signature',
  },
  {
    name: 'signature-wrong',
    codes: 'IDX10511 IDX10512 IDX10514 IDX10505 IDX10506',
    check: 'signature',
  },
  {
    name: 'signature-missing',
    codes: 'IDX10504 IDX10508',
    check: 'signature',
  },
  {
    name: 'kid-missing',
    codes: 'IDX10517',
    check: 'signature',
  },
  {
    name: 'algorithm-against-key',
    codes: 'IDX10634 IDX10518 IDX10640 IDX10652 IDX10696 IDX10697 IDX14000 IDX10636',
    check: 'signature',
  },
  {
    name: 'key-unusable',
    codes: 'IDX10630 IDX10631 IDX10720 IDX10810 IDX10812 IDX10813',
    check: 'signature',
  },
  {
    name: 'secret-too-short',
    codes: 'IDX10653',
    check: 'signature',
  },
  {
    name: 'certificate-unusable',
    codes: 'IDX10248 IDX10249 IDX10253 IDX40007 IDX10232',
    check: 'signature',
  },
  {
    name: 'not-decrypted',
    codes:
      'IDX10603 IDX10609 IDX10610 IDX10611 IDX10612 IDX10618 IDX10619 IDX10625 IDX10650 IDX10654 IDX10659 IDX10661 IDX10662 IDX10665 IDX10679 IDX10682 IDX10607 IDX10657 IDX10816',
    check: 'form',
  },
  {
    name: 'not-a-token',
    codes: 'IDX12709 IDX12720 IDX12739 IDX12740 IDX12741 IDX14100 IDX14107 IDX14111 IDX14120 IDX14121 IDX14122',
    check: 'form',
  },
  {
    name: 'part-unreadable',
    codes:
      'IDX12723 IDX12729 IDX14101 IDX14102 IDX14300 IDX14304 IDX14305 IDX10820 IDX10821 IDX10400 IDX14306 IDX14307 IDX14308 IDX14309 IDX14310 IDX14311 IDX14312',
    check: 'form',
  },
  {
    name: 'token-too-large',
    codes: 'IDX10209',
    check: 'form',
  },
  {
    name: 'metadata-not-fetched',
    codes: 'IDX20803 IDX20804 IDX20806 IDX20807 IDX20808 IDX20809 IDX20810 IDX10261',
    check: 'signature',
  },
  {
    name: 'news',
    codes: 'IDX20805 IDX21806 IDX21808 IDX21811 IDX21812 IDX21813 IDX10904 IDX10905',
    check: 'signature',
    isNews: true,
  },
  {
    name: 'address-not-https',
    codes: 'IDX20108',
    check: 'signature',
  },
  {
    name: 'metadata-unusable',
    codes: 'IDX21815 IDX21816 IDX21817 IDX21818',
    check: 'signature',
  },
  {
    name: 'type-not-accepted',
    codes: 'IDX10256 IDX10257',
    check: 'form',
  },
]);

export type ErrorCodeName = (typeof errorCodes)[number]['name'];
