// What needs sideways scrolling, is cut off, or lies over another text.
// Regions that scroll by themselves must be reachable and have a name.
() => {
	const bad = [];
	const inner = document.documentElement.clientWidth;
	const scroller = (e) => e.closest(".table-scroll, pre");
	if (document.documentElement.scrollWidth > inner + 1) {
		const wide = [...document.querySelectorAll("body *")].filter((e) => shown(e) && e.getBoundingClientRect().right > inner + 1 && !scroller(e));
		bad.push("needs sideways scrolling for " + (wide.slice(-2).map(say).join(", ") || "the page"));
	}
	for (const e of document.querySelectorAll("body *")) {
		if (!shown(e)) continue;
		const s = getComputedStyle(e);
		const cutX = ["hidden", "clip"].includes(s.overflowX) && e.scrollWidth > e.clientWidth + 1;
		const cutY = ["hidden", "clip"].includes(s.overflowY) && e.scrollHeight > e.clientHeight + 1;
		if ((cutX || cutY) && e.textContent.trim() && e.clientWidth > 1) bad.push("cut off: " + say(e));
		if (["auto", "scroll"].includes(s.overflowX) && e.scrollWidth > e.clientWidth + 1) {
			const name = e.getAttribute("aria-label") || e.getAttribute("aria-labelledby");
			if (!e.matches("[tabindex='0']")) bad.push("scrolls but cannot be reached with the keyboard: " + say(e));
			if (!name && !e.matches("pre")) bad.push("scrolls but has no name: " + say(e));
		}
		if (/\bvw|vmin|vmax/.test(e.style.fontSize)) bad.push("text sized by the window: " + say(e));
	}
	// Boxes of single lines, of elements that have text of their own.
	const lines = [];
	for (const n of texts()) {
		const range = document.createRange();
		range.selectNodeContents(n);
		for (const r of range.getClientRects()) {
			// The box of the letters, without the space above and below that lines share.
			const h = parseFloat(getComputedStyle(n.parentElement).fontSize), mid = (r.top + r.bottom) / 2;
			// What a region of the page has scrolled out of sight lies over nothing.
			const frame = n.parentElement.closest("nav, .table-scroll, pre");
			const f = frame && getComputedStyle(frame).overflowY !== "visible" && frame.getBoundingClientRect();
			if (f && (mid < f.top || mid > f.bottom || r.left >= f.right || r.right <= f.left)) continue;
			if (r.width > 2) lines.push({n, left: r.left, right: r.right, top: mid - h * .35, bottom: mid + h * .35});
		}
	}
	lines.sort((a, b) => a.top - b.top);
	for (let i = 0; i < lines.length; i++) {
		const a = lines[i];
		for (let j = i + 1; j < lines.length && lines[j].top < a.bottom; j++) {
			const b = lines[j];
			const x = Math.min(a.right, b.right) - Math.max(a.left, b.left), y = Math.min(a.bottom, b.bottom) - b.top;
			if (x <= 2 || y <= 2 || scroller(a.n.parentElement) !== scroller(b.n.parentElement) && (scroller(a.n.parentElement) || scroller(b.n.parentElement))) continue;
			bad.push("lies over another text: " + say(a.n.parentElement) + " and " + say(b.n.parentElement));
		}
		if (a.left < -1 && !scroller(a.n.parentElement)) bad.push("begins left of the screen: " + say(a.n.parentElement));
	}
	return [...new Set(bad)].slice(0, 12);
}
