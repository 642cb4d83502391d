import * as z from 'zod';

/** What the trail covers is said once, in `architecture.trail`. */
export const config = z.strictObject({});
