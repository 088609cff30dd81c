/* Searches in the index that package search writes. The functions are those of
   the Go files of the same names; a test holds both to the same answers.

   A search is a function that runs from its start whenever a file that it asked
   for has come, and so reads as if all files were there. */

const tops = 192, fieldBlock = 512, textBlock = 2048, perStore = 12, scale = 15;
const same = 1, refined = .8, conflict = .3;
const expansions = 8, commonShare = 3, commonLeast = 16, few = 5, certain = 12, muchBlocks = 16;
const firstWindow = 4096, growth = 4, plenty = 24, twoRows = 3, quotedCut = 1 << 20, perCut = 1 << 16;

/* Text */

const wordPattern = /[\p{L}\p{M}\d]+(?:[.,]\d+)*/gu;
const tone = "[\u0300\u0301\u0303\u0309\u0323]";
const moves = new RegExp("(^|[^q])(u)(y)(" + tone + ")$|(o)([ae])(" + tone + ")$");
const yAlone = new RegExp("^([bcdđf-hj-np-tvwx]+)y(" + tone + "?)$");

function canonical(raw) {
  let s = Array.from(raw).slice(0, 24).join("").replace(/[Ðð]/g, "đ").toLowerCase().normalize("NFD");
  s = s.replace(moves, (all, q, u, y, t, o, a, t2) => t ? q + u + t + y : o + t2 + a);
  return s.replace(yAlone, "$1i$2").normalize("NFC");
}

function fold(form) {
  return form.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
}

const broken = 2, slash = 1, joined = 0;

function gapOf(between) {
  return /[.;:!?\n…]/.test(between) ? broken : /[/\-‑–]/.test(between) ? slash : joined;
}

/* words gives the words of a text, with what stands before each. */
function words(text) {
  const out = [];
  let end = 0;
  wordPattern.lastIndex = 0;
  for (let m; (m = wordPattern.exec(text));) {
    const form = canonical(m[0]), key = fold(form);
    if (!key) continue; // marks without a letter
    out.push({form, key, gap: out.length ? gapOf(text.slice(end, m.index)) : broken, at: m.index, end: m.index + m[0].length});
    end = m.index + m[0].length;
  }
  return out;
}

const isNumber = key => /^\d{1,6}$/.test(key);
const isYear = key => /^(19|20)\d\d$/.test(key);

/* Files */

/* Waiting is thrown where a file is not there yet that all else depends on. */
const waiting = {};

class Index {
  constructor(fetchFile, manifest, fetchSeldom) {
    this.fetchFile = fetchFile;
    this.fetchSeldom = fetchSeldom;
    this.files = new Map();
    this.wanted = new Map();
    this.symbols = new Set(manifest.symbols);
    this.segments = manifest.segments.map((info, at) => new Segment(this, info, at));
    this.documents = sum(this.segments, s => s.n);
  }

  /* file gives a file; undefined where it must be read first. */
  file(name) {
    if (!this.files.has(name) && !this.wanted.has(name)) {
      this.wanted.set(name, this.fetchFile(name).then(data => this.files.set(name, data)));
    }
    return this.files.get(name);
  }

  /* seldom gives the functions of seldom.js. */
  seldom() {
    if (!self.planpressSeldom) this.wanted.set("seldom", this.fetchSeldom());
    this.settle();
    return self.planpressSeldom;
  }

  /* settle ends this run of a search where files are missing. */
  settle() {
    if (this.wanted.size) throw waiting;
  }

  async search(query) {
    for (;;) {
      try {
        return search(this, query);
      } catch (e) {
        if (e !== waiting) throw e;
      }
      const files = [...this.wanted.values()];
      try {
        await Promise.all(files);
      } finally {
        this.wanted.clear();
      }
    }
  }
}

class Segment {
  constructor(index, info, at) {
    Object.assign(this, info, {index, at, starts: info.starts || [], gone: new Set(), shards: new Map()});
    let doc = -1;
    for (const step of info.dead || []) this.gone.add(doc += step);
  }

  /* entries gives the keys of the t file of a key, in order; undefined where it
     must be read first. */
  entries(key) {
    const n = above(this.starts, key);
    if (!this.shards.has(n)) {
      const data = this.index.file(this.id + "/t" + n);
      if (!data) return undefined;
      this.shards.set(n, decodeShard(data));
    }
    return this.shards.get(n);
  }

