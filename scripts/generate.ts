import { type Outputs, writeOutputs } from './generate/outputs';
import { registries } from './generate/registries';
import { root } from './paths';

/**
 * Everything that is derived from the sources: facet registries, JSON Schema, pages, contribution blocks, icons.
 * Registries are written first, because the other generators import them.
 */
export async function generateAll(write: (outputs: Outputs) => void): Promise<Outputs> {
  const first = registries(root);
  write(first);
  const { derived } = await import('./generate/derived');
  const second = await derived(root);
  write(second);
  return new Map([...first, ...second]);
}

async function main(): Promise<void> {
  const changed: string[] = [];
  await generateAll((outputs) => {
    changed.push(...writeOutputs(root, outputs));
  });
  console.log(changed.length === 0 ? 'Everything is up to date.' : changed.map((file) => `wrote ${file}`).join('\n'));
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
