/** What the page's frame needs: addresses as the webview serves them. */
interface PanelFrame {
  readonly scriptUri: string;
  readonly styleUri: string;
  /** `webview.cspSource`: the only source that styles may come from. */
  readonly cspSource: string;
  /** Fresh for each load. */
  readonly nonce: string;
  /** The code of the language that the page speaks. */
  readonly language: string;
  /** What a screen reader calls the page. */
  readonly title: string;
}

/**
 * The page before its first view. Nothing of the token, the policy or any document is ever written into it: everything
 * arrives as a message and is shown as text. It holds no inline script and no inline style, and the policy in its head
 * forbids everything that is not named there.
 */
export function writePanelHtml(frame: PanelFrame): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${frame.nonce}'`,
    `style-src ${frame.cspSource}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${frame.language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${frame.styleUri}">
    <title>${frame.title}</title>
  </head>
  <body>
    <p id="announcement" class="for-screen-readers" role="status" aria-live="polite"></p>
    <main id="panel"></main>
    <script nonce="${frame.nonce}" src="${frame.scriptUri}"></script>
  </body>
</html>
`;
}

/** 128 random bits, fit for an attribute. */
export function makeNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
