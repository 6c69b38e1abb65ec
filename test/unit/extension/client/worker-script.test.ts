import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import { joinBundles } from '../../../../src/extension/client/worker-script.js';

it('bundles in one script are run when they are required, once, and share no names', () => {
  const ran: string[] = [];
  const script = joinBundles(
    new Map([
      [
        './first.js',
        "'use strict'; var own = 1; run('first'); exports.own = own; run(require('./second.js').own); run(require('./second.js').later())",
      ],
      ['./second.js', "var own = 2; run('second'); module.exports = { own, later: () => require('./first.js').own } // at the end"],
      ['./third.js', "run('third')"],
    ]),
  );
  const worker = { run: (what: unknown) => ran.push(String(what)) };
  runInContext(script, createContext(worker));
  expect(ran).toEqual(['first', 'second', '2', '1']);
  expect(Object.keys(worker)).toEqual(['run']);
});
