// Sends a rating without leaving the page, and shows the total as it is now.
// Where the service does not answer, the page has the figures of its last build,
// and nothing that the reader filled in is lost.
(() => {
  const section = document.querySelector(".rating");
  const form = section.querySelector("form");
  const total = section.querySelector(".rating-total");
  const said = section.querySelector(".rating-said");
  const { service } = form.dataset;
  const query = "?document=" + encodeURIComponent(form.elements.document.value);
  const lang = document.documentElement.lang;

  const ask = async (path, options) => {
    const answer = await fetch(service + path, { headers: { Accept: "application/json" }, credentials: "omit", ...options });
    const data = await answer.json();
    return { ok: answer.ok, ...data };
  };

  const show = ({ count, sum }) => {
    if (count === undefined) return;
    const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, n) => values[n]);
    const number = (n, options) => n.toLocaleString(lang, options);
    const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    total.textContent =
      fill(total.dataset.total, number(sum), number(count)) +
      (count ? " " + fill(total.dataset.mean, number(Math.round((10 * sum) / count) / 10, one)) : "");
  };

  const say = (text) => (said.textContent = text);

  // The total is asked for when the reader comes near.
  const near = new IntersectionObserver((seen) => {
    if (!seen.some((s) => s.isIntersecting)) return;
    near.disconnect();
    ask("total" + query).then(show, () => {});
  });
  near.observe(section);

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    if (button.getAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    say(said.dataset.sending);
    try {
      const { token, text } = await ask("form" + query);
      const body = new URLSearchParams(new FormData(form));
      body.set("token", token || "");
      const answer = token ? await ask("rate", { method: "POST", body }) : { text };
      if (answer.ok) show(answer);
      say(answer.ok ? said.dataset.thanks : answer.text || said.dataset.offline);
    } catch {
      say(said.dataset.offline);
    }
    button.removeAttribute("aria-disabled");
  });
})();
