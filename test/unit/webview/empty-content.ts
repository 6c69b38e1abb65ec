import type { PanelView } from '../../../src/panel-messages.js';

/** What the panel shows before anything was set. */
export const emptyContent: Omit<PanelView, 'version'> = {
  now: 0,
  token: null,
  document: null,
  policies: [],
  findings: [],
  sources: [],
  paths: null,
  comparison: null,
  actions: ['decode-token-from-clipboard', 'decode-token', 'open-sample'],
  tokens: [],
  comparedWith: null,
  away: false,
  shown: { personal: false, json: false, filter: '' },
  explained: null,
};
