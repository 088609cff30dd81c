// What axe finds on the page as it is shown now. Rules listed in off are left out.
async (off) => {
	const tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag21aaa", "wcag22a", "wcag22aa", "wcag22aaa", "best-practice", "experimental"];
	const rules = Object.fromEntries(off.map((rule) => [rule, {enabled: false}]));
	const result = await axe.run(document, {runOnly: {type: "tag", values: tags}, rules, resultTypes: ["violations", "incomplete"]});
	const list = (results, review) => results.flatMap((r) => r.nodes.map((n) => ({
		rule: r.id, review, target: n.target.flat(Infinity).join(" "),
		why: [...n.any, ...n.all, ...n.none].map((c) => c.message).join("; ").slice(0, 200), html: n.html.slice(0, 120),
	})));
	return {found: [...list(result.violations, false), ...list(result.incomplete, true)], passed: result.passes.length};
}
