import * as z from 'zod';
import { notification } from './message';

/** Between the editor host and the gallery of templates. */

/** Gallery to host: start a design from this template. */
export const chooseTemplate = notification('gallery/chooseTemplate', { params: z.object({ id: z.string() }) });
