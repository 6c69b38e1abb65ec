/** Why a check came out as it did: a stable kebab-case code and the values that a sentence about it needs. */
export interface Reason {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number | readonly string[] | null>>;
}
