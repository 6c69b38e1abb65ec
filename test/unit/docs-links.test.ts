// Every page can be read from its folder: what it links to is there, and every page can be reached from the first one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = [
  ...readdirSync('.').filter(name => name.endsWith('.md')),
  ...['docs', 'samples', 'bench', 'media', '.changeset'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.md'))
      .map(name => path.posix.join(folder, name.replaceAll(path.sep, '/'))),
  ),
];

interface Link {
  readonly page: string;
  /** A path from the repository's folder; the page itself where only a part of it is named. */
  readonly file: string;
  /** The part of the page; empty where none is named. */
  readonly part: string;
}

/** What a page says outside of code. */
const read = (page: string): string => readFileSync(page, 'utf8').replace(/^(`{3,})[\s\S]*?^\1$/gm, '');

/** The links of a page to files of this repository. */
function linksOf(page: string): Link[] {
  const targets = [
    ...read(page)
      .replace(/`[^`\n]*`/g, '')
      .matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g),
  ].map(([, target = '']) => target);
  return targets
    .filter(target => !/^(?:[a-z][a-z+.-]*:|\/\/)/i.test(target))
    .map(target => {
      const [file = '', part = ''] = target.split('#');
      return { page, file: file === '' ? page : path.posix.join(path.posix.dirname(page), decodeURI(file)), part };
    });
}

/** How the service that shows these pages names their parts. */
const partsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#{1,6} +(.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );

const links = pages.flatMap(linksOf);

describe('the pages', () => {
  it('are many, with many links', () => {
    expect(pages.length).toBeGreaterThan(80);
    expect(links.length).toBeGreaterThan(150);
  });

  it('link to what is there', () => {
    expect(links.filter(({ file }) => !existsSync(file))).toEqual([]);
  });

  it('link to parts that are there', () => {
    expect(links.filter(({ file, part }) => part !== '' && file.endsWith('.md') && !partsOf(file).includes(part))).toEqual([]);
  });

  it('of docs are all reached from docs/README.md', () => {
    const reached = new Set(['docs/README.md']);
    for (const page of reached)
      for (const { file } of links.filter(link => link.page === page)) if (file.endsWith('.md')) reached.add(path.posix.normalize(file));
    expect(pages.filter(page => page.startsWith('docs/') && !reached.has(page))).toEqual([]);
  });
});
