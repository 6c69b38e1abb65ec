import {
  Message,
  type Connection,
  type ConnectionOptions,
  type InitializeParams,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver';
import { answerInitialize } from './capabilities.js';
import type { connect } from './connect.js';
import { writeDiscreetly } from './discreet-writer.js';
import type { ServerHost } from './server-host.js';

/** The line to a client, and the process at this end of it. */
interface Line {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  readonly open: (reader: MessageReader, writer: MessageWriter, options: ConnectionOptions) => Connection;
  /** Is told each message from the client before anybody takes it. */
  readonly hear?: (message: Message) => void;
  /** Ends the process, and says why: with this line. */
  readonly giveUp: (line: string) => void;
}

/** All of the server but this. */
type Rest = Promise<{ readonly connect: typeof connect }>;

/**
 * Serves one client until it disconnects. The only entry of the server, and the smallest part of it: it answers `initialize`, and has the rest loaded once
 * that answer is written. What the client says meanwhile waits, and is then taken in its order.
 *
 * @param load a test hands in another, to see what waits for it
 */
export function greet({ reader, writer, open, hear, giveUp }: Line, host: ServerHost, load = (): Rest => import('./connect.js')): void {
  const room = new WaitingRoom();
  const greeting: { id: string | number | null; params: InitializeParams | null } = { id: null, params: null };
  const loadRest = async (params: InitializeParams): Promise<void> => {
    try {
      (await load()).connect(connection, host, params);
    } catch {
      const { words } = host.language;
      giveUp(words.ending({ why: words.restNotLoaded() }));
      return;
    }
    room.open();
  };
  const afterWriting = (message: Message): void => {
    const { id, params } = greeting;
    if (id === null || !Message.isResponse(message) || message.id !== id) return;
    greeting.id = null;
    // One that was refused may be asked again.
    if (params === null) room.open();
    else void loadRest(params);
  };
  const messageStrategy: ConnectionOptions['messageStrategy'] = {
    handleMessage(message, next) {
      hear?.(message);
      if (greeting.params !== null || !Message.isRequest(message) || message.method !== 'initialize')
        return room.enter(() => next(message));
      greeting.id = message.id;
      room.close();
      return next(message);
    },
  };
  const connection = open(reader, tellWritten(writeDiscreetly(writer, host.language), afterWriting), { messageStrategy });
  connection.onInitialize(params => {
    const answer = answerInitialize(params, host);
    host.language.choose(params.locale);
    greeting.params ??= params;
    return answer;
  });
  connection.listen();
}

/** Where messages wait while it is closed; open, it lets each through. */
class WaitingRoom {
  #waiting: (() => unknown)[] | null = null;

  enter(take: () => void | Promise<void>): void | Promise<void> {
    if (this.#waiting === null) return take();
    this.#waiting.push(take);
  }

  close(): void {
    this.#waiting = [];
  }

  open(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const take of waiting) void take();
  }
}

function tellWritten(writer: MessageWriter, written: (message: Message) => void): MessageWriter {
  return {
    ...writer,
    write: async message => {
      await writer.write(message);
      written(message);
    },
  };
}
