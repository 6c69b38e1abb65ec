import { microsoftProviders } from './microsoft.js';
import type { Provider } from './provider.js';
import { ownProvider, selfRunProviders } from './self-run.js';
import { vendorProviders } from './vendors.js';

/** Everybody whose tokens are known, in the order in which a token is tried with them; the last stands for all others. */
export const providers: readonly Provider[] = [...microsoftProviders, ...vendorProviders, ...selfRunProviders, ownProvider];
