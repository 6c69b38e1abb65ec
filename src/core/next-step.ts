/** What kind of text there is to copy: a line for a shell, an HTTP request, a piece of a policy, a piece of the settings, a text to send to somebody. */
export type CopyKind = 'command' | 'request' | 'element' | 'setting' | 'letter';

/** One thing to do. */
export interface NextStep {
  /** One line that begins with a verb: what to do, and exactly where. */
  readonly what: string;
  /** What to copy for it, perhaps of several lines; null where there is nothing to copy. */
  readonly copy: { readonly kind: CopyKind; readonly text: string } | null;
}
