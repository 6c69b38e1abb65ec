import { start } from './start.js';
import type { EditorApi } from './start.js';

declare function acquireVsCodeApi(): EditorApi;

start(window, acquireVsCodeApi());
