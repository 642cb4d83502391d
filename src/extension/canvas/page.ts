/** The page that a webview shows: the canvas's script and styles, under a policy that lets nothing else in. */
export interface PageParts {
  /** The origin that VS Code serves the webview's resources from. */
  readonly cspSource: string;
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  readonly codicons: string;
  /** Folder of the service icons, with a slash at its end. */
  readonly icons: string;
  readonly layoutWorker: string;
}

export function canvasPage(parts: PageParts): string {
  const { cspSource, nonce } = parts;
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `img-src ${cspSource} data:`,
    `font-src ${cspSource}`,
    // The layout runs in a worker that is fetched and started from memory: webviews cannot start one by address.
    'worker-src blob:',
    `connect-src ${cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
  <meta name="viewport" content="width=device-width, initial-scale=1.0">
  <title>Dataweir canvas</title>
  <link rel="stylesheet" href="${attribute(parts.codicons)}" id="vscode-codicon-stylesheet">
  <link rel="stylesheet" href="${attribute(parts.style)}">
</head>
<body>
  <div id="root" data-icons="${attribute(parts.icons)}" data-elk="${attribute(parts.layoutWorker)}"></div>
  <script nonce="${attribute(nonce)}" type="module" src="${attribute(parts.script)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
