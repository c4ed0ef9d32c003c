/**
 * QR codes (ISO/IEC 18004) of short addresses: bytes, error correction M, versions 1 to 10, which hold up to 213 bytes.
 * No library of this kind is in the Maven repositories; a test reads the codes with another implementation.
 */
const ECC = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
const ALIGN = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];

/** The dark modules as rows. */
export function qr(text: string): boolean[][] {
  const data = new TextEncoder().encode(text);
  const version = BLOCKS.findIndex((_, i) => data.length <= capacity(i + 1) - (i < 9 ? 2 : 3)) + 1;
  if (version === 0) throw new RangeError('The address is too long for a QR code.');
  return new Matrix(version).filled(interleave(version, encode(version, data)));
}

const raw = (v: number) => {
  const bits = (16 * v + 128) * v + 64 - (v < 2 ? 0 : (25 * (Math.floor(v / 7) + 2) - 10) * (Math.floor(v / 7) + 2) - 55) - (v < 7 ? 0 : 36);
  return Math.floor(bits / 8);
};
const capacity = (v: number) => raw(v) - ECC[v - 1] * BLOCKS[v - 1];

function encode(version: number, data: Uint8Array): number[] {
  const bits: number[] = [];
  const put = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >>> i) & 1);
  };
  put(4, 4);
  put(data.length, version < 10 ? 8 : 16);
  data.forEach((byte) => put(byte, 8));
  put(0, Math.min(4, capacity(version) * 8 - bits.length));
  while (bits.length % 8) bits.push(0);
  const bytes = Array.from({ length: bits.length / 8 }, (_, i) => parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2));
  for (let pad = 0xec; bytes.length < capacity(version); pad ^= 0xfd) bytes.push(pad);
  return bytes;
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((b >>> i) & 1) * a);
  return product;
}

function remainder(data: number[], degree: number): number[] {
  let divisor = [...Array(degree - 1).fill(0), 1];
  for (let i = 0, root = 1; i < degree; i++, root = multiply(root, 2)) divisor = divisor.map((c, j) => multiply(c, root) ^ (divisor[j + 1] ?? 0));
  return data.reduce<number[]>((rest, byte) => {
    const factor = byte ^ rest[0];
    return [...rest.slice(1), 0].map((c, i) => c ^ multiply(divisor[i], factor));
  }, Array(degree).fill(0));
}

/** Splits the bytes into blocks, each with its error correction, and mixes them. */
function interleave(version: number, data: number[]): number[] {
  const count = BLOCKS[version - 1];
  const degree = ECC[version - 1];
  const short = Math.floor(raw(version) / count) - degree;
  const shorts = count - (raw(version) % count);
  let at = 0;
  const blocks = Array.from({ length: count }, (_, i) => data.slice(at, (at += short + (i < shorts ? 0 : 1))));
  const corrections = blocks.map((block) => remainder(block, degree));
  const mixed = (lists: number[][]) => Array.from({ length: Math.max(...lists.map((l) => l.length)) }, (_, i) => lists.map((l) => l[i]).filter((b) => b !== undefined)).flat();
  return [...mixed(blocks), ...mixed(corrections)];
}

class Matrix {
  private readonly size: number;
  private readonly dark: boolean[][];
  private readonly fixed: boolean[][];

  constructor(private readonly version: number) {
    this.size = version * 4 + 17;
    this.dark = Array.from({ length: this.size }, () => Array(this.size).fill(false));
    this.fixed = this.dark.map((row) => [...row]);
  }

  filled(bytes: number[]): boolean[][] {
    this.patterns();
    let bit = 0;
    for (let right = this.size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      for (let i = 0; i < this.size; i++) {
        const y = ((right + 1) & 2) === 0 ? this.size - 1 - i : i;
        for (const x of [right, right - 1]) {
          if (this.fixed[y][x]) continue;
          const set = bit < bytes.length * 8 && ((bytes[bit >>> 3] >>> (7 - (bit & 7))) & 1) === 1;
          this.dark[y][x] = set !== ((x + y) % 2 === 0); // mask 0
          bit++;
        }
      }
    }
    return this.dark;
  }

  private set(x: number, y: number, dark: boolean): void {
    this.dark[y][x] = dark;
    this.fixed[y][x] = true;
  }

  private patterns(): void {
    const end = this.size - 1;
    for (let i = 0; i < this.size; i++) {
      this.set(6, i, i % 2 === 0);
      this.set(i, 6, i % 2 === 0);
    }
    for (const [cx, cy] of [[3, 3], [end - 3, 3], [3, end - 3]]) this.square(cx, cy, 4, [2, 4]);
    const places = ALIGN[this.version - 1];
    const last = places[places.length - 1];
    for (const x of places) for (const y of places) if (!(x === 6 && (y === 6 || y === last)) && !(x === last && y === 6)) this.square(x, y, 2, [1]);
    this.format();
    if (this.version >= 7) this.versions();
  }

  /** A square of rings around a centre; the named rings are light. */
  private square(cx: number, cy: number, radius: number, light: number[]): void {
    for (let dy = -radius; dy <= radius; dy++)
      for (let dx = -radius; dx <= radius; dx++) {
        const [x, y] = [cx + dx, cy + dy];
        if (x >= 0 && y >= 0 && x < this.size && y < this.size) this.set(x, y, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
      }
  }

  /** Error correction M and mask 0 are the format 0, so its bits are those of the mask 0x5412. */
  private format(): void {
    const bit = (i: number) => ((0x5412 >>> i) & 1) === 1;
    for (let i = 0; i <= 5; i++) this.set(8, i, bit(i));
    this.set(8, 7, bit(6));
    this.set(8, 8, bit(7));
    this.set(7, 8, bit(8));
    for (let i = 9; i < 15; i++) this.set(14 - i, 8, bit(i));
    for (let i = 0; i < 8; i++) this.set(this.size - 1 - i, 8, bit(i));
    for (let i = 8; i < 15; i++) this.set(8, this.size - 15 + i, bit(i));
    this.set(8, this.size - 8, true);
  }

  private versions(): void {
    let rest = this.version;
    for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
    const bits = (this.version << 12) | rest;
    for (let i = 0; i < 18; i++) {
      const [a, b] = [this.size - 11 + (i % 3), Math.floor(i / 3)];
      this.set(a, b, ((bits >>> i) & 1) === 1);
      this.set(b, a, ((bits >>> i) & 1) === 1);
    }
  }
}
