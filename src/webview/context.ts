import type { PageMessage } from '../panel-messages.js';
import type { Place } from '../view.js';
import type { PageCatalogue } from './messages/catalogue.js';

/** What the sections need beside the view. */
export interface PageContext {
  /** The number of the view that is shown. */
  readonly version: number;
  /** What the page says by itself, in the language in force. */
  readonly catalogue: PageCatalogue;
  readonly send: (message: PageMessage) => void;
  /** Whether the user asked for the values that tell who a person is. */
  readonly showsPersonal: boolean;
  readonly setShowsPersonal: (shows: boolean) => void;
  /** The keys of the parts that are unfolded. */
  readonly unfolded: ReadonlySet<string>;
  readonly setUnfolded: (key: string, isOpen: boolean) => void;
}

/** Asks the host to show a place of the policy in its editor. */
export function goTo(context: PageContext, place: Place, fixes = false): void {
  context.send({ type: 'go-to', version: context.version, place, fixes });
}
