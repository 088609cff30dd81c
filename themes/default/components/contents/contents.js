// Marks in the table of contents where the reader is: the last heading that
// has come into the upper part of the window.
const links = new Map();
for (const link of document.querySelectorAll(".contents a")) {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (heading) links.set(heading, link);
}

if (links.size && window.IntersectionObserver) {
  let current;
  const mark = () => {
    let link;
    for (const [heading, to] of links) if (heading.getBoundingClientRect().top < innerHeight / 3) link = to;
    if (link === current) return;
    if (current) current.removeAttribute("aria-current");
    current = link;
    if (!link) return;
    link.setAttribute("aria-current", "true");
    // Only where the list itself scrolls; the page stays where it is.
    const list = link.closest(".contents");
    const { top, bottom } = link.getBoundingClientRect();
    const box = list.getBoundingClientRect();
    if (top < box.top) list.scrollTop -= box.top - top;
    else if (bottom > box.bottom) list.scrollTop += bottom - box.bottom;
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  links.forEach((_, heading) => observer.observe(heading));
}
