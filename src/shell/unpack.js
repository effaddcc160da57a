// Lays the program back as it was compiled. What is in the file, and why, says xtask/src/pack.rs.

/** The program as WebAssembly; nothing, or an error, where what came is not the whole file. */
export const unpack = (file) => {
  // What unpacks stands in front, behind its length. It is so short that it is compiled at once.
  const own = new DataView(file).getUint32(0, true);
  const module = new WebAssembly.Module(new Uint8Array(file, 4, own));
  const { memory, unpack } = new WebAssembly.Instance(module).exports;
  const packed = new Uint8Array(file, 4 + own);
  // As long as it is packed, and up to twice that behind it.
  const room = 3 * packed.length;
  const start = memory.grow((room >> 16) + 1) << 16;
  new Uint8Array(memory.buffer).set(packed, start);
  // Of a file that came in part the length is 0, and nothing is no program.
  return new Uint8Array(memory.buffer, start + packed.length, unpack(start, packed.length, room));
};
