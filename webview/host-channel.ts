import { Channel } from '../src/protocol/channel';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** The line to the editor host. A page can ask VS Code for its API once. */
export function openChannel(page: string): { readonly api: VsCodeApi; readonly channel: Channel } {
  const api = acquireVsCodeApi();
  const channel = new Channel(
    {
      post: (message) => api.postMessage(message),
      listen: (receive) => {
        const listener = (event: MessageEvent<unknown>) => receive(event.data);
        window.addEventListener('message', listener);
        return () => window.removeEventListener('message', listener);
      },
    },
    { onError: (error) => console.error(`Dataweir ${page}:`, error) },
  );
  return { api, channel };
}
