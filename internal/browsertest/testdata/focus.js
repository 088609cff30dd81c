// Gives the focus to one stop of each kind in turn: its place on the screen,
// or null at the end. A kind is a tag with its classes in a part of the page.
async () => {
	if (!window.kinds_) {
		const kinds = new Map();
		for (const e of order_) {
			const part = e.closest("header, nav, main, footer, form, section, td, .prose");
			const kind = [e.tagName, e.type, e.className, part && part.tagName + part.className, e.closest("[class]") && e.closest("[class]").className].join("|");
			if (!kinds.has(kind)) kinds.set(kind, e);
		}
		window.kinds_ = [...kinds.values()];
	}
	const e = kinds_.shift();
	if (!e) return null;
	window.here_ = e;
	document.activeElement.blur();
	e.focus({focusVisible: true, preventScroll: true});
	e.scrollIntoView({block: "center", behavior: "instant"});
	await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
	await Promise.all(document.getAnimations().map((a) => a.finished)); // until it is on the screen
	const target = e.type === "radio" ? e.labels[0] : e;
	const rects = [...target.getClientRects()].filter((r) => r.width > 1 && r.height > 1);
	const r = rects[0] || target.getBoundingClientRect();
	const all = target.getBoundingClientRect();
	const pad = 12;
	const x = Math.max(0, Math.floor(all.left - pad)), y = Math.max(0, Math.floor(all.top - pad));
	const wide = Math.min(all.right, innerWidth) - Math.max(all.left, 0), high = Math.min(all.bottom, innerHeight) - Math.max(all.top, 0);
	const perimeter = (all.top >= 0 ? wide : 0) + (all.bottom <= innerHeight ? wide : 0) + (all.left >= 0 ? high : 0) + (all.right <= innerWidth ? high : 0);
	return {what: say(e), x: x + scrollX, y: y + scrollY, width: Math.min(innerWidth - x, Math.ceil(all.right + pad) - x), height: Math.min(innerHeight - y, Math.ceil(all.bottom + pad) - y),
		area: 2 * Math.min(perimeter, rects.length > 1 ? 2 * rects.reduce((sum, q) => sum + q.width, 0) : Infinity),
		top: document.elementsFromPoint(r.left + r.width / 2, r.top + r.height / 2).slice(0, 1).every((u) => e.contains(u) || u.contains(e) || target.contains(u) || u === e)};
}
