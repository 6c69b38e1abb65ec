// The library's only door. What is not exported here is not for others to build on.
export type { Span } from './text/span.js';
export { applyEdits, type Edit } from './text/edit.js';
export type { Certainty } from './certainty.js';
