import fc from 'fast-check';

/**
 * Properties are tried on the same values everywhere, so that a change is judged by what it did. To search further:
 * `PROPERTY_SEED=7 PROPERTY_RUNS=20 npm run test:unit -- test/properties`.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_124) });
