/* Decompression for browsers without DecompressionStream: RFC 1950 and 1951. */
self.planpressInflate = data => {
  const lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
  const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
  const distanceBase = [], distanceExtra = [];
  for (let i = 0, base = 1; i < 30; i++) {
    const extra = Math.max(0, (i >> 1) - 1);
    distanceBase.push(base);
    distanceExtra.push(extra);
    base += 1 << extra;
  }
  const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  const out = [];
  let at = 2, bit = 0; // behind the two bytes of RFC 1950

  const bits = n => {
    let v = 0;
    for (let i = 0; i < n; i++) {
      v |= (data[at] >> bit & 1) << i;
      if (++bit === 8) { bit = 0; at++; }
    }
    return v;
  };

  /* tree gives how many codes there are of each length, and the symbols by code. */
  const tree = lengths => {
    const counts = new Array(16).fill(0), symbols = [];
    for (const n of lengths) if (n) counts[n]++;
    for (let n = 1; n < 16; n++) lengths.forEach((l, symbol) => { if (l === n) symbols.push(symbol); });
    return {counts, symbols};
  };

  const symbol = t => {
    let code = 0, first = 0, index = 0;
    for (let n = 1; n < 16; n++) {
      code |= bits(1);
      const count = t.counts[n];
      if (code - first < count) return t.symbols[index + code - first];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Error("damaged");
  };

  const block = (literals, distances) => {
    for (;;) {
      const s = symbol(literals);
      if (s === 256) return;
      if (s < 256) { out.push(s); continue; }
      const length = lengthBase[s - 257] + bits(lengthExtra[s - 257]);
      const d = symbol(distances), from = out.length - distanceBase[d] - bits(distanceExtra[d]);
      if (from < 0) throw new Error("damaged");
      for (let i = 0; i < length; i++) out.push(out[from + i]);
    }
  };

  const stored = () => {
    if (bit) { bit = 0; at++; }
    const length = data[at] | data[at + 1] << 8;
    at += 4;
    for (let i = 0; i < length; i++) out.push(data[at++]);
  };

  const fixed = () => {
    const lengths = [];
    for (let i = 0; i < 288; i++) lengths.push(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
    block(tree(lengths), tree(new Array(30).fill(5)));
  };

  const dynamic = () => {
    const literals = bits(5) + 257, distances = bits(5) + 1, codes = new Array(19).fill(0);
    for (let i = 0, n = bits(4) + 4; i < n; i++) codes[order[i]] = bits(3);
    const t = tree(codes), lengths = [];
    while (lengths.length < literals + distances) {
      const s = symbol(t);
      if (s < 16) { lengths.push(s); continue; }
      const value = s === 16 ? lengths[lengths.length - 1] : 0;
      for (let n = s === 16 ? 3 + bits(2) : s === 17 ? 3 + bits(3) : 11 + bits(7); n > 0; n--) lengths.push(value);
    }
    block(tree(lengths.slice(0, literals)), tree(lengths.slice(literals)));
  };

  for (let last = 0; !last;) {
    last = bits(1);
    [stored, fixed, dynamic][bits(2)]();
    if (at > data.length) throw new Error("damaged");
  }
  return new Uint8Array(out);
};
