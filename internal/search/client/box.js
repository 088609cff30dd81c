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

box();
