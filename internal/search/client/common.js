/* What the search box of every page and the search page share. */

const form = document.querySelector("form.search"), input = form.elements.q;
const home = new URL(form.getAttribute("action") || "", location.href);
const base = new URL(".", home), root = new URL("..", base);
const portable = /\.html$/.test(home.pathname);
const kinds = {year: "y", body: "i", field: "f", type: "t", status: "s"};
const lang = document.documentElement.lang || "vi";

/* Files */

function element(name, text, attributes) {
  const e = document.createElement(name);
  if (text) e.append(text);
  return set(e, attributes || {});
}

function set(e, attributes) {
  for (const k in attributes) e.setAttribute(k, attributes[k]);
  return e;
}

const scripts = {};

/* script runs a script, once. */
function script(path, from) {
  const {href} = new URL(path, from);
  return scripts[href] = scripts[href] || new Promise((resolve, reject) => {
    const e = element("script", "", {src: href});
    e.onload = resolve;
    e.onerror = reject;
    document.head.append(e);
  });
}

/* inflate decompresses, with what the browser has, or else with our own. */
function inflate(data) {
  if (self.DecompressionStream) {
    return new Response(new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer().then(b => new Uint8Array(b));
  }
  return script("inflate.js", base).then(() => self.planpressInflate(data));
}

function read(name) {
  return fetch(new URL(name, base)).then(r => {
    if (!r.ok) throw new Error(name + ": " + r.status);
    return r.arrayBuffer();
  }).then(b => inflate(new Uint8Array(b)));
}

const decode = bytes => JSON.parse(new TextDecoder().decode(bytes));

const version = 2;
let manifest, opening;

const seldom = () => script(manifest.seldom, root);

/* open reads the manifest, once; where that fails, it is tried again the next time. */
function open() {
  opening = opening || read("index.bin").then(data => {
    manifest = decode(data);
    if (manifest.v !== version) throw new Error("index.bin: " + manifest.v); // the page is older than the index
    return new Index(read, manifest, seldom);
  });
  opening.catch(() => { opening = null; });
  return opening;
}

/* say gives a text in the site's language. */
function say(key, ...args) {
  const text = manifest && manifest.texts[key] || form.dataset[key] || "";
  return text.replace(/\{(\d)\}/g, (all, n) => args[n]);
}

/* Texts */

function date(iso) {
  if (/^vi/.test(lang)) return iso.split("-").reverse().join("/");
  return new Date(iso + "T00:00Z").toLocaleDateString(lang, {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"});
}

/* hits gives the words of a text that the query asks for: of each its place, and
   which word of the query it is. */
function hits(text, asked) {
  const out = [];
  words(text).forEach((w, at) => {
    const n = asked.findIndex(a => a.key === w.key && (a.form === w.form || adds(a.form, w.form) || a.loose));
    if (n >= 0) out.push({w, at, n, quoted: asked[n].quoted});
  });
  return out;
}

/* marked gives a text with the words that were asked for marked. */
function marked(text, asked, found) {
  const out = document.createDocumentFragment();
  let end = 0;
  for (const {w} of found || hits(text, asked)) {
    out.append(text.slice(end, w.at), element("mark", text.slice(w.at, w.end)));
    end = w.end;
  }
  out.append(text.slice(end));
  return out;
}

const address = url => new URL(portable && /\/$/.test(url) ? url + "index.html" : url, root).href;

/* Searching */

let turn = 0;

/* busy says, for styles and tests, whether an answer is on its way. */
function busy(is) { form.dataset.search = is ? "busy" : "done"; }

/* ask searches, and calls show unless something else was asked meanwhile. */
async function ask(query, show, fail) {
  const mine = ++turn;
  busy(true);
  try {
    const index = await open(), out = await index.search(query);
    if (mine === turn) show(out);
  } catch (error) {
    const out = await offline(query).catch(() => null);
    if (mine !== turn) return;
    if (out) show(out); else fail(say(location.protocol === "file:" ? "file" : "failed"));
  }
  if (mine === turn) busy(false);
}

/* offline looks through the titles and numbers that were kept. */
async function offline(query) {
  await open();
  const rows = await Promise.all(manifest.segments.map(s => read(s.id + "/o")));
  await seldom();
  return self.planpressSeldom.offline(query, words(query.text), [].concat(...rows.map(decode)), fold);
}

/* Results */

function facts(r) {
  const p = element("p", [r.type, r.number && say("number", r.number)].filter(Boolean).join(" "), {class: "entry-facts"});
  if (r.date) p.append(p.textContent ? " · " : "", element("time", date(r.date), {datetime: r.date}));
  return p;
}

/* asked gives the words to mark. */
function askedFor(out) {
  const list = (out.words || []).map(w => ({...w, loose: out.untoned}));
  for (const key of out.mended || []) list.push({form: key, key, loose: true});
  return list;
}

/* summary says what was found. */
function summary(out, text) {
  if (!out.results.length) return say("none", text);
  const notes = [out.offline && say("offline"), out.untoned && say("untoned"), out.partial && say("partial"), out.mended && out.mended.length && say("mended", out.mended.join(", "))];
  return [say(out.exact ? "results" : "about", out.total.toLocaleString(lang))].concat(notes.filter(Boolean)).join(" ");
}

function later(f, wait) {
  let timer;
  return () => {
    busy(true);
    clearTimeout(timer);
    timer = setTimeout(f, wait);
  };
}
