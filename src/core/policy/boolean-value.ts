/** What a text in the place of a boolean means. */
interface BooleanReading {
  /** Null for what is neither. */
  readonly value: boolean | null;
  /** Whether the gateway reads it so for certain: the schema allows `1` and `0`, too, and what the gateway makes of them is not documented. */
  readonly certain: boolean;
}

const words: Readonly<Record<string, BooleanReading>> = {
  true: { value: true, certain: true },
  false: { value: false, certain: true },
  '1': { value: true, certain: false },
  '0': { value: false, certain: false },
};

/** The one reading of a boolean attribute, whoever asks: the prediction, the rules, a rewrite. Takes the text with named values filled in. */
export function readBoolean(text: string): BooleanReading {
  const word = text.trim().toLowerCase();
  return Object.hasOwn(words, word) ? (words[word] ?? neither) : neither;
}

const neither: BooleanReading = { value: null, certain: false };
