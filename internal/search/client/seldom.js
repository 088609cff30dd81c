/* What is seldom needed: mending slips, the order of dates, and searching without a
   network. */
self.planpressSeldom = (() => {
const candidates = 12;

function slip(a, b) {
  const short = a.length < 4;
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  a = a.slice(n);
  b = b.slice(n);
  if (a === b) return false;
  if (a.length === b.length && a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)) return true;
  if (short) return false;
  if (a.length === b.length) return a.slice(1) === b.slice(1);
  return a.length === b.length + 1 ? a.slice(1) === b : b.length === a.length + 1 && b.slice(1) === a;
}

function near(index, key) {
  const out = [];
  for (const s of index.segments) {
    const data = s.words && index.file(s.id + "/w");
    if (!data) continue;
    for (const w of new TextDecoder().decode(data).split("\n")) if (w && out.length < candidates && slip(key, w)) out.push(w);
  }
  return out;
}

function nearest(index, row, i, frequency) {
  let list = near(index, row[i].key), best = list[0], most = 0;
  for (const w of list) {
    let n = 0;
    if (i > 0 && row[i].joins) n += frequency(row[i - 1].key + " " + w) || 0;
    if (row[i + 1] && row[i + 1].joins) n += frequency(w + " " + row[i + 1].key) || 0;
    if (n > most) { best = w; most = n; }
  }
  return best;
}

function mend(index, row, frequency) {
  const mended = [];
  const out = row.map((w, i) => {
    if (/^\d{1,6}$/.test(w.key) || frequency(w.key) !== 0) return w;
    const better = nearest(index, row, i, frequency);
    if (!better) return w;
    mended.push(better);
    return {...w, key: better, form: better};
  });
  index.settle();
  return {words: out, mended};
}

const dayBlock = 2048;

/* day gives the day of a document, as a number; a year has 372. */
function day(index, segment, doc, Reader) {
  const n = Math.floor(doc / dayBlock);
  segment.days = segment.days || [];
  if (!segment.days[n]) {
    const data = index.file(segment.id + "/y" + n), days = [];
    index.settle();
    for (let r = new Reader(data), last = 0; r.at < data.length;) {
      const step = r.uint();
      days.push(last += step % 2 ? -(step + 1) / 2 : step / 2);
    }
    segment.days[n] = days;
  }
  return segment.days[n][doc % dayBlock];
}

/* newest gives what may be among so many of the newest of some documents, with
   their days: they come newest year first. */
function newest(index, found, need, Reader) {
  let at, newer, same, year;
  return found.filter(f => {
    if (f.at !== at) { at = f.at; newer = same = 0; year = -1; }
    if (newer >= need) return false;
    f.day = day(index, index.segments[at], f.doc, Reader);
    const y = Math.floor(f.day / 372);
    if (y !== year) { newer += same; same = 0; year = y; }
    return newer < need && ++same;
  });
}

/* offline looks through the titles and numbers that were kept. */
function offline(query, asked, rows, fold) {
  const out = [];
  for (const [url, title, number, date, type] of rows) {
    const text = fold((number + " " + title).normalize("NFC").toLowerCase());
    if (asked.every(w => text.includes(w.key))) out.push({url, title, number, date, type, issuer: "", status: "", abstract: "", titled: true});
  }
  return {results: out.slice(query.first, query.first + query.count), total: out.length, exact: true, words: asked, offline: true};
}

/* keep has the worker keep the search page and what it needs. */
async function keep(manifest, base, root) {
  await navigator.serviceWorker.register(new URL("worker.js", base));
  const ready = await navigator.serviceWorker.ready;
  const files = [...document.querySelectorAll("script[src], link[rel~=stylesheet], link[rel~=icon]")].map(e => e.src || e.href);
  ready.active.postMessage(files.concat(base.href, new URL("index.bin", base).href, manifest.segments.map(s => new URL(s.id + "/o", base).href)));
}

return {mend, newest, offline, keep};
})();
