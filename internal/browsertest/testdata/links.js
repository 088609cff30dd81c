// Links in running text that only their colour shows, and in all of the page
// where everything is asked for. A mark beside a heading is no text.
(all) => {
	const lined = (e) => { for (let p = e; p && getComputedStyle(p).display.startsWith("inline"); p = p.parentElement) if (getComputedStyle(p).textDecorationLine.includes("underline")) return true; return false; };
	const boxed = (e) => parseFloat(getComputedStyle(e).borderTopWidth) > 0 && parse(getComputedStyle(e).borderTopColor)[3] > 0;
	return [...document.querySelectorAll("a[href]")].filter((a) => shown(a) && !a.matches(".self") && !lined(a) && !a.querySelector("*:is(strong, span)") && !boxed(a) && a.textContent.trim() &&
		(all || a.closest("p, li, td, dd") && [...a.parentElement.childNodes].some((n) => n.nodeType === 3 && n.data.trim().length > 3)))
		.filter((a) => getComputedStyle(a).textDecorationLine === "none").map((a) => "link without a line: " + say(a));
}
