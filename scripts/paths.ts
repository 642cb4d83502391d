import path from 'node:path';

/** The checkout, and where built things go; every script agrees on these. */
export const root = path.resolve(import.meta.dirname, '..');
export const dist = path.join(root, 'dist');
/** Bundles that only tests load: the Mocha suite that runs inside the extension host. */
export const distTest = path.join(root, 'dist-test');
/** What a run leaves for people to look at: reports, and after a failure screenshots and logs. */
export const testResults = path.join(root, 'test-results');
/** The packaged extension, as `npm run package` writes it and the end-to-end tests install it. */
export const vsix = path.join(dist, 'dataweir.vsix');