  card(doc) {
    const data = this.index.file(this.id + "/d" + Math.floor(doc / perStore));
    return data ? JSON.parse(decodeText(data))[doc % perStore] : [];
  }
}

const decoder = new TextDecoder();
const decodeText = bytes => decoder.decode(bytes);

class Reader {
  constructor(data) { this.data = data; this.at = 0; }

  uint() {
    let v = 0, unit = 1;
    for (;;) {
      const b = this.data[this.at++];
      v += (b & 127) * unit;
      if (!(b & 128)) return v;
      unit *= 128;
    }
  }

  bytes(n) { return this.data.subarray(this.at, this.at += n); }
  text(n) { return n ? decodeText(this.bytes(n)) : ""; }

  /* rest reads what a row of documents has of a term. */
  rest(hits, pair) {
    const packed = this.bytes((hits.length + 1) >> 1), next = pair && this.bytes(hits.length);
    hits.forEach((h, i) => {
      h.impact = packed[i >> 1] >> (i % 2 * 4) & scale;
      h.next = pair ? next[i] : 0;
    });
  }

  variant(pair) {
    const v = {form: this.text(this.uint()), fields: this.uint(), texts: this.uint(), kept: this.uint(), inline: [], blocks: [[], []]};
    v.df = v.fields + v.texts;
    v.complete = v.fields + v.kept <= tops;
    let doc = -1;
    for (let n = Math.min(v.fields + v.kept, tops); n > 0; n--) {
      const step = this.uint();
      v.inline.push({doc: doc += step >> 1, meta: step % 2 === 1});
    }
    this.rest(v.inline, pair);
    const fields = v.inline.filter(h => h.meta).length;
    if (!v.complete) v.blocks = [this.blocks(v.fields - fields, fieldBlock), this.blocks(v.kept - v.inline.length + fields, textBlock)];
    return v;
  }

  blocks(count, most) {
    const n = this.uint(), out = [];
    if (!n) return out;
    let pack = this.uint(), offset = this.uint(), last = -1;
    for (let i = 0; i < n; i++) {
      const before = last;
      last += this.uint();
      const size = this.uint();
      if (size % 2) { pack++; offset = 0; }
      out.push({before, last, pack, offset, count: Math.min(count, most)});
      offset += size >> 1;
      count -= most;
    }
    return out;
  }
}

function decodeShard(data) {
  const r = new Reader(data), out = new Map();
  for (let key = ""; r.at < data.length;) {
    const variants = [];
    key = key.slice(0, r.uint()) + r.text(r.uint());
    for (let n = r.uint(); n > 0; n--) variants.push(r.variant(key.includes(" ")));
    out.set(key, {variants, df: sum(variants, dfOf)});
  }
  return out;
}

function readBlock(segment, b, meta, pair) {
  const data = segment.index.file(segment.id + (meta ? "/f" : "/p") + b.pack);
  if (!data) return undefined;
  const r = new Reader(data), hits = [];
  r.at = b.offset;
  let doc = b.before;
  for (let i = 0; i < b.count; i++) hits.push({doc: doc += r.uint(), meta});
  r.rest(hits, pair);
  return hits;
}

/* Query */

function parse(index, q) {
  const out = {words: [], others: []};
  q.text.split('"').forEach((part, i) => {
    const row = words(part);
    row.forEach((w, n) => { w.joins = n > 0 && w.gap !== broken; w.quoted = i % 2 === 1 && n > 0; });
    take(index, out, row, q.typing);
  });
  return out;
}

function take(index, out, row, typing) {
  for (let i = 0; i < row.length;) {
    const found = number(index, row, i);
    if (!found) {
      out.words.push(row[i++]);
      continue;
    }
    if (i > 0 && out.words.length && out.words[out.words.length - 1].key === "so") out.words.pop();
    i += found.n;
    out.others.push({key: found.key, must: true, prefix: typing && i === row.length});
    if (found.year) out.others.push({key: found.year, forms: [found.year], must: true});
    if (i < row.length) row[i].joins = false;
  }
}

