import { useSyncExternalStore } from 'react';

/** VS Code says its theme by classes of the body. */
function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  return () => observer.disconnect();
}

const isLight = (): boolean =>
  document.body.classList.contains('vscode-light') || document.body.classList.contains('vscode-high-contrast-light');

export function useColorMode(): 'light' | 'dark' {
  return useSyncExternalStore(watchTheme, () => (isLight() ? 'light' : 'dark'));
}
