import type { ServerCatalogue } from '../catalogue.js';
import { answers } from './answers.js';
import { commands } from './commands.js';
import { endings } from './endings.js';
import { inEditor } from './in-editor.js';
import { logLines } from './log-lines.js';
import { paths } from './paths.js';
import { report } from './report.js';

/** Deutsch. */
export const germanServer: ServerCatalogue = { ...answers, ...commands, ...logLines, ...endings, ...paths, ...inEditor, ...report };