function number(index, row, from) {
  if (!isNumber(row[from].key)) return null;
  let n = 1, key = "#" + +row[from].key, year = "", sign = "/";
  const at = k => row[from + k];
  if (at(n) && at(n).gap === slash && isYear(at(n).key)) year = at(n++).key;
  while (at(n) && at(n).gap !== broken && !isNumber(at(n).key) && (index.symbols.has(at(n).key) || at(n).gap === slash)) {
    key += sign + at(n++).key;
    sign = "-";
  }
  return sign === "/" ? null : {n, key, year};
}

/* Match */

const apart = s => s.replace(/đ/g, "d\u0335").normalize("NFD");

/* adds reports whether a form is what was typed with more marks, or goes on. */
function adds(typed, form) {
  const a = [...apart(typed)];
  let n = 0;
  for (const c of apart(form)) {
    if (c === a[n]) n++; else if (a[n] && /\P{M}/u.test(c)) return false;
  }
  return n === a.length;
}

function closeness(typed, form) {
  let out = same;
  for (const [i, word] of form.split(" ").entries()) {
    if (i >= typed.length || typed[i] === word) continue;
    if (!adds(typed[i], word)) return conflict;
    out = refined;
  }
  return out;
}

class List {
  constructor(segment, pair) {
    Object.assign(this, {segment, pair, variants: [], df: 0, fields: 0, rough: false, hits: new Map(), ready: true});
  }

  choose(v, c, least) {
    const weight = c.forms ? closeness(c.forms, v.form || c.key) : same;
    if (weight < least || this.variants.some(o => o.v === v)) return;
    this.variants.push({v, weight, read: new Set()});
    this.df += v.df;
    this.fields += v.fields;
    this.rough = this.rough || v.kept < v.texts;
    this.ready = this.ready && v.complete;
    this.put(v.inline, weight);
  }

  put(hits, weight) {
    for (const h of hits) {
      if (this.segment.gone.has(h.doc)) continue;
      const old = this.hits.get(h.doc), score = (h.impact + 1) / (scale + 1) * weight;
      this.hits.set(h.doc, old ? {score: Math.max(score, old.score), meta: h.meta || old.meta, next: both(old.next, h.next)} : {score, meta: h.meta, next: h.next});
    }
  }

  /* unread gives the blocks of so many levels that could have some of the documents. */
  unread(levels, among) {
    const out = [];
    if (!this.ready) for (const chosen of this.variants) for (let level = 0; level < levels; level++) {
      for (const b of chosen.v.blocks[level]) if (!chosen.read.has(b) && (!among || between(among, b.before, b.last))) out.push([chosen, b, !level]);
    }
    return out;
  }

  load(levels, among) {
    for (const [chosen, b, meta] of this.unread(levels, among)) {
      const hits = readBlock(this.segment, b, meta, this.pair);
      if (!hits) continue;
      chosen.read.add(b);
      this.put(hits, chosen.weight);
    }
  }

  docs() { return [...this.hits.keys()].sort((a, b) => a - b); }
}


/* sum adds what a function says of each. */
const sum = (list, of) => list.reduce((n, x) => n + of(x), 0);
const dfOf = x => x.df;

/* above gives the place of the first of some sorted numbers that is above one. */
function above(list, n) {
  let low = 0, high = list.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (list[mid] > n) high = mid; else low = mid + 1;
  }
  return low;
}

const between = (docs, before, last) => docs[above(docs, before)] <= last;
const rarity = (documents, df) => Math.log(1 + documents / (df + 1));
const keep = (docs, list) => docs.filter(d => list.hits.has(d));

/* list finds a clause in a segment; undefined where its file must be read first. */
function list(segment, c, least) {
  const entries = segment.entries(c.key);
  if (!entries) return undefined;
  const l = new List(segment, c.key.includes(" ")), chosen = [];
  if (entries.has(c.key)) chosen.push(entries.get(c.key));
  if (c.prefix) {
    const more = [];
    for (const [key, e] of entries) if (key.startsWith(c.key)) more.push(e);
    chosen.push(...more.sort((a, b) => b.df - a.df).slice(0, expansions));
  }
  for (const e of chosen) for (const v of e.variants) l.choose(v, c, least);
  return l;
}

/* Plan */

/* frequency gives how many documents have a clause; undefined where that is not
   known yet. */
function frequency(index, c, least) {
  const lists = index.segments.map(s => list(s, c, least));
  return lists.includes(undefined) ? undefined : sum(lists, dfOf);
}

/* Which words stand behind a pair in a document: none, 0; one, its sign; or
   several, of each one of seven bits. */

