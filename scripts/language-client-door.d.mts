import type { Plugin } from 'esbuild';

/** What stands for `vscode` in the language client: a path. */
export const standIn: string;

/** Puts it there. */
export const languageClientDoor: Plugin;
