import { escaped } from '../kit/html';

/** A page that a webview shows, under a policy that lets nothing in but what this extension ships. */
export interface Page {
  readonly title: string;
  /** The origin that VS Code serves the webview's resources from. */
  readonly cspSource: string;
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  /** Style sheet of VS Code's icon font. */
  readonly codicons: string;
  /** HTML. Whatever comes from a design goes through `escaped` first. */
  readonly body: string;
  /** Directives of the policy besides scripts, styles, images and fonts of this extension. */
  readonly furtherPolicy?: readonly string[];
}

export function securePage(page: Page): string {
  const { cspSource, nonce } = page;
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `img-src ${cspSource} data:`,
    `font-src ${cspSource}`,
    ...(page.furtherPolicy ?? []),
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
  <meta name="viewport" content="width=device-width, initial-scale=1.0">
  <title>${escaped(page.title)}</title>
  <link rel="stylesheet" href="${escaped(page.codicons)}" id="vscode-codicon-stylesheet">
  <link rel="stylesheet" href="${escaped(page.style)}">
</head>
<body>
${page.body}
  <script nonce="${escaped(nonce)}" type="module" src="${escaped(page.script)}"></script>
</body>
</html>
`;
}
