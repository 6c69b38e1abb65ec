/** Runs the first of these CommonJS modules, and each other one when a module requires it. Becomes the text of a script: it uses nothing from outside. */
function runModules(modules: Readonly<Record<string, (...parts: unknown[]) => void>>, first: string): void {
  const loaded = new Map<string, { readonly exports: object }>();
  const load = (name: string): object => {
    const known = loaded.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    loaded.set(name, module);
    modules[name]?.(module, module.exports, load);
    return module.exports;
  };
  load(first);
}

/**
 * One script for a worker, which cannot load a second one, of the bundles of a program. `bundles`: their texts, by the names by which they require each
 * other; the first one is where the program starts.
 */
export function joinBundles(bundles: ReadonlyMap<string, string>): string {
  const [first = ''] = bundles.keys();
  const modules = [...bundles].map(([name, text]) => [JSON.stringify(name), ':(module,exports,require)=>{', text, '}'].join('\n'));
  return ['(', String(runModules), ')({', modules.join(','), '},', JSON.stringify(first), ');'].join('\n');
}