const several = 128;

function sign(key) {
  let h = 0;
  for (const c of key) h = Math.imul(h, 31) + c.codePointAt(0) | 0;
  return 1 + (Math.imul(h, 0x9E3779B1) >>> 16) % (several - 1);
}

const bits = f => f < several ? 1 << f % 7 : f;
const both = (f, g) => !f || f === g ? g : g ? several | bits(f) | bits(g) : f;
const allows = (f, sign) => f < several ? f === sign : f & bits(sign);

/* doubt says how little is meant by what it allows. */
function doubt(f) {
  let n = 0;
  if (f >= several) for (; f; f &= f - 1) n++;
  return n;
}

function pair(row, i, typing) {
  const [a, b, then] = row.slice(i), behind = row.length - i - 2;
  const c = {at: i, key: a.key + " " + b.key, forms: [a.form, b.form], must: true, prefix: typing && !behind, next: 0};
  if (then && then.joins && !(typing && behind === 1)) {
    c.next = sign(then.key);
    c.strict = b.quoted && then.quoted;
  }
  return c;
}

function cover(index, row, typing, least) {
  const n = row.length, pairs = [], worth = [], best = [...row.map(() => 0), 0, 0], takes = [], clauses = [], bridges = [];
  row.slice(1).forEach((w, i) => {
    if (!w.joins) return;
    pairs[i] = pair(row, i, typing);
    worth[i] = worthOf(frequency(index, pairs[i], least), w);
  });
  row.forEach((w, i) => { if (isYear(w.key) || i === n - 1 && n % 2) frequency(index, {key: w.key}, 0); }); // likely to be asked for next
  index.settle();
  for (let i = n - 1; i >= 0; i--) {
    best[i] = best[i + 1];
    takes[i] = worth[i] > 0 && worth[i] + best[i + 2] >= best[i];
    if (takes[i]) best[i] = worth[i] + best[i + 2];
  }
  for (let i = 0; i < n; i++) {
    clauses.push(takes[i] ? pairs[i] : {key: row[i].key, forms: [row[i].form], must: true, prefix: typing && i + 1 === n});
    if (takes[i]) i++;
    if (pairs[i]) bridges.push({...pairs[i], must: row[i + 1].quoted, bridge: true});
  }
  return {clauses, bridges};
}

function worthOf(df, second) {
  if (!df) return 0;
  return isNumber(second.key) && !isYear(second.key) ? 1000 : Math.log(1 + df) ** 2;
}

/* Run */

class Run {
  constructor(index, query, least, partial) {
    Object.assign(this, {index, query, least, partial, need: query.first + query.count, clauses: [], order: [], parts: index.segments.map(segment => ({segment, lists: [], all: [], exact: false}))});
  }

  begin(clauses, facets) {
    for (const c of clauses) this.add(c);
    for (const kind of facets) this.addFacets(kind);
    this.index.settle();
    this.weaken();
  }

  add(c) {
    let df = 0;
    for (const p of this.parts) {
      const l = list(p.segment, c, this.least) || new List(p.segment);
      p.lists.push(l);
      df += l.df;
    }
    this.clauses.push({...c, idf: rarity(this.index.documents, df)});
  }

  addBridge(c) {
    this.add(c);
    const at = this.clauses.length - 1;
    this.clauses[at].idle = !c.must && this.fields(at) > this.many();
  }

  many() { return Math.max(Math.floor(this.index.documents / commonShare), commonLeast); }

  fields(clause) { return sum(this.parts, p => p.lists[clause].fields); }

  addFacets(kind) {
    for (const p of this.parts) {
      const all = new List(p.segment);
      for (const c of kind) {
        const l = list(p.segment, c, this.least);
        if (!l) continue;
        all.variants.push(...l.variants);
        all.df += l.df;
        all.fields += l.fields;
        all.ready = all.ready && l.ready;
        for (const [d, v] of l.hits) all.hits.set(d, v);
      }
      p.lists.push(all);
    }
    this.clauses.push({...kind[0], idf: 0});
  }

