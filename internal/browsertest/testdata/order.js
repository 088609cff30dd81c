// What is wrong with the order in which Tab went through the page.
() => {
	const bad = [];
	const reached = stops_.slice(0, order_.length);
	for (const e of order_) if (!reached.includes(e)) bad.push("Tab does not reach " + say(e));
	for (const e of order_) if (e.tabIndex > 0) bad.push("has a place of its own in the order: " + say(e));
	for (const [i, e] of order_.entries()) {
		if (reached[i] !== e && reached.includes(e)) { bad.push(`stop ${i + 1} is ${say(reached[i])}, not ${say(e)}`); break; }
	}
	if (!order_[0] || !/^#/.test(order_[0].getAttribute("href") || "")) bad.push("the first stop is no skip link: " + (order_[0] && say(order_[0])));
	else if (!document.getElementById(order_[0].hash.slice(1))) bad.push("the skip link leads nowhere");
	// As it is seen: within a block, later stops stand lower, or on the same line
	// further on. The cells of a grid or of a table's row are compared whole: a cell is read to its
	// end, also where its last line stands lower than the next cell's first.
	const cell = (e) => {
		while (e && !["grid", "table-row"].includes(getComputedStyle(e.parentElement || e).display)) e = e.parentElement;
		return e;
	};
	const box = (e) => (e.type === "radio" ? e.labels[0] : e).getBoundingClientRect();
	for (let i = 1; i + 1 < reached.length; i++) {
		const a = reached[i], b = reached[i + 1];
		if (!a || !b || a.closest(".rail") !== b.closest(".rail") || a.closest("section, nav, .groups") !== b.closest("section, nav, .groups")) continue;
		const from = cell(a), to = cell(b);
		const cells = from && to && from !== to && from.parentElement === to.parentElement;
		const p = box(cells ? from : a), q = box(cells ? to : b);
		const sameLine = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > Math.min(p.height, q.height) / 2;
		if (sameLine ? q.right < p.left - 1 : q.bottom < p.top - 1) bad.push("stands before what comes before it: " + say(b) + " after " + say(a));
	}
	for (const e of document.querySelectorAll(".table-scroll, [role=region], section[tabindex]")) {
		if (e.scrollWidth > e.clientWidth + 1 && e.tabIndex < 0) bad.push("scrolls but Tab does not reach it: " + say(e));
	}
	// Blocks that a style shows in another order than they are read.
	for (const e of document.querySelectorAll("body *")) {
		const s = getComputedStyle(e);
		if (s.order !== "0" || s.flexDirection.endsWith("reverse") || s.flexWrap === "wrap-reverse") bad.push("is shown in another order than it is read: " + say(e));
	}
	return [...new Set(bad)].slice(0, 12);
}
