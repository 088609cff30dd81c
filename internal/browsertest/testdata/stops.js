// Everything on the page that the keyboard must reach, in the order of the
// page: one for each group of radio buttons, the chosen one or the first.
() => {
	const wanted = [], groups = new Set();
	for (const e of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]")) {
		if (e.disabled || e.tabIndex < 0 || !e.checkVisibility({visibilityProperty: true})) continue;
		if (e.type === "radio") {
			const checked = [...document.getElementsByName(e.name)].some((r) => r.checked);
			if (groups.has(e.name) || checked && !e.checked) continue;
			groups.add(e.name);
		}
		wanted.push(e);
	}
	window.stops_ = [];
	window.order_ = wanted;
	addEventListener("focusin", (event) => stops_.push(event.target));
	document.activeElement.blur();
	document.documentElement.style.scrollBehavior = "auto"; // a picture of a page on its way shows nothing
	scrollTo(0, 0);
	return wanted.length;
}
