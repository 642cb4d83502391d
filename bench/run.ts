import { type Figure, printFigures } from './measure';

/** `npm run bench [-- text lint startup server canvas]`: each figure beside its reference in the same run. Missing a budget is said, not failed. */
const suites: Readonly<Record<string, () => Promise<Figure[]>>> = {
  text: async () => (await import('./text')).textFigures(),
  lint: async () => (await import('./lint')).lintFigures(),
  startup: async () => (await import('./startup')).startupFigures(),
  server: async () => (await import('./server')).serverFigures(),
  canvas: async () => (await import('./canvas/run')).canvasFigures(),
};

async function main(): Promise<void> {
  const chosen = process.argv.slice(2);
  const unknown = chosen.filter((name) => !(name in suites));
  if (unknown.length > 0) {
    console.error(`No such suite: ${unknown.join(', ')}. There are ${Object.keys(suites).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  let missed = 0;
  for (const [name, suite] of Object.entries(suites)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    console.log(`\n${name}`);
    missed += printFigures(await suite());
  }
  console.log(missed === 0 ? '\nAll budgets are met.' : `\n${missed} budgets are missed.`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
