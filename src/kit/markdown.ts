/** Markdown made of texts that people typed: nothing in them is markup. */

/** Text that reads as it is written, with no link, image, HTML or emphasis in it. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~&$-]/g, '\\$&').replace(/\s*\n\s*/g, '  \n');
}

/** Text in code style. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

export function link(text: string, address: string): string {
  return `[${plain(text)}](${encodeURI(decodeSafely(address)).replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Paragraphs, without the missing ones. */
export function joinBlocks(...blocks: readonly (string | false | undefined)[]): string | undefined {
  const present = blocks.filter((block) => typeof block === 'string' && block !== '');
  return present.length > 0 ? present.join('\n\n') : undefined;
}

/** The same as plain text, for clients that show no Markdown. */
export function toPlainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1: $2')
    .replace(/\*\*/g, '')
    .replace(/\\([\\`*_{}[\]()#+!|<>~&$-])/g, '$1')
    .replace(/ {2}\n/g, '\n');
}
