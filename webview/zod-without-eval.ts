import * as z from 'zod';

/** The content security policy forbids the code that zod would compile. Imported before anything that makes a schema. */
z.config({ jitless: true });
