/* The search page: results with the places in the documents where the words are. */

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

/* whenSeen does something once an element comes into sight. */
function whenSeen(e, then) {
  if (!self.IntersectionObserver) return;
  const watcher = new IntersectionObserver(list => {
    if (!list.some(i => i.isIntersecting)) return;
    watcher.disconnect();
    then();
  });
  watcher.observe(e);
}

function searchPage() {
  const status = document.getElementById("_search-status"), list = document.getElementById("_search-results");
  const more = document.getElementById("_search-more");
  let shown = 0;

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
    const p = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value.trim()) p.append(name, value.trim());
    const url = location.pathname + (p + "" && "?" + p);
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

searchPage();
