/**
 * Where a statement about the gateway comes from: its documentation, its own validation library,
 * what users reported, or a deduction of ours. The product shows it beside the statement.
 */
export type Certainty = 'documented' | 'library' | 'observed' | 'inferred';