  weaken() {
    let rarest = -1;
    const rough = this.clauses.map((c, i) => this.parts.some(p => p.lists[i].rough));
    this.clauses.forEach((c, i) => {
      if (!c.must || c.facet) return;
      if (rarest < 0 || rough[rarest] && !rough[i] || rough[rarest] === rough[i] && c.idf > this.clauses[rarest].idf) rarest = i;
    });
    const limit = this.many();
    this.clauses.forEach((c, i) => {
      if (c.facet || !c.must) return;
      c.common = i !== rarest && (sum(this.parts, p => p.lists[i].df) > limit || rough[i]);
      c.idle = c.common && this.fields(i) > limit;
    });
  }

  evaluate(bridges) {
    const exactly = bridges.some(c => c.must), ranked = !this.partial && !this.query.byDate;
    if (ranked && !exactly) {
      this.all(1);
      const n = this.titled();
      if (n >= this.need || n >= few && !this.query.first) return;
    }
    if (ranked || exactly) {
      for (const c of bridges) this.addBridge(c);
      this.index.settle();
      const at = i => this.clauses[i].at;
      this.order = [...this.clauses.keys()].filter(i => (this.clauses[i].forms || [])[1]).sort((a, b) => at(a) - at(b));
    }
    if (ranked && bridges.length && !this.query.first && this.inRows()) return;
    this.all(2);
    for (const p of this.parts) p.all = p.all.filter(d => this.cuts(p, d) < quotedCut);
  }

  inRows() {
    const limit = this.loaded() + plenty;
    return this.newest(0, limit, this.chain) || this.order.length >= twoRows && this.newest(1, limit, this.strong) ||
      this.loaded() >= limit && this.rows(quotedCut - 1) >= this.need;
  }

  newest(cuts, limit, lists) {
    for (let size = firstWindow; ; size *= growth) {
      if (this.rows(cuts) >= this.need) return true;
      if (this.loaded() >= limit || size / growth >= this.index.documents) return false;
      for (const p of this.parts) this.read(p, lists.call(this, p), 2, Array.from({length: Math.min(size, p.segment.n)}, (x, i) => i));
      this.index.settle();
    }
  }

  loaded() {
    return sum(this.parts, p => sum(p.lists, l => sum(l.variants, v => v.read.size)));
  }

  /* rows keeps, of what is known, what has the words in one row but for some cuts. */
  rows(cuts) {
    return sum(this.parts, p => {
      p.exact = false;
      p.all = this.meet(this.strong(p)).filter(d => this.cuts(p, d) <= cuts);
      return p.all.length;
    });
  }

  all(levels) {
    for (const p of this.parts) this.part(p, levels);
    this.index.settle();
  }

  cuts(p, doc) {
    let n = 0, last = -1;
    for (const i of this.order) {
      const c = this.clauses[i], v = p.lists[i].hits.get(doc), lost = c.bridge && !v, apart = c.next && !(v && allows(v.next, c.next));
      if (lost && c.must || apart && c.strict) return quotedCut;
      if (c.idle || c.at <= last || !lost && !apart) continue;
      n++;
      last = c.at + !lost;
    }
    return n;
  }

  part(p, levels) {
    const strong = this.strong(p);
    p.all = this.meet(strong);
    p.exact = strong.every(l => l.ready);
    const lists = levels > 1 ? strong : strong.concat(p.lists.filter((l, i) => this.clauses[i].common && !this.clauses[i].idle));
    if (p.exact || levels === 1 && lists.some(l => !l.fields) || this.partial && p.all.length >= this.need) {
      this.others(p, p.all);
    } else {
      this.read(p, lists, levels);
      p.all = this.meet(strong);
      p.exact = levels === 2;
    }
    p.exact = p.exact && !strong.some(l => l.rough);
  }

  others(p, among) {
    this.clauses.forEach((c, i) => {
      if (!c.idle && (c.bridge || c.common)) p.lists[i].load(c.bridge ? 2 : 1, among);
    });
  }

  read(p, lists, levels, among) {
    const limit = l => { among = among ? keep(among, l) : l.docs(); };
    const todo = lists.filter(l => this.partial || !l.ready || limit(l)), unread = l => l.unread(levels, among).length;
    while (todo.length) {
      const step = sum(todo, unread) > muchBlocks && !this.partial;
      if (step) todo.sort((a, b) => unread(a) - unread(b));
      const l = todo.shift();
      l.load(levels, among);
      if (!step) continue;
      if (this.index.wanted.size) return;
      limit(l);
    }
    this.others(p, among);
  }

