/** What follows from a fix for the token in force. */

const branches = {
  accepts: '→ accepts if this branch is taken',
  'if-signed': '→ accepts if this branch is taken and the signature is right',
  refuses: '→ refuses if this branch is taken',
};

export const afterMessages = {
  'after-fix': (values: {
    readonly outcome: 'pass' | 'fail' | 'uncertain' | 'unresolved';
    /** In words; null where no status can be told. */
    readonly answer: string | null;
    readonly check: string | null;
    /** Whether the token is refused now, too. */
    readonly still: boolean;
    /** What the token policies of the branch answer, where only the branch is open. */
    readonly branch: keyof typeof branches | null;
  }): string => {
    const why = values.check === null ? '' : `: ${values.check}`;
    if (values.branch !== null) return branches[values.branch] + (values.branch === 'refuses' ? why : '');
    if (values.outcome === 'fail') return `→ ${values.still ? 'still ' : ''}${values.answer ?? 'refused'}${why}`;
    if (values.answer !== null) return `→ ${values.answer}`;
    return values.outcome === 'uncertain' ? `→ not certain${why}` : `→ not decided${why}`;
  },

  /** Beside the sentences that name the rest: what was not read, and that the signature was not checked. */
  'after-fix-but-rest': (): string => '→ 200 if the rest passes',

  /** Menus cut titles off: what follows stands behind the few words that name the fix, before all that explains it. */
  'fix-breaks-xml': (): string =>
    'Nothing was written: the result would not be XML as other readers take it. Change it by hand, and please report this policy without its secrets.',

  'fix-offer': ({ title, after }: { readonly title: string; readonly after: string }): string => {
    const end = title.indexOf(': ');
    if (end === -1) return `${title} ${after}`;
    return `${title.slice(0, end)} ${after}${after.includes(':') ? ';' : ':'} ${title.slice(end + 2)}`;
  },
};
