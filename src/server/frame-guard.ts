import type { FrameProblem } from './sentences/english/endings.js';

/** Longer than any header that a client sends. */
const longestHeader = 4096;
/** 64 MiB: no document is as long, and whoever announces more would be waited for without an end. */
const longestMessage = 64 * 1024 * 1024;

/**
 * Watches the frames of the protocol go by. Where a header does not say how long its message is, nobody knows where the next message begins: the library
 * then reads on and on and finds none. Better to end, so that the client starts the server anew.
 */
export class FrameGuard {
  #header = '';
  /** How many bytes of the message are still to come. */
  #left = 0;

  /** Takes what was read. Gives why nothing after it can be understood; null while all is well. */
  watch(chunk: Uint8Array): FrameProblem | null {
    let at = 0;
    while (at < chunk.length) {
      const skipped = Math.min(this.#left, chunk.length - at);
      this.#left -= skipped;
      at += skipped;
      for (; at < chunk.length && this.#left === 0; at++) {
        this.#header += String.fromCharCode(chunk[at] ?? 0);
        const problem = this.#readHeader();
        if (problem !== null) return problem;
      }
    }
    return null;
  }

  #readHeader(): FrameProblem | null {
    if (this.#header.length > longestHeader) return 'endless-header';
    if (!this.#header.endsWith('\n')) return null;
    if (!this.#header.endsWith('\r\n')) return 'no-carriage-return';
    if (!this.#header.endsWith('\r\n\r\n')) return null;
    const lines = this.#header.slice(0, -4).split('\r\n');
    this.#header = '';
    if (lines.some(line => !line.includes(':'))) return 'no-colon';
    const length = lines.map(line => /^content-length:\s*(\d{1,9})\s*$/i.exec(line)?.[1]).find(each => each !== undefined);
    if (length === undefined) return 'no-length';
    this.#left = Number(length);
    return this.#left > longestMessage ? 'too-long' : null;
  }
}
