// Paths as files and settings give them: with `/` or `\` between their steps.

/** Whether a folder is that of a workspace of API Management. */
export function isWorkspace(root: string): boolean {
  return /(?:^|\/)workspaces\/[^/]+$/i.test(root.replaceAll('\\', '/'));
}

/** Whether a path leads into a folder that is written with `/`. */
export function isInside(path: string, root: string): boolean {
  return root === '' || path.replaceAll('\\', '/').startsWith(`${root}/`);
}

/** How many folders two paths have in common, 999 at most. */
export function commonSteps(one: string, other: string): number {
  const [left, right] = [one, other].map(path => path.replaceAll('\\', '/').split('/').slice(0, -1)) as [string[], string[]];
  let count = 0;
  while (count < left.length && left[count] === right[count]) count++;
  return Math.min(count, 999);
}

/** Whether two paths are the same but for their signs between steps, and a `./` before them. */
export function isSamePath(one: string, other: string): boolean {
  const plain = (path: string): string => path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  return plain(one) === plain(other);
}
