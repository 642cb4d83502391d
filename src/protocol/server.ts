import * as z from 'zod';
import { findingsMessage } from './finding';
import { notification } from './message';

/** Language server to its client: the findings behind the diagnostics, with elements and fixes, for the canvas. */
export const findingsPublished = notification('dataweir/findingsPublished', {
  params: findingsMessage.extend({ uri: z.string() }),
});
