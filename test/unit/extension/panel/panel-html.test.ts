import { describe, expect, it } from 'vitest';
import { makeNonce, writePanelHtml } from '../../../../src/extension/panel/panel-html.js';

const frame = {
  scriptUri: 'https://page.test/dist/webview.js',
  styleUri: 'https://page.test/media/panel.css',
  cspSource: 'https://page.test',
  nonce: 'n0nce',
  language: 'de',
  title: 'The title',
};
const html = writePanelHtml(frame);

function directives(): Record<string, string> {
  const content = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  return Object.fromEntries(content.split('; ').map(directive => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1).join(' ')]));
}

describe('the page', () => {
  it('forbids everything but its own script and the styles of the extension', () => {
    expect(directives()).toEqual({
      'default-src': "'none'",
      'script-src': "'nonce-n0nce'",
      'style-src': 'https://page.test',
      'base-uri': "'none'",
      'form-action': "'none'",
    });
    expect(html).not.toContain('unsafe-');
  });

  it('states the policy before anything that it governs', () => {
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<link'));
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
  });

  it('holds one script, from a file, with the nonce, and no inline script, style or handler', () => {
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script nonce="n0nce" src="https://page.test/dist/webview.js">']);
    expect(html).toContain('"></script>');
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  });

  it('names its language and has a polite live region from the start', () => {
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('<title>The title</title>');
    expect(html).toMatch(/id="announcement"[^>]*aria-live="polite"/);
  });
});

describe('a nonce', () => {
  it('has 128 bits and differs each time', () => {
    const many = Array.from({ length: 50 }, makeNonce);
    expect(many.every(nonce => /^[0-9a-f]{32}$/.test(nonce))).toBe(true);
    expect(new Set(many).size).toBe(50);
  });
});
