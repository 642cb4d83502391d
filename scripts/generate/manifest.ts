import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commands } from '../../src/extension/_generated/commands';
import type { Command } from '../../src/extension/command';
import { canvasViewType, fileSuffix, languageId } from '../../src/extension/names';
import { type Setting, settings } from '../../src/extension/settings';
import { settingsFileName } from '../../src/lint/settings-file';
import type { Outputs } from './outputs';

type Json = Readonly<Record<string, unknown>>;

/** `package.json` with the parts that VS Code reads, made from the commands and settings; the rest stays as it is. */
export function manifest(root: string): Outputs {
  const file = path.join(root, 'package.json');
  const current = JSON.parse(readFileSync(file, 'utf8')) as Json;
  const extension = extensionManifest(commands, settings);
  return new Map([['package.json', `${JSON.stringify(merge(current, extension), null, 2)}\n`]]);
}

/** New keys stand before the scripts and dependencies, where people look for them. */
function merge(current: Json, extension: Json): Json {
  const kept = Object.entries(current).filter(([key]) => !Object.hasOwn(extension, key));
  const split = kept.findIndex(([key]) => key === 'scripts' || key === 'dependencies');
  const at = split === -1 ? kept.length : split;
  return Object.fromEntries([...kept.slice(0, at), ...Object.entries(extension), ...kept.slice(at)]);
}

/** What VS Code reads of the manifest. */
export function extensionManifest(all: readonly Command[], known: readonly Setting[]): Json {
  return {
    main: './dist/extension.js',
    icon: 'media/icon.png',
    pricing: 'Free',
    categories: ['Visualization', 'Linters', 'Programming Languages', 'Data Science'],
    keywords: [
      'aws',
      'data pipeline',
      'architecture',
      'diagram',
      'cdk',
      'glue',
      'athena',
      'kinesis',
      'well-architected',
      'lint',
    ],
    galleryBanner: { color: '#0b3b4c', theme: 'dark' },
    extensionKind: ['workspace'],
    // Views, commands and languages of the manifest wake the extension by themselves.
    activationEvents: [],
    capabilities: {
      untrustedWorkspaces: {
        supported: 'limited',
        description:
          'In Restricted Mode designs can be drawn, edited and checked. Exporting files needs a trusted workspace.',
      },
      virtualWorkspaces: {
        supported: 'limited',
        description:
          'Designs can be drawn, edited and checked wherever they are. An export writes to a folder that you choose.',
      },
    },
    contributes: {
      languages: [
        {
          id: languageId,
          aliases: ['Dataweir pipeline'],
          extensions: [fileSuffix],
          configuration: './language/pipeline.language-configuration.json',
          icon: { light: './language/pipeline-light.svg', dark: './language/pipeline-dark.svg' },
        },
        // Comments are welcome in it.
        { id: 'jsonc', filenames: [settingsFileName] },
      ],
      grammars: [
        {
          language: languageId,
          scopeName: 'source.json.comments.dataweir',
          path: './language/pipeline.tmLanguage.json',
        },
      ],
      // For people who keep these files in the JSON mode: our own language has a server of its own.
      jsonValidation: [
        { fileMatch: `*${fileSuffix}`, url: './schemas/pipeline.schema.json' },
        { fileMatch: settingsFileName, url: './schemas/settings.schema.json' },
      ],
      customEditors: [
        {
          viewType: canvasViewType,
          displayName: 'Dataweir canvas',
          selector: [{ filenamePattern: `*${fileSuffix}` }],
          priority: 'default',
        },
      ],
      configurationDefaults: {
        // Differences and conflicts are read as text.
        'workbench.editorAssociations': { [`{git,gitlens,conflictResolution}:/**/*${fileSuffix}`]: 'default' },
      },
      configuration: {
        title: 'Dataweir',
        properties: Object.fromEntries(known.map(({ key, schema }, order) => [key, { ...schema, order }])),
      },
      commands: all.map(({ id, title, shortTitle, icon, enablement }) => ({
        command: id,
        category: 'Dataweir',
        title,
        ...(shortTitle !== undefined && { shortTitle }),
        ...(icon !== undefined && { icon: `$(${icon})` }),
        ...(enablement !== undefined && { enablement }),
      })),
      menus: menus(all),
      keybindings: all.flatMap(({ id, keys = [] }) => keys.map((binding) => ({ command: id, ...binding }))),
    },
  };
}

function menus(all: readonly Command[]): Json {
  const result: Record<string, object[]> = { commandPalette: [] };
  for (const { id, palette, enablement, menus: places = [] } of all) {
    const when = palette === false ? 'false' : (palette ?? enablement);
    if (when !== undefined) result.commandPalette!.push({ command: id, when });
    for (const { menu, when: condition, group } of places) {
      result[menu] ??= [];
      result[menu].push({ command: id, ...(condition !== 'true' && { when: condition }), group });
    }
  }
  return result;
}
