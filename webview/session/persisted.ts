import * as z from 'zod';
import { listNames } from '../../src/model/vocabulary';

/** What one canvas remembers while it is hidden, and when the window is opened again. Never anything of the design. */
export const persistedState = z.object({
  viewport: z.object({ x: z.number(), y: z.number(), zoom: z.number().positive() }).optional(),
  nodes: z.array(z.string()).optional(),
  edges: z.array(z.string()).optional(),
  inspected: z.object({ list: z.enum(listNames), id: z.string() }).optional(),
  panels: z.object({ palette: z.boolean(), inspector: z.boolean(), minimap: z.boolean() }).optional(),
});
export type PersistedState = z.infer<typeof persistedState>;
