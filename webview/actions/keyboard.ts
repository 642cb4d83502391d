import type { CanvasCommand } from '../host';
import type { Actions } from './actions';

/** Commands of the host's palette and key bindings. */
export function runCanvasCommand(actions: Actions, command: CanvasCommand): void {
  if (isTextField(focused()) && editsText(actions, command)) return;
  const commands: Readonly<Record<CanvasCommand, () => void>> = {
    tidy: () => void actions.tidy(),
    fit: () => actions.view?.fit(),
    zoomIn: () => actions.view?.zoomIn(),
    zoomOut: () => actions.view?.zoomOut(),
    selectAll: () => actions.selectAll(),
    duplicate: () => void actions.duplicate(),
    delete: () => void actions.remove(),
    copy: () => void actions.copy(),
    cut: () => void actions.cut(),
    paste: () => void actions.paste(),
    focusPalette: () => focusPanel(actions, 'palette'),
    focusInspector: () => focusPanel(actions, 'inspector'),
    toggleMinimap: () => actions.togglePanel('minimap'),
  };
  commands[command]();
}

/** While a text field has the focus these mean its text. */
function editsText(actions: Actions, command: CanvasCommand): boolean {
  if (command === 'copy' || command === 'cut' || command === 'selectAll' || command === 'delete') {
    document.execCommand(command);
    return true;
  }
  if (command !== 'paste') return command === 'duplicate';
  void actions.host.readClipboard().then((text) => document.execCommand('insertText', false, text));
  return true;
}

export function focusPanel(actions: Actions, panel: 'palette' | 'inspector'): void {
  actions.showPanel(panel);
  // The panel may have to be drawn first.
  requestAnimationFrame(() => {
    const root = document.querySelector(`[data-panel="${panel}"]`);
    root?.querySelector<HTMLElement>(`${fields}, button:not([data-collapse])`)?.focus();
  });
}

/** Whatever takes a value; fields of the toolkit hand the focus on to the input within them. */
export const fields = 'input, select, textarea, vscode-textfield, vscode-textarea';

/** What has the focus, or gets an event: not the element of the toolkit, but the input within it. */
function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

function targetOf(event: Event): EventTarget | null {
  return event.composedPath()[0] ?? event.target;
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox')
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Keys of the canvas. The workbench listens on the window of the webview and would act on the same keys, so those that
 * are handled here end here; in a text field undo and its kin stay the browser's.
 */
export function listenToKeys(actions: Actions): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    // Behind an open dialog nothing is to be changed; Escape is its own.
    if (document.querySelector('dialog[open]')) {
      event.stopPropagation();
      return;
    }
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const target = targetOf(event);
    // A choice has no text of its own to take back: undo is that of the design.
    const history = command && !event.altKey && (key === 'z' || key === 'y');
    if (isTextField(target) && !(history && target instanceof HTMLSelectElement)) {
      if (command && !event.altKey && ['z', 'y', 'a', 'd'].includes(key)) event.stopPropagation();
      if (['delete', 'backspace'].includes(key)) event.stopPropagation();
      return;
    }
    if (!act(actions, event, command, key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // The workbench's menus copy and paste by these.
  const clipboard = {
    copy: () => void actions.copy(),
    cut: () => void actions.cut(),
    paste: () => void actions.paste(),
  };
  const onClipboard = (event: ClipboardEvent): void => {
    if (isTextField(targetOf(event)) || window.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    clipboard[event.type as keyof typeof clipboard]();
  };
  document.addEventListener('keydown', onKeyDown);
  for (const type of ['copy', 'cut', 'paste'] as const) document.addEventListener(type, onClipboard);
  return () => {
    document.removeEventListener('keydown', onKeyDown);
    for (const type of ['copy', 'cut', 'paste'] as const) document.removeEventListener(type, onClipboard);
  };
}

function act(actions: Actions, event: KeyboardEvent, command: boolean, key: string): boolean {
  if (event.altKey) return false;
  if (command) {
    // Marked text, such as the message of a finding, is copied by the browser.
    if ((key === 'c' || key === 'x') && window.getSelection()?.isCollapsed === false) return false;
    const found = commandKeys[`${event.shiftKey ? 'shift+' : ''}${key}`];
    found?.(actions);
    return found !== undefined;
  }
  const step = steps[event.key];
  if (step && onCanvas(event.target)) {
    const size = event.shiftKey ? 8 : 1;
    actions.nudge(step[0] * size, step[1] * size);
    return true;
  }
  if (key === 'delete' || key === 'backspace') {
    if (!onCanvas(event.target)) return false;
    void actions.remove();
    return true;
  }
  if (key === 'escape') {
    if (actions.store.getState().layingOut) actions.cancelTidy();
    else if (actions.store.getState().notice) actions.dismiss();
    else actions.clearSelection();
    return true;
  }
  if ((key === 'enter' || key === ' ') && event.target instanceof Element) {
    const id = event.target.closest('.react-flow__node')?.getAttribute('data-id');
    if (!id) return false;
    actions.select([id]);
    if (key === 'enter') focusPanel(actions, 'inspector');
    return true;
  }
  return false;
}

const commandKeys: Readonly<Record<string, (actions: Actions) => void>> = {
  z: (actions) => actions.undo(),
  'shift+z': (actions) => actions.redo(),
  y: (actions) => actions.redo(),
  a: (actions) => actions.selectAll(),
  c: (actions) => void actions.copy(),
  x: (actions) => void actions.cut(),
  v: (actions) => void actions.paste(),
  d: (actions) => void actions.duplicate(),
};

/** The pane, a node, or nothing in particular: not a button of a panel. */
function onCanvas(target: EventTarget | null): boolean {
  return !(target instanceof Element) || target === document.body || target.closest('.canvas-flow') !== null;
}
