// What makes a page hard to read or to hit: lines, sizes, targets.
() => {
	const bad = [];
	const small = innerWidth < 500;
	for (const n of texts()) {
		const e = n.parentElement, s = getComputedStyle(e), size = parseFloat(s.fontSize);
		if (s.textAlign === "justify") bad.push("justified: " + say(e));
		if (parseFloat(s.lineHeight) < 1.5 * size - .1 && !e.closest("sup, sub")) bad.push("lines " + (parseFloat(s.lineHeight) / size).toFixed(2) + " high: " + say(e));
		if (s.fontStyle === "italic" && n.data.length > 400) bad.push("long text in italics: " + say(e));
	}
	for (const e of document.querySelectorAll(".prose p, .summary, .lead, .prose li")) {
		const s = getComputedStyle(e);
		// 80 characters of the width that Vietnamese letters have on average.
		const probe = document.createRange();
		const text = [...e.childNodes].find((n) => n.nodeType === 3 && n.data.length > 200);
		if (!text || !shown(e)) continue;
		const lines = new Map();
		for (let i = 0; i < Math.min(text.length, 600); i++) {
			probe.setStart(text, i); probe.setEnd(text, i + 1);
			const y = Math.round(probe.getBoundingClientRect().top);
			lines.set(y, (lines.get(y) || 0) + 1);
		}
		const longest = Math.max(...lines.values());
		if (longest > 80) bad.push(`a line of ${longest} characters (${s.fontSize}): ` + say(e));
	}
	// Sizes in the styles themselves: what the reader asked for must count.
	const walk = (rules) => {
		for (const r of rules) {
			if (r.media && /print/.test(r.media.mediaText)) continue;
			if (r.style && r.selectorText && !(r instanceof CSSPageRule)) for (const name of ["font-size", "line-height", "font"]) {
				const v = r.style.getPropertyValue(name);
				if (/[\d.](px|pt|cm|mm|vw|vh|vmin|vmax|svw|dvw|cqi)\b/.test(v)) bad.push(`${name} with a fixed or window unit: ${r.selectorText} { ${v} }`);
				if (name === "font-size" && /^(html|:root)$/.test(r.selectorText || "") && v && !/%/.test(v)) bad.push("the root's text size is not in per cent: " + v);
			}
			if (r.cssRules) walk(r.cssRules);
		}
	};
	for (const sheet of document.styleSheets) walk(sheet.cssRules);
	// Targets: 24 px for what stands in a line of text, 44 for the rest.
	for (const e of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
		if (!shown(e) && !(e.type === "radio" && shown(e.labels[0]))) continue;
		if (e.matches(".table-scroll, pre, [tabindex='-1']") || e.matches(".skip")) continue;
		const r = (e.type === "radio" ? e.labels[0] : e).getBoundingClientRect();
		const inLine = e.matches("a") && getComputedStyle(e).display === "inline";
		if (!inLine && (r.height < 43.9 || r.width < 23.9)) bad.push(`a target of ${r.width.toFixed(0)} by ${r.height.toFixed(0)} px: ` + say(e));
	}
	// Nothing stays in front of the text.
	const stuck = [...document.querySelectorAll("body *")].filter((e) => ["fixed", "sticky"].includes(getComputedStyle(e).position) && shown(e));
	for (const part of stuck.length ? [.25, .5, .75, 1] : []) {
		scrollTo({top: part * document.documentElement.scrollHeight, behavior: "instant"});
		for (const e of stuck) {
			const r = e.getBoundingClientRect();
			for (const at of [.1, .5, .9]) {
				const x = r.left + r.width * at, y = Math.min(Math.max(r.top + 4, 0), innerHeight - 1);
				const under = document.elementsFromPoint(x, y);
				if (under.includes(e) && under.some((u) => !u.contains(e) && !e.contains(u) && u.textContent.trim())) bad.push("stays in front of the text: " + say(e));
			}
		}
	}
	scrollTo({top: 0, behavior: "instant"});
	const viewport = document.querySelector("meta[name=viewport]");
	if (!viewport || /user-scalable|maximum-scale|minimum-scale/.test(viewport.content)) bad.push("zooming is not free: " + (viewport && viewport.content));
	if (!document.querySelector("meta[name='text-scale'][content=scale]")) bad.push("the phone's own text size is not heeded");
	return [...new Set(bad)].slice(0, 20);
}
