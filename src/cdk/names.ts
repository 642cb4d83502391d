import type { PipelineNode } from '../model/vocabulary';

/**
 * Names of the generated code. Construct ids are ids of the design, so logical ids never depend on labels; TypeScript
 * names follow the ids as closely as identifiers can.
 */
export class Names {
  readonly #bases = new Map<string, string>();
  readonly #fields = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #ids = new Map<string, string>();
  readonly #children = new Set<string>();

  constructor(nodes: readonly PipelineNode[]) {
    const taken = new Set<string>();
    for (const id of nodes.map(({ id }) => id).sort()) {
      const base = unique(camel(id), taken);
      this.#bases.set(id, base);
      if (!reserved.has(id)) this.#children.add(id);
    }
    for (const id of reserved)
      if (nodes.some((node) => node.id === id)) this.#ids.set(id, unique(`node-${id}`, this.#children));
  }

  /** What the names of a node's parts begin with. */
  base(node: string): string {
    return this.#bases.get(node) ?? camel(node);
  }

  /** Name of a field of the stack class: `lakeBucket` for the part `Bucket` of `lake`. The same owner and part give the same name. */
  field(owner: string, part: string, base = this.base(owner)): string {
    const key = `${owner}/${part}`;
    let name = this.#fields.get(key);
    if (name === undefined) {
      name = unique(base + words(part).map(capital).join(''), this.#taken);
      this.#fields.set(key, name);
    }
    return name;
  }

  /** What the names of something that is no node begin with, when nodes may be called the same. */
  unusedBase(id: string): string {
    const taken = new Set(this.#bases.values());
    return unique(camel(id), taken);
  }

  /** The construct id of a node. The CDK keeps some ids of a stack's children for itself, and hides others. */
  constructId(node: string): string {
    return this.#ids.get(node) ?? node;
  }

  /** A construct id for a child of the stack that is no node. */
  childId(wanted: string): string {
    return unique(wanted, this.#children);
  }
}

/** Ids that the CDK uses itself, hides from paths, or takes for a child because every object has a property of that name. */
export const reserved: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'BootstrapVersion',
  'CheckBootstrapVersion',
  'CDKMetadata',
  'Default',
  'Resource',
  'Exports',
  'SsmParameters',
]);

function unique(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted}${n}`;
  taken.add(name);
  return name;
}

const words = (text: string): string[] => text.match(/[A-Za-z0-9]+/g) ?? [];
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `clicks-api` as `clicksApi`; an identifier whatever the text. */
export function camel(text: string): string {
  const [first = 'node', ...rest] = words(text);
  const name = first.charAt(0).toLowerCase() + first.slice(1) + rest.map(capital).join('');
  return /^\d/.test(name) ? `n${name}` : name;
}

/** `café clickstream` as `CafeClickstream`. */
export function pascal(text: string): string {
  const name = words(unaccented(text)).map(capital).join('').slice(0, 100);
  return name === '' || /^\d/.test(name) ? `Pipeline${name}` : name;
}

/** `Café clickstream` as `cafe-clickstream`: for file names and packages. */
export function kebab(text: string): string {
  return words(unaccented(text)).join('-').toLowerCase().slice(0, 60).replace(/-$/, '') || 'pipeline';
}

const unaccented = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '');
