import { quietSettings } from '../../../scripts/vscode/settings';

/** As quiet as can be, and looking the same each time: nothing moves by itself, asks, or remembers an earlier window. */
export const calmSettings = {
  ...quietSettings,
  'files.hotExit': 'off',
  'git.enabled': false,
  'workbench.colorTheme': 'Default Dark Modern',
  'window.autoDetectColorScheme': false,
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
  'window.confirmBeforeClose': 'never',
  'window.restoreWindows': 'none',
  'json.schemaDownload.enable': false,
  'workbench.editor.restoreViewState': false,
} as const;
