import type { DataSet } from '../model/vocabulary';

// biome-ignore lint/suspicious/noControlCharactersInRegex: Glue refuses them
const refused = /[\u0000-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Columns as Glue takes them: names in lower case and once each, texts within its limits. */
export function glueColumns(
  data: DataSet,
): { readonly name: string; readonly type: string; readonly comment?: string }[] {
  const seen = new Set<string>();
  return (data.columns ?? []).flatMap(({ name, type, description }) => {
    const column = name.replace(refused, ' ').trim().toLowerCase().slice(0, 255);
    if (column === '' || seen.has(column)) return [];
    seen.add(column);
    const comment = description?.replace(refused, ' ').trim().slice(0, 255);
    return [
      { name: column, type: type.replace(refused, ' ').trim().toLowerCase() || 'string', ...(comment && { comment }) },
    ];
  });
}
