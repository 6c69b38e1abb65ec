// What values come to for one document: the form in which facts have them.

/** Where a value came from, as the facts say it. */
export interface ValueSource {
  readonly from: 'setting' | 'file';
  readonly given?: 'option' | 'input';
  readonly path?: string;
  readonly line?: number;
  readonly set?: string;
  readonly secret?: boolean;
  /** Why there is no value, in one sentence. */
  readonly problem?: string;
}

/** What is known for one document, in the form in which the facts have it. */
export interface DocumentValues {
  readonly namedValues: Readonly<Record<string, string>>;
  readonly templateValues: Readonly<Record<string, string>>;
  /** Of names without a value, too. */
  readonly sources: Readonly<Record<string, ValueSource>>;
  readonly templateSources: Readonly<Record<string, ValueSource>>;
}

/** Where none is known. */
export const noValues: DocumentValues = { namedValues: {}, templateValues: {}, sources: {}, templateSources: {} };
