// Runs in previewed pages only: reloads after a build, keeps the reader's
// place, and shows findings in front of the last good page. All texts are set
// as text, never as HTML.
(() => {
  "use strict";
  const key = "planpress-preview:" + location.pathname;
  const saved = sessionStorage.getItem(key);
  if (saved !== null) {
    sessionStorage.removeItem(key);
    if (!location.hash) window.scrollTo({ top: Number(saved), behavior: "instant" });
  }

  const host = document.createElement("planpress-preview");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    dialog { position: fixed; inset: auto 1rem 1rem 1rem; max-height: 60vh; overflow: auto; margin: 0 auto; width: auto;
      max-width: 60rem; border: 3px solid #b00020; background: #fff; color: #111; font: 1rem/1.5 system-ui, sans-serif; padding: 1rem; z-index: 9999; }
    h2 { font-size: 1.125rem; margin: 0 0 .5rem; } ol { margin: 0; padding-inline-start: 1.25rem; } li { margin-block: .5rem; }
    code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; } .hint { color: #444; }
    button { float: inline-end; min-width: 44px; min-height: 44px; font: inherit; }`);
  root.adoptedStyleSheets = [sheet];

  const element = (name, text, className) => {
    const e = document.createElement(name);
    if (text) e.textContent = text;
    if (className) e.className = className;
    return e;
  };

  const show = (overlay) => {
    root.replaceChildren();
    if (!overlay.findings.length) return;
    const box = element("dialog");
    const close = element("button", "×");
    close.setAttribute("aria-label", document.documentElement.lang === "vi" ? "Đóng" : "Close");
    close.addEventListener("click", () => root.replaceChildren());
    const list = element("ol");
    for (const f of overlay.findings) {
      const item = element("li");
      if (f.place) item.append(element("code", f.place), document.createElement("br"));
      item.append(f.message + (f.code ? " [" + f.code + "]" : ""));
      if (f.hint) item.append(element("div", f.hint, "hint"));
      list.append(item);
    }
    box.append(close, element("h2", overlay.title), list);
    root.append(box);
    box.show();
  };

  document.body.append(host);
  const build = document.currentScript.dataset.build; // the page is of this one
  const events = new EventSource("/_planpress/events");
  events.addEventListener("findings", (e) => show(JSON.parse(e.data)));
  events.addEventListener("build", (e) => {
    if (build === e.data) return;
    sessionStorage.setItem(key, String(window.scrollY));
    location.reload();
  });
  window.addEventListener("pagehide", () => events.close());
})();
