import type { InnerHost } from '../../core/index.js';
import { quote, say, type Message } from '../messages/message.js';
import { ask } from '../messages/notify.js';
import { allowHosts, readSettings } from '../settings.js';

/** An address that a command would request, judged and not refused. */
export interface Destination {
  /** As it is requested. */
  readonly address: string;
  readonly host: string;
  /** Whether it is a well-known document of a tenant at one of Microsoft's login hosts. */
  readonly expected: boolean;
  readonly inner: InnerHost | null;
  /** Whether a named value of the user's was filled in. */
  readonly filled: boolean;
  /** Whether a document named it, as its key set; else the policy or the token did. */
  readonly isKeySet: boolean;
}

/** How long (characters) all addresses of a question together may be, so that it can be read and its buttons be seen. */
const longestQuestion = 4000;

/** What the user agreed to of the network in this session. Addresses are remembered, not hosts. */
export class Consent {
  /** Addresses that stood in a question to which the user agreed. */
  readonly #agreed = new Set<string>();
  /** Their hosts: key sets that documents name there were agreed to as well. */
  readonly #agreedHosts = new Set<string>();
  /** Addresses that a user's command has requested: only these are requested again without a command. */
  readonly #requested = new Set<string>();

  /** Whether an address may be requested again without a command. */
  isRequested(address: string): boolean {
    return this.#requested.has(address);
  }

  /** A user's command requests these. */
  remember(destinations: readonly Destination[]): void {
    for (const { address } of destinations) this.#requested.add(address);
  }

  /** Whether a user's command may request it without a question. */
  isFree({ address, host, expected, filled, isKeySet }: Destination): boolean {
    if (expected || this.#agreed.has(address) || (isKeySet && this.#agreedHosts.has(host))) return true;
    // What was filled in was not in the user's mind when the host was allowed.
    return !filled && readSettings().allowedHosts.includes(host);
  }

  /** Those for which there is room in one question, and those for which there is none. */
  fit(destinations: readonly Destination[]): { readonly fitting: Destination[]; readonly others: Destination[] } {
    let length = 0;
    const fits = destinations.map(({ address }) => (length += address.length) <= longestQuestion);
    return { fitting: destinations.filter((_, index) => fits[index]), others: destinations.filter((_, index) => !fits[index]) };
  }

  /**
   * Asks once about all of them; `free` are those that are requested with them, and `leftOut` says how many are not requested at all.
   * Whether the user agreed.
   */
  async ask(destinations: readonly Destination[], free: readonly Destination[], leftOut: number): Promise<boolean> {
    const hosts = [...new Set(destinations.map(({ host }) => host))];
    const [once, always] = [say('fetch'), say('always-fetch', { count: hosts.length })];
    // An inner host is allowed for good in the settings, by who knows what stands there.
    const buttons = destinations.some(({ inner }) => inner !== null) ? [once] : [once, always];
    const choice = await ask(say('fetch-question', { hosts }), describe(destinations, free, leftOut), ...buttons);
    if (choice === undefined) return false;
    for (const { address, host } of destinations) {
      this.#agreed.add(address);
      this.#agreedHosts.add(host);
    }
    if (choice === always) await allowHosts(hosts);
    return true;
  }
}

/** The lines below the question: every address as it is requested. */
function describe(destinations: readonly Destination[], free: readonly Destination[], leftOut: number): Message[] {
  const gap = quote('');
  return [
    ...destinations.map(({ address, inner }) => say('destination', { address, inner })),
    gap,
    say('unusual-addresses', { count: destinations.length }),
    ...(free.length === 0 ? [] : [gap, say('fetched-as-well'), ...free.map(({ address }) => quote(address))]),
    ...(leftOut === 0 ? [] : [gap, say('addresses-left-out', { count: leftOut })]),
  ];
}
