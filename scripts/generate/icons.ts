import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Service } from '../../src/kit/service';
import { services } from '../../src/services/_generated/service';
import type { Outputs } from './outputs';

/** The official architecture icons, unmodified, beside the services that they stand for. */
export function copyIcons(root: string): Outputs {
  return new Map(
    (services as readonly Service[]).flatMap(({ kind, icon }) =>
      'aws' in icon
        ? [
            [
              `src/services/${kind}/icon.svg`,
              readFileSync(path.join(root, 'node_modules/aws-icons/icons', `${icon.aws}.svg`), 'utf8'),
            ] as const,
          ]
        : [],
    ),
  );
}
