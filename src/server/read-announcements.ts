import type { ClientAnnouncements } from '../protocol.js';

/** What of it stands in a client's initialization options, whatever these are. */
export function readAnnouncements(options: unknown): ClientAnnouncements {
  const members = typeof options === 'object' && options !== null ? (options as Readonly<Record<string, unknown>>) : {};
  return { runsCommands: members['runsCommands'] === true, ownMessages: members['ownMessages'] === true };
}
