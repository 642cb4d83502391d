/** Text of people inside code: as literals that give the same text back, and as comments that cannot end early. */

/** Characters that end lines, hide, or reorder what follows them on the screen. */
const unsafe = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

const escaped = (character: string): string =>
  shortEscapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string literal in single quotes; in double quotes when that needs fewer escapes. */
export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + text.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`).replace(unsafe, escaped) + quote;
}

/** Text inside a template literal. */
export function templateText(text: string): string {
  return text
    .replace(/[\\`]/g, '\\$&')
    .replace(/\$(?=\{)/g, '\\$')
    .replace(unsafe, escaped);
}

/** One line of plain words: control characters and line ends become spaces, and nothing in it can close a comment. */
export function plain(text: string): string {
  return (
    text
      .replace(unsafe, ' ')
      .replace(/\*(?=\/)/g, '* ')
      .replace(/\/(?=\*)/g, '/ ')
      // A comment may speak to the compiler: `@ts-ignore`, `@ts-expect-error`.
      .replace(/@(?=ts-)/gi, '@ ')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** Line comments, wrapped. */
export function commentLines(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '//';
  for (const word of plain(text).split(' ')) {
    if (line.length + 1 + word.length > width && line !== '//') {
      lines.push(line);
      line = '//';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
