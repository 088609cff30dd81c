// Restores what the reader chose of size, contrast and light, before anything
// is painted, and remembers it. The choices work without this script.
//
// They are kept in localStorage under "planpress", as "size-large mode-dark".
// Only the values below count, whatever is stored. Where storage is refused,
// a choice holds for the page.
(() => {
  const root = document.documentElement;
  const values = {
    size: ["small", "large", "largest"],
    contrast: ["less", "more"],
    mode: ["light", "dark"],
  };
  const names = Object.keys(values);

  const show = (name, value) =>
    value ? root.setAttribute("data-" + name, value) : root.removeAttribute("data-" + name);

  const restore = () => {
    let stored;
    try {
      stored = (localStorage.getItem("planpress") || "").split(" ");
    } catch (refused) {
      return;
    }
    for (const name of names) {
      const value = values[name].find((v) => stored.includes(name + "-" + v));
      show(name, value);
      const radio = document.getElementById("_" + name + "-" + (value || "default"));
      if (radio) radio.checked = true;
    }
  };

  const remember = () => {
    const chosen = names.filter((n) => root.hasAttribute("data-" + n));
    try {
      localStorage.setItem("planpress", chosen.map((n) => n + "-" + root.getAttribute("data-" + n)).join(" "));
    } catch (refused) {}
  };

  root.setAttribute("data-script", "");
  restore();
  // The buttons are parsed later; each is set before it is painted.
  new MutationObserver((_, observer) => {
    restore();
    if (document.getElementById("_mode-dark")) observer.disconnect();
  }).observe(root, { childList: true, subtree: true });

  addEventListener("change", (event) => {
    const [, name, value] = /^_(size|contrast|mode)-(\w+)$/.exec(event.target.id) || [];
    if (!name) return;
    show(name, value !== "default" && value);
    remember();
  });
  addEventListener("reset", (event) => {
    if (!event.target.matches(".controls")) return;
    names.forEach((name) => show(name));
    remember();
  });
  // A held arrow key must not make the page flash.
  addEventListener("keydown", (event) => {
    if (event.repeat && event.target.type === "radio") event.preventDefault();
  });
  addEventListener("storage", restore);
  addEventListener("pageshow", restore);
})();
