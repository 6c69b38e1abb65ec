import { ask } from '../messages/notify.js';
import { allowHost, readSettings } from '../settings.js';
import { hostOf, isMicrosoftLogin } from './login-hosts.js';

/** What the user allowed of the network in this session. */
export class Consent {
  readonly #allowed = new Set<string>();
  /** Hosts that a user's command has fetched from: only these are fetched from again without a command. */
  readonly #visited = new Set<string>();

  /** Whether an address may be fetched again without being asked for. */
  isVisited(address: string): boolean {
    return this.#visited.has(hostOf(address) ?? '');
  }

  /**
   * Which of the addresses may be fetched now, because the user asked for it: those on Microsoft's login hosts and on
   * allowed hosts at once, others after a question for each host.
   */
  async ask(addresses: readonly string[]): Promise<string[]> {
    const hosts = new Set(addresses.map(hostOf).filter(host => host !== null));
    const granted = new Set<string>();
    for (const host of hosts) if (await this.#grant(host)) granted.add(host);
    for (const host of granted) this.#visited.add(host);
    return addresses.filter(address => granted.has(hostOf(address) ?? ''));
  }

  async #grant(host: string): Promise<boolean> {
    if (isMicrosoftLogin(`https://${host}`) || this.#allowed.has(host) || readSettings().allowedHosts.includes(host)) return true;
    const question = `Fetch metadata and signing keys from ${host}?`;
    const detail = 'It is not one of Microsoft’s login hosts. The request carries nothing but the address that the policy names.';
    const choice = await ask(question, [detail], 'Fetch', 'Always Fetch from This Host');
    if (choice === undefined) return false;
    this.#allowed.add(host);
    if (choice !== 'Fetch') await allowHost(host);
    return true;
  }
}
