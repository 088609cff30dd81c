// Narrows a list down by several conditions at once, without loading a page.
// What was asked for is in the address, so that it can be passed on, and Back
// leads to what was before.
(() => {
  const form = document.querySelector(".filters form");

  if (!form) return;

  const { index, root, count, failed, number } = form.dataset;
  const status = document.querySelector(".filter-count");
  const kept = [...document.querySelectorAll(".filter-count ~ *")];
  const found = document.createElement("ul");
  const fields = [...form.elements];
  const facts = { year: "year", type: "type", issuer: "issuer", status: "effect", field: "fields" };
  let documents;
  found.className = "entries";
  kept[0].before(found);
  found.hidden = true;

  // The choices of a condition are the links that stand below the form.
  const links = form.closest(".filters").querySelectorAll(".counts");
  form.querySelectorAll("select").forEach((select, i) => {
    for (const { textContent: text } of links[i].querySelectorAll("a")) {
      select.add(new Option(text, text, text === select.dataset.current));
    }
  });

  // Words are found without regard to marks and case.
  const fold = (s) => s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();

  const matches = (d) =>
    fields.every(({ name, value }) =>
      name === "q"
        ? fold(value).split(/\s+/).every((word) => fold(d.title + " " + (d.number || "")).includes(word))
        : !value || [].concat(d[facts[name.slice(7)]]).some((v) => v + "" === value),
    );

  const element = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text });

  const entry = (d) => {
    const item = element("li", "entry", "");
    const title = element("p", "entry-title", "");
    const link = element("a", "", d.title);
    link.href = root + d.url;
    if (d.lang) link.lang = d.lang;
    title.append(link);
    const date = document.documentElement.lang === "vi" ? (d.issued || "").split("-").reverse().join("/") : d.issued;
    const facts = [((d.type || "") + (d.number ? " " + number.replace("{0}", d.number) : "")).trim(), date, d.mark].filter(Boolean);
    item.append(element("p", "entry-facts", facts.join(" · ")), title, element("p", "muted", d.issuer || ""));
    return item;
  };

  const apply = async () => {
    try {
      documents ||= await (await fetch(index)).json();
    } catch (offline) {
      status.textContent = failed;
      return;
    }
    const hits = documents.filter(matches);
    found.replaceChildren(...hits.slice(0, 100).map(entry));
    kept.forEach((e) => (e.hidden = true));
    found.hidden = false;
    status.textContent = count.replace("{0}", hits.length);
  };

  const restore = () => {
    form.reset();
    const query = new URLSearchParams(location.search);
    if (!location.search) {
      kept.forEach((e) => (e.hidden = false));
      found.hidden = true;
      status.textContent = "";
      return;
    }
    form.parentElement.open = true;
    for (const field of fields) field.value = query.get(field.name.replace("filter.", "")) || "";
    apply();
  };

  const changed = () => {
    const query = new URLSearchParams();
    for (const { name, value } of fields) if (value) query.set(name.replace("filter.", ""), value);
    const asked = "?" + (query + "" || "all");
    if (asked === location.search) return; // the Enter key is a change and a submission
    history.pushState(null, "", asked);
    apply();
  };

  form.addEventListener("change", changed);
  form.addEventListener("input", ({ target }) => target.name === "q" && apply());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed();
  });
  addEventListener("popstate", restore);
  restore();
})();
