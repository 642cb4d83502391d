import { type Outputs, removeOrphans, writeOutputs } from './generate/outputs';
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
  const outputs = await generateAll((part) => {
    changed.push(...writeOutputs(root, part).map((file) => `wrote ${file}`));
  });
  changed.push(...removeOrphans(root, outputs).map((file) => `removed ${file}`));
  console.log(changed.length === 0 ? 'Everything is up to date.' : changed.join('\n'));
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
