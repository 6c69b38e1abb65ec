import type { Span } from '../text/span.js';
import type { HostString } from './host-value.js';

/** A piece of a host file's code; white space and comments are left out. `line`: a line break that ends what stands before it. */
export interface HostToken extends Span {
  readonly kind: 'string' | 'number' | 'word' | 'sign' | 'line';
  /** As it is written; of a string, what it means. */
  readonly text: string;
  /** Of a string. */
  readonly string?: HostString;
}
