// Texts whose contrast is below least, and borders and marks of what can be
// used below 3.
(least) => {
	const bad = [];
	let count = 0;
	const check = (color, e, what, wanted) => {
		const under = ground(e);
		if (!under) return bad.push("stands on a picture: " + say(e));
		const r = ratio(over(parse(color), under), under);
		if (r < wanted) bad.push(`contrast ${r.toFixed(2)}, not ${wanted}: ${what} ${hex(parse(color))} on ${hex(under)}: ${say(e)}`);
	};
	for (const n of texts()) {
		count++;
		const e = n.parentElement, s = getComputedStyle(e);
		check(s.color, e, "text", least);
		for (let p = e; p; p = p.parentElement) if (+getComputedStyle(p).opacity < 1) bad.push("half transparent: " + say(p));
		if (s.textShadow !== "none") bad.push("has a shadow: " + say(e));
	}
	for (const e of document.querySelectorAll("body *")) {
		if (!shown(e)) continue;
		for (const pseudo of ["::before", "::after", "::marker"]) {
			const s = getComputedStyle(e, pseudo);
			const said = s.content !== "none" && s.content !== "normal" && /[^\s"]/.test(s.content.replace(/ \/ .*/, ""));
			if (said && s.display !== "none") check(s.color, e, "text of " + pseudo, least);
			if (pseudo === "::marker" && getComputedStyle(e).display === "list-item" && getComputedStyle(e).listStyleType !== "none") check(s.color, e, "list mark", 3);
		}
		if (e.placeholder) check(getComputedStyle(e, "::placeholder").color, e, "placeholder", least);
		const picked = getComputedStyle(e, "::selection");
		if (parse(picked.backgroundColor)[3] === 1) {
			const r = ratio(parse(picked.color), parse(picked.backgroundColor));
			if (r < least) bad.push(`contrast ${r.toFixed(2)}, not ${least}: selected text of ${say(e)}`);
		}
	}
	const edges = ".choices label, .button, button, input:not([type=radio]), select, textarea, .pager a";
	for (const e of document.querySelectorAll(edges)) {
		const s = getComputedStyle(e);
		if (!shown(e) || parseFloat(s.borderTopWidth) === 0 || parse(s.borderTopColor)[3] === 0) continue;
		const around = ground(e.parentElement);
		if (around && ratio(parse(s.borderTopColor), around) < 3) bad.push(`contrast of the border ${hex(parse(s.borderTopColor))} below 3: ${say(e)}`);
	}
	for (const e of document.querySelectorAll("label")) {
		const input = document.getElementById(e.htmlFor);
		if (!shown(e) || !input || input.type !== "radio" || input.checked) continue;
		const other = [...document.getElementsByName(input.name)].find((i) => i.checked);
		const mine = ground(e), picked = other && other.labels[0] && ground(other.labels[0]);
		if (picked && mine && ratio(mine, picked) < 3) bad.push("what is chosen does not stand out: " + say(other.labels[0]) + " beside " + say(e));
	}
	for (const e of document.querySelectorAll("svg")) {
		if (!shown(e)) continue;
		for (const shape of e.querySelectorAll("path, circle, rect, line")) {
			const fill = getComputedStyle(shape).fill, stroke = getComputedStyle(shape).stroke;
			if (![fill, stroke].some((c) => c !== "none" && ratio(parse(c), ground(e.parentElement)) >= 3)) bad.push("contrast of a picture below 3: " + say(e.parentElement));
		}
	}
	if (count < 5) bad.push("only " + count + " texts seen");
	return [...new Set(bad)].slice(0, 30);
}
