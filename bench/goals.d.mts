export const goals: readonly { readonly row: string; readonly part: string; readonly what: string }[];
