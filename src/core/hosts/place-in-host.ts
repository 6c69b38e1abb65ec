import { LineMap, type LinePosition } from '../text/line-map.js';
import type { EmbeddedPolicy } from './host-file.js';

/** The lines of a host for offsets of a policy text in it, so that whoever asks for a line is told that of the host. */
class HostLines extends LineMap {
  readonly #host: LineMap;
  readonly #policy: EmbeddedPolicy;

  constructor(host: LineMap, policy: EmbeddedPolicy) {
    super('');
    this.#host = host;
    this.#policy = policy;
  }

  override get lineCount(): number {
    return this.#host.lineCount;
  }

  override positionAt(offset: number): LinePosition {
    return this.#host.positionAt(this.#policy.map.startInHost(offset));
  }

  override offsetAt(position: LinePosition): number {
    return this.#policy.map.offsetInPolicy(this.#host.offsetAt(position)) ?? 0;
  }
}

/** @param host the lines of the whole host file */
export function linesInHost(host: LineMap, policy: EmbeddedPolicy): LineMap {
  return new HostLines(host, policy);
}
