// Lays the program back as it was compiled. What is in the file, and why, says xtask/src/pack.rs.

/** The program as WebAssembly; throws where what came is not the whole file. */
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
  const length = unpack(start, packed.length, room);
  if (!length) throw new Error("The program came in part.");
  return new Uint8Array(memory.buffer, start + packed.length, length);
};