  /* lists gives the lists of some clauses, the shortest first. */
  lists(p, of) { return p.lists.filter((l, i) => of(this.clauses[i])).sort((a, b) => a.df - b.df); }

  strong(p) { return this.lists(p, c => c.must && !c.common); }

  chain(p) { return this.lists(p, c => c.must ? !c.common : c.bridge && !c.idle); }

  meet(lists) {
    if (!lists.length) return [];
    if (this.partial) {
      const seen = new Set();
      for (const l of lists) for (const d of l.hits.keys()) seen.add(d);
      return [...seen].sort((a, b) => a - b);
    }
    return lists.slice(1).reduce(keep, lists[0].docs());
  }

  weigh(p, doc) {
    const f = {doc, at: p.segment.at, tier: 2, near: 0, score: 0};
    let have = 0, want = 0;
    for (const [i, c] of this.clauses.entries()) {
      const v = p.lists[i].hits.get(doc);
      if (c.facet) {
        if (!v) return null;
        continue;
      }
      if (c.bridge && c.idle) continue;
      if (v) {
        f.score += c.idf * (c.bridge ? v.score + .5 : v.score);
        if (c.bridge) f.near += 2 * certain;
        if (c.next && allows(v.next, c.next)) f.near += 2 * certain - doubt(v.next);
      }
      if (c.bridge || !c.must) continue;
      want += c.idf;
      if (v) have += c.idf;
      if (!(v && v.meta) && !c.idle) f.tier = 1;
    }
    f.near = f.tier === 2 ? 0 : f.near - this.cuts(p, doc) * perCut;
    if (!this.partial) return f;
    f.tier = 0;
    return want === 0 || have >= want / 3 ? f : null;
  }

  titled() {
    return sum(this.parts, p => p.all.filter(d => (this.weigh(p, d) || {}).tier === 2).length);
  }

  total() {
    let n = 0, exact = true;
    for (const p of this.parts) {
      if (p.exact) { n += p.all.length; continue; }
      exact = false;
      const share = this.strong(p).reduce((s, l) => s * (l.df / Math.max(1, p.segment.n)), 1);
      n += Math.max(p.all.length, Math.floor(share * p.segment.n));
    }
    return {n, exact};
  }

  results() {
    let all = [];
    for (const p of this.parts) for (const d of p.all) {
      const f = this.weigh(p, d);
      if (f) all.push(f);
    }
    const {n, exact} = this.total(), byDate = this.query.byDate, found = all.length;
    if (byDate) all = this.index.seldom().newest(this.index, all, this.need, Reader);
    all.sort((a, b) => (byDate ? b.day - a.day : b.tier - a.tier || b.near - a.near || b.score - a.score) || a.at - b.at || a.doc - b.doc);
    const shown = all.slice(this.query.first, this.need).map(f => {
      const [url, title, number, date, issuer, type, status, abstract] = this.index.segments[f.at].card(f.doc);
      return {url, title, number, date, issuer, type, status, abstract, titled: f.tier === 2};
    });
    this.index.settle();
    return {results: shown, total: this.partial ? found : n, exact};
  }
}

/* Search */

const attempts = [
  {least: refined},
  {least: refined, prefix: true},
  {least: conflict},
  {least: refined, mend: true},
  {least: refined, mend: true, prefix: true, partial: true},
];

function search(index, query) {
  const parsed = parse(index, query);
  for (const attempt of attempts) {
    const out = tryOnce(index, query, parsed, attempt);
    if (out && out.results.length) return {...out, untoned: attempt.least === conflict, partial: attempt.partial, words: parsed.words};
  }
  return {results: [], total: 0, exact: true, words: parsed.words};
}

function tryOnce(index, query, parsed, attempt) {
  const {words: row, mended} = attempt.mend ? index.seldom().mend(index, parsed.words, key => frequency(index, {key}, 0)) : {words: parsed.words};
  const {clauses, bridges} = cover(index, row, query.typing || !!attempt.prefix, attempt.least);
  clauses.push(...parsed.others);
  const facets = new Map();
  for (const f of query.facets) facets.set(f[0], (facets.get(f[0]) || []).concat({key: "@" + f, must: true, facet: true}));
  if (!clauses.length && !facets.size) return null;
  index.settle();
  const run = new Run(index, query, attempt.least, !!attempt.partial);
  run.begin(clauses, facets.values());
  run.evaluate(bridges);
  return {...run.results(), mended};
}
