import { nodeHost } from './node-host';
import { startServer } from './start';

/** The language server as a process of its own: `--node-ipc` for VS Code, `--stdio` for other editors. */
startServer(nodeHost);
