/* The search box of every page, and the search page. */

const form = document.querySelector("form.search"), input = form.elements.q;
const onPage = form.id === "_search";
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

let manifest, opening;

const seldom = () => script(manifest.seldom, root);

/* open reads the manifest, once; where that fails, it is tried again the next time. */
function open() {
  opening = opening || read("index.bin").then(data => {
    manifest = decode(data);
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

/* weigh says how much of a query a piece of text has: each word once, and
   neighbours again. */
function weigh(found) {
  let score = new Set(found.map(h => h.n)).size;
  found.forEach((h, i) => { if (i && h.at === found[i - 1].at + 1 && h.n === found[i - 1].n + 1) score += h.quoted ? 9 : 2; });
  return score;
}

const around = 90; // characters before and behind

/* excerpt gives the part of a page that has most of the query, and the anchor of
   the section it stands in. */
function excerpt(html, asked) {
  const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  let best = null, anchor = "";
  for (const e of main ? main.querySelectorAll("h2,h3,h4,h5,h6,p,li,td") : []) {
    if (e.id && e.id[0] !== "_") anchor = e.id;
    if (e.querySelector("p,li,td") || e.closest("nav")) continue;
    const text = e.textContent.replace(/\s+/g, " "), found = hits(text, asked), score = weigh(found);
    if (found.length && (!best || score > best.score)) best = {text, found, score, anchor};
  }
  if (!best) return null;
  const {text} = best, from = Math.max(0, best.found[0].w.at - around), start = from && text.indexOf(" ", from) + 1;
  const to = start + 3 * around, cut = to < text.length ? text.slice(start, to).replace(/\s\S*$/, "") + "…" : text.slice(start);
  return {text: (start ? "…" : "") + cut, anchor: best.anchor};
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

/* entry shows one result. */
function entry(r, asked) {
  const li = element("li", "", {class: "entry"});
  const link = element("a", element("span", marked(r.title, asked)), {href: address(r.url)});
  li.append(facts(r), element("h2", link, {class: "entry-title"}));
  const below = [r.issuer, r.status].filter(Boolean).join(" · ");
  if (below) li.append(element("p", below, {class: "muted"}));
  const text = element("p", marked(r.abstract, asked));
  li.append(text);
  if (!r.titled) whenSeen(li, () => show(r, text, link, asked));
  return li;
}

/* show puts the place in the document under its title. */
async function show(r, text, link, asked) {
  try {
    const found = excerpt(await (await fetch(address(r.url))).text(), asked);
    if (!found) return;
    text.textContent = "";
    text.append(marked(found.text, asked));
    if (found.anchor) link.href = address(r.url) + "#" + encodeURIComponent(found.anchor);
  } catch (error) {
    // the beginning of the document stays
  }
}

const seen = new WeakMap();
const watcher = self.IntersectionObserver && new IntersectionObserver(list => {
  for (const {isIntersecting, target} of list) {
    if (!isIntersecting) continue;
    watcher.unobserve(target);
    seen.get(target)();
  }
});

function whenSeen(e, then) {
  if (!watcher) return;
  seen.set(e, then);
  watcher.observe(e);
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

/* The search page */

function searchPage() {
  const status = document.getElementById("_search-status"), list = document.getElementById("_search-results");
  const more = document.getElementById("_search-more");
  let shown = 0;

  const params = () => {
    const p = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value.trim()) p.append(name, value.trim());
    return p;
  };

  const query = (first, typing) => ({
    text: input.value, first, count: 10, typing, byDate: form.elements.sort && form.elements.sort.value === "date",
    facets: Object.keys(kinds).filter(name => form.elements[name] && form.elements[name].value).map(name => kinds[name] + form.elements[name].value),
  });

  const run = (first, typing) => {
    const q = query(first, typing);
    if (!q.text.trim() && !q.facets.length) {
      turn++;
      list.textContent = "";
      more.hidden = true;
      status.textContent = say("empty");
      busy(false);
      return;
    }
    if (!list.children.length) status.textContent = say("loading");
    ask(q, out => {
      if (!first) list.textContent = "";
      const asked = askedFor(out), items = out.results.map(r => entry(r, asked));
      list.append(...items);
      status.textContent = summary(out, q.text);
      shown = first + items.length;
      more.hidden = !items.length || out.exact && shown >= out.total;
      if (first && items.length) items[0].querySelector("a").focus();
    }, text => { status.textContent = text; });
  };

  const remember = push => {
    const search = params().toString(), url = location.pathname + (search && "?" + search);
    if (url !== location.pathname + location.search) history[push ? "pushState" : "replaceState"](null, "", url);
  };

  const restore = () => {
    const p = new URLSearchParams(location.search);
    for (const e of form.elements) if (e.name) e.value = p.get(e.name) || "";
    const filters = form.querySelector("details");
    if (filters && Object.keys(kinds).some(k => p.get(k))) filters.open = true;
    run(0, false);
  };

  input.addEventListener("input", later(() => { remember(false); run(0, true); }, 150));
  form.addEventListener("change", e => { if (e.target !== input) { remember(true); run(0, false); } });
  form.addEventListener("submit", e => { e.preventDefault(); remember(true); run(0, false); });
  more.addEventListener("click", () => run(shown, false));
  addEventListener("popstate", restore);
  restore();
  setTimeout(keepForLater, 3000);
}

/* keepForLater has what the search page needs without a network kept, unless data
   are dear. */
function keepForLater() {
  if (!navigator.serviceWorker || (navigator.connection || {}).saveData) return;
  open().then(seldom).then(() => self.planpressSeldom.keep(manifest, base, root)).catch(() => {}); // it works without
}

/* The box of other pages: a combobox with a list (ARIA APG, “editable combobox
   with list autocomplete”). */

function box() {
  const list = element("ul", "", {id: "_search-list", class: "search-list", role: "listbox", "aria-label": input.getAttribute("aria-label") || ""});
  const status = element("p", "", {class: "hidden", role: "status"});
  list.hidden = true;
  form.append(list, status);
  input.autocomplete = "off";
  open().then(() => {
    if (manifest.style) document.head.append(element("link", "", {rel: "stylesheet", href: new URL(manifest.style, root).href}));
  }, () => {}); // the form leads to the search page, which says what is wrong
  set(input, {role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", "aria-haspopup": "listbox"});
  let at = -1;

  const close = () => {
    turn++;
    busy(false);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  };

  const choose = n => {
    at = n;
    [...list.children].forEach((li, i) => {
      li.setAttribute("aria-selected", i === n);
      if (i === n) li.scrollIntoView({block: "nearest"});
    });
    if (n < 0) input.removeAttribute("aria-activedescendant"); else input.setAttribute("aria-activedescendant", list.children[n].id);
  };

  const option = (r, i, asked) => {
    const li = element("li", "", {role: "option", id: "_search-" + i, "aria-selected": "false"});
    li.append(element("b", marked(r.title, asked)), " ", element("small", facts(r).textContent));
    li.dataset.url = address(r.url);
    return li;
  };

  const run = () => {
    const text = input.value.trim();
    if (!text) return close();
    ask({text, facets: [], byDate: false, typing: true, first: 0, count: 6}, out => {
      const asked = askedFor(out);
      list.textContent = "";
      list.append(...out.results.map((r, i) => option(r, i, asked)));
      list.hidden = !out.results.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      choose(-1);
      status.textContent = summary(out, text);
    }, message => { close(); status.textContent = message; });
  };

  input.addEventListener("input", later(run, 150));
  input.addEventListener("keydown", e => {
    const n = list.children.length;
    if (e.isComposing) return;
    if (e.key === "Escape" && !list.hidden) { e.preventDefault(); close(); }
    if (e.key !== "ArrowDown" && e.key !== "ArrowUp" || !n) return;
    e.preventDefault();
    if (list.hidden) { list.hidden = false; input.setAttribute("aria-expanded", "true"); }
    const step = e.key === "ArrowDown" ? 1 : -1;
    choose(at < 0 && step < 0 ? n - 1 : at + step >= n || at + step < 0 ? -1 : at + step);
  });
  form.addEventListener("submit", e => {
    if (list.hidden || at < 0) return;
    e.preventDefault();
    location.href = list.children[at].dataset.url;
  });
  list.addEventListener("mousedown", e => e.preventDefault()); // the box keeps the focus
  list.addEventListener("click", e => {
    const li = e.target.closest("li");
    if (li) location.href = li.dataset.url;
  });
  form.addEventListener("focusout", e => { if (!form.contains(e.relatedTarget)) close(); });
  if (input.value) run();
}

if (onPage) searchPage(); else box();
