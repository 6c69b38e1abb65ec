import { expect, it } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { Language } from '../../src/server/sentences/language.js';
import { ServerLog } from '../../src/server/server-log.js';

it('a line of the server’s log is one line, whatever a client’s request put into it', () => {
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line);
  const log = new ServerLog({ console: { warn: write, error: write } } as unknown as Connection, new Language());
  log.warn(() => 'a\nforged\u202e');
  log.failure(() => 'b\r\nforged\x1b[31m', new Error('quoted'));
  expect(lines[0]).toBe('a\\u000aforged\\u202e');
  expect(lines[1]).toMatch(/^b\\u000d\\u000aforged\\u001b\[31m Please report this line: Error at /);
  for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Cf}]|quoted/u);
});
