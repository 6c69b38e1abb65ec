import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StdioHost } from '../../server/stdio/node.js';
import { CannotRun } from '../io.js';
import type { Io } from '../io.js';
import type { Arguments } from '../arguments.js';
import type { configOptions } from '../options.js';
import { decodeText, readBytes } from '../text-file.js';

/** What `--config` and `--no-config` say to a server: the file's text, now and after each change, as long as it can be read. Undefined where neither is given. */
export async function readConfigOption(
  io: Io,
  { config: file, 'no-config': none }: Arguments<typeof configOptions>['options'],
): Promise<StdioHost['tellConfig']> {
  if (file !== undefined && none) throw new CannotRun(words => words.configOrNone());
  if (none) return choose => choose({ kind: 'none' });
  if (file === undefined) return undefined;
  const uri = pathToFileURL(path.resolve(file)).href;
  const read = async (): Promise<string> => decodeText(await readBytes(io, file, 'config')).text;
  const first = await read();
  return choose => {
    choose({ kind: 'one', uri, text: first });
    io.watchFile(file, () => {
      // While it is written, or gone, what it said before counts.
      read().then(
        text => choose({ kind: 'one', uri, text }),
        () => undefined,
      );
    });
  };
}
