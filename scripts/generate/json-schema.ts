import { pipelineJsonSchema } from '../../src/kit/json-schema';
import { kinds } from '../../src/services/catalog';
import type { Outputs } from './outputs';

export function jsonSchema(): Outputs {
  return new Map([
    ['schemas/pipeline.schema.json', `${JSON.stringify(pipelineJsonSchema([...kinds.values()]), null, 2)}\n`],
  ]);
}
