const parse = (c) => {
	const v = (c.match(/[\d.]+/g) || []).map(Number);
	if (c.startsWith("color(srgb")) for (let i = 0; i < 3; i++) v[i] *= 255;
	return v.length < 4 ? [...v, 1] : v;
};
const lum = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
	.reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
const ratio = (a, b) => { const [x, y] = [lum(a), lum(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
const over = (top, under) => top.slice(0, 3).map((v, i) => v * top[3] + under[i] * (1 - top[3])).concat(1);
// What is under all: the browser's own paper, dark where a page says that it can be.
const canvas = () => {
	const e = document.body.appendChild(document.createElement("i"));
	e.style.backgroundColor = "Canvas"; // through the object model, which no policy forbids
	const c = parse(getComputedStyle(e).backgroundColor);
	e.remove();
	return c;
};
// The ground that an element's text stands on: its own background over those of what is around it.
const ground = (e) => {
	const layers = [];
	for (; e; e = e.parentElement) {
		const s = getComputedStyle(e);
		if (s.backgroundImage !== "none") return null; // a picture: nothing can be computed
		const c = parse(s.backgroundColor);
		layers.push(c);
		if (c[3] === 1) break;
	}
	return layers.reduceRight((under, c) => over(c, under), canvas());
};
const hex = (c) => "#" + c.slice(0, 3).map((v) => Math.round(v).toString(16).padStart(2, "0")).join("");
const say = (e) => {
	const cls = typeof e.className === "string" && e.className ? "." + e.className.trim().replace(/\s+/g, ".") : "";
	return e.tagName.toLowerCase() + (e.id ? "#" + e.id : "") + cls + " «" + (e.textContent || "").trim().replace(/\s+/g, " ").slice(0, 40) + "»";
};
// Seen by the reader: not hidden, not clipped to a dot for screen readers alone.
const shown = (e) => {
	if (!e.checkVisibility({opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true})) return false;
	for (let p = e; p; p = p.parentElement) {
		const s = getComputedStyle(p);
		if (s.position !== "absolute" && s.position !== "fixed") continue;
		const r = p.getBoundingClientRect();
		if (s.clipPath === "inset(50%)" || s.clipPath === "inset(100%)" || s.clip === "rect(0px, 0px, 0px, 0px)" || s.overflow !== "visible" && r.width <= 3 && r.height <= 3) return false;
		if (r.bottom + scrollY <= 0 || r.right + scrollX <= 0) return false; // kept beyond the edge until it has the focus
	}
	return true;
};
const texts = function* (root) {
	const walker = document.createTreeWalker(root || document.body, NodeFilter.SHOW_TEXT);
	for (let n; (n = walker.nextNode());) {
		if (n.data.trim() && !n.parentElement.closest("script, style, noscript, template") && shown(n.parentElement)) yield n;
	}
};
