import { fileErrors } from './file-errors.js';
import { fetchWords } from './fetching.js';
import { help } from './help.js';
import { outputWords } from './output-words.js';
import { usageErrors } from './usage-errors.js';

/** English: the catalogue by whose shape every other language is measured. */
export const englishCli = { ...usageErrors, ...fileErrors, ...fetchWords, ...outputWords, help };
