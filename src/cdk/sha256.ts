/** SHA-256 of a text in UTF-8, as hexadecimal. Written out, because this floor has no Node and no browser to ask. */
export function sha256(text: string): string {
  const bytes = utf8(text);
  const words = padded(bytes);
  const state = [...initial];
  const schedule = new Uint32Array(64);
  for (let block = 0; block < words.length; block += 16) {
    for (let i = 0; i < 64; i++) {
      schedule[i] =
        i < 16
          ? words[block + i]!
          : (schedule[i - 16]! +
              smallSigma(schedule[i - 15]!, 7, 18, 3) +
              schedule[i - 7]! +
              smallSigma(schedule[i - 2]!, 17, 19, 10)) >>>
            0;
    }
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const one = (h + bigSigma(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + constants[i]! + schedule[i]!) >>> 0;
      const two = (bigSigma(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c))) >>> 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) >>> 0, c, b, a, (one + two) >>> 0];
    }
    for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i]! + value) >>> 0;
  }
  return state.map((word) => word.toString(16).padStart(8, '0')).join('');
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
const bigSigma = (word: number, a: number, b: number, c: number): number =>
  rotate(word, a) ^ rotate(word, b) ^ rotate(word, c);
const smallSigma = (word: number, a: number, b: number, shift: number): number =>
  rotate(word, a) ^ rotate(word, b) ^ (word >>> shift);

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    let point = character.codePointAt(0)!;
    // A lone surrogate has no encoding: writers put the replacement character in its place, so the hash does too.
    if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
  }
  return bytes;
}

function padded(bytes: readonly number[]): Uint32Array {
  const words = new Uint32Array((((bytes.length + 8) >> 6) + 1) * 16);
  for (const [i, byte] of bytes.entries()) words[i >> 2]! |= byte << (24 - (i & 3) * 8);
  words[bytes.length >> 2]! |= 0x80 << (24 - (bytes.length & 3) * 8);
  words[words.length - 2] = Math.floor((bytes.length * 8) / 2 ** 32);
  words[words.length - 1] = (bytes.length * 8) >>> 0;
  return words;
}

const primes = (() => {
  const found: number[] = [];
  for (let candidate = 2; found.length < 64; candidate++)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  return found;
})();
/** The first 32 bits of the fraction of a number. */
const fraction = (value: number): number => Math.floor((value - Math.floor(value)) * 2 ** 32) >>> 0;
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const constants = primes.map((prime) => fraction(Math.cbrt(prime)));
