import './zod-without-eval';
import { createRoot } from 'react-dom/client';
import { listNames } from '../src/model/vocabulary';
import { Actions } from './actions/actions';
import { listenToKeys, runCanvasCommand } from './actions/keyboard';
import { App, Boundary } from './app';
import { type Canvas, CanvasContext } from './canvas-context';
import { loadCatalog } from './catalog';
import { connectHost } from './host';
import { Layouter } from './layout/tidy';
import { keepRoom } from './session/room';
import { Session } from './session/session';
import { createCanvasStore } from './session/state';
import '@xyflow/react/dist/base.css';
import './styles/base.css';
import './styles/panels.css';
import './styles/flow.css';
import './styles/inspector.css';

function start(root: HTMLElement): void {
  const host = connectHost();
  const store = createCanvasStore(host.loadState(), window.innerWidth);
  const session = new Session(host, store);
  const actions = new Actions(store, session, host, new Layouter(root.dataset.elk ?? ''));
  const iconBase = (root.dataset.icons ?? '').replace(/\/?$/, '/');
  const canvas: Canvas = { store, actions, host, iconBase };

  host.listen({
    documentOpened: (message) => session.opened(message),
    documentChanged: (message) => session.changed(message),
    findingsChanged: (findings) => store.setState({ findings }),
    settingsChanged: (settings) => store.setState({ settings }),
    canvasCommand: (command) => runCanvasCommand(actions, command),
    revealElement: (element) => {
      if (element.list === 'design') actions.clearSelection();
      else if (listNames.includes(element.list)) actions.reveal(element.list, element.id);
    },
  });
  store.subscribe(({ selection, inspected, panels }, before) => {
    if (selection === before.selection && inspected === before.inspected && panels === before.panels) return;
    host.saveState({
      ...host.loadState(),
      nodes: [...selection.nodes],
      edges: [...selection.edges],
      inspected,
      panels,
    });
  });
  const room = keepRoom(store, window.innerWidth);
  window.addEventListener('resize', () => room.resized(window.innerWidth));
  listenToKeys(actions);
  createRoot(root).render(
    <Boundary openText={() => host.revealText({})}>
      <CanvasContext value={canvas}>
        <App />
      </CanvasContext>
    </Boundary>,
  );
  host.ready();
  // Not before the first picture is on its way: both come over the same line.
  void loadCatalog().then(() => session.reread());
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element "root".');
start(root);
