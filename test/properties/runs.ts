/** How often a property is tried; `PROPERTY_RUNS=20` searches twenty times as long. */
export const runs = (usual: number): { numRuns: number } => ({
  numRuns: Math.ceil(usual * Number(process.env.PROPERTY_RUNS ?? 1)),
});
