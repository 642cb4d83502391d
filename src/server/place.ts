import type { JsonPath } from '../model/json';
import type { Span } from '../model/lines';
import { type Container, scanContainer, skipTrivia, valueEnd } from '../model/scan';

/** What stands at an offset of a text. */
export interface Place {
  /** Of the member that holds the offset; of the container when the offset is between its members. */
  readonly path: JsonPath;
  readonly part: 'key' | 'value' | 'between';
  /** The key or the scalar value, quotes included; empty between members. */
  readonly span: Span;
}

/**
 * Follows the brackets from the root down to `offset`. Reads only the containers on the way, so it costs about a scan of
 * the text, however deep the place is. Undefined when the text is damaged on the way, or the offset outside the design.
 */
export function placeAt(text: string, offset: number): Place | undefined {
  let container = scanContainer(text, skipTrivia(text, 0));
  if (!container || offset <= container.open || offset > container.close) return undefined;
  const path: (string | number)[] = [];
  for (;;) {
    const member = memberAt(container, offset);
    if (!member) return { path, part: 'between', span: { offset, length: 0 } };
    path.push(member.key);
    if (offset < member.valueStart) {
      const keyEnd = valueEnd(text, member.start) ?? member.valueStart;
      return { path, part: 'key', span: { offset: member.start, length: keyEnd - member.start } };
    }
    const inner = scanContainer(text, member.valueStart);
    if (!inner || offset === member.valueStart || offset === member.valueEnd) {
      return { path, part: 'value', span: { offset: member.valueStart, length: member.valueEnd - member.valueStart } };
    }
    container = inner;
  }
}

function memberAt({ members }: Container, offset: number): Container['members'][number] | undefined {
  let low = 0;
  let high = members.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const member = members[middle]!;
    if (offset < member.start) high = middle - 1;
    else if (offset > member.valueEnd) low = middle + 1;
    else return member;
  }
  return undefined;
}
