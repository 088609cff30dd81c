// Looks at pages in Firefox and prints what is wrong with them, as JSON: a
// list of {page, check, detail}. Its one argument is JSON too, see
// firefox_test.go.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const job = JSON.parse(process.argv[2]);
const puppeteer = createRequire(job.modules + "/")("puppeteer-core");
const axe = readFileSync(job.modules + "/axe-core/axe.min.js", "utf8");
const faults = [];

const fault = (page, check, detail) => faults.push({ page, check, detail: String(detail) });

// open gives a tab that reports what its console, its policy and the network
// say under the name that tab.label has at that moment.
async function open(browser) {
	const tab = await browser.newPage();
	tab.label = "";
	tab.on("console", (m) => fault(tab.label, "console", m.type() + ": " + m.text()));
	tab.on("pageerror", (e) => fault(tab.label, "console", e.message));
	tab.on("requestfailed", (r) => fault(tab.label, "network", r.url() + " " + r.failure()?.errorText));
	tab.on("response", (r) => r.status() >= 400 && fault(tab.label, "network", r.url() + " " + r.status()));
	tab.on("request", (r) => r.url().startsWith(job.url) || r.url().startsWith("data:") || fault(tab.label, "third party", r.url()));
	await tab.evaluateOnNewDocument(() => {
		window.refused = [];
		addEventListener("securitypolicyviolation", (e) => refused.push(e.violatedDirective + " " + e.blockedURI));
	});
	return tab;
}

async function visit(tab, name) {
	tab.label = name;
	const response = await tab.goto(job.url + job.pages[name], { waitUntil: "load" });
	return response.headers();
}

async function checkPage(tab, name) {
	await tab.setViewport({ width: 1280, height: 800 });
	const headers = await visit(tab, name);
	for (const want of ["default-src 'none'", "frame-ancestors 'none'"]) {
		if (!(headers["content-security-policy"] || "").includes(want)) fault(name, "policy header", "lacks " + want);
	}
	await checkAxe(tab, name, "wide");
	for (const width of [320, 256]) {
		await tab.setViewport({ width, height: 640 });
		const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		if (wide > 0) fault(name, "sideways", width + " px: " + wide + " px too wide");
		if (width === 320) await checkAxe(tab, name, "narrow");
	}
	for (const what of await tab.evaluate(() => refused)) fault(name, "policy", what);
	const cookies = await tab.evaluate(() => document.cookie);
	if (cookies || headers["set-cookie"]) fault(name, "cookie", cookies);
}

async function checkAxe(tab, name, state) {
	await tab.evaluate(axe);
	const found = await tab.evaluate(async (tags) => {
		const report = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
		if (report.passes.length < 10) return ["axe ran hardly any rule: " + report.passes.length];
		return report.violations.map((v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120) + " " + n.failureSummary).join(" | "));
	}, job.tags);
	for (const v of found) fault(name, "axe", state + ": " + v);
}

// look is what a choice of size and contrast changes, as a reader sees it.
const look = (tab) => tab.evaluate(() => {
	const text = document.querySelector("main p") || document.querySelector("main");
	const lum = (c) => c.match(/[\d.]+/g).slice(0, 3).map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
		.reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
	let ground = text;
	while (ground.parentElement && /rgba\(.*, 0\)|transparent/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
	const [a, b] = [lum(getComputedStyle(text).color), lum(getComputedStyle(ground).backgroundColor)].sort((x, y) => y - x);
	return { size: parseFloat(getComputedStyle(text).fontSize), contrast: (a + 0.05) / (b + 0.05),
		chosen: [...document.querySelectorAll("input[type=radio]:checked")].map((r) => r.labels[0].textContent.trim()).join(", ") };
});

// press clicks what a selector finds first, or of those the one with a text, as
// a reader does with a mouse.
async function press(tab, selector, text) {
	const place = await tab.evaluate((selector, text) => {
		const e = [...document.querySelectorAll(selector)].find((e) => !text || e.textContent.trim() === text);
		if (!e) return null;
		e.scrollIntoView({ block: "center", behavior: "instant" });
		const r = e.getBoundingClientRect();
		return [r.x + r.width / 2, r.y + r.height / 2];
	}, selector, text);
	if (place) await tab.mouse.click(...place);
	else fault(tab.label, "controls", "there is no " + selector + " " + (text || ""));
}

const choose = (tab, text) => press(tab, "label", text);

async function wantLook(tab, when, first) {
	const now = await look(tab);
	if (!(now.size >= 1.9 * first.size)) fault(tab.label, "controls", when + ": text of " + now.size + " px after " + first.size);
	if (!(now.contrast >= 15)) fault(tab.label, "controls", when + ": contrast " + now.contrast.toFixed(1));
	for (const text of [job.largest, job.more]) {
		if (!now.chosen.includes(text)) fault(tab.label, "controls", when + ": chosen is " + now.chosen + ", not " + text);
	}
}

async function checkControls(browser, tab) {
	await tab.setViewport({ width: 1280, height: 800 });
	await visit(tab, "document");
	const first = await look(tab);
	await choose(tab, job.largest);
	await choose(tab, job.more);
	await wantLook(tab, "after the choice", first);
	await visit(tab, "list");
	await visit(tab, "document");
	await wantLook(tab, "on the way back from another page", first);
	await tab.reload();
	await wantLook(tab, "after a reload", first);
	const beside = await open(browser);
	await visit(beside, "document");
	await wantLook(beside, "in another tab", first);
	await beside.close();
	await press(tab, "button[type=reset]");
	const last = await look(tab);
	if (last.size !== first.size || last.chosen !== first.chosen) fault("document", "controls", "the reset gives " + JSON.stringify(last));
}

// checkKeyboard reaches a group of choices with Tab and changes it with an arrow.
async function checkKeyboard(tab) {
	await visit(tab, "document");
	const first = await look(tab);
	for (let i = 0; i < 10; i++) {
		await tab.keyboard.press("Tab");
		if (await tab.evaluate(() => document.activeElement.type === "radio")) break;
	}
	await tab.keyboard.press("ArrowRight");
	const next = await look(tab);
	if (!(next.size > first.size)) fault("document", "controls", "the arrow key leaves the text at " + next.size + " px");
	await press(tab, "button[type=reset]");
}

async function checkWithoutScript(browser) {
	const tab = await browser.newPage();
	await visit(tab, "document");
	tab.label = "document without JavaScript";
	const first = await look(tab);
	await choose(tab, job.largest);
	await choose(tab, job.more);
	await wantLook(tab, "after the choice", first);
}

// session runs work in a Firefox of its own with some of its settings changed.
async function session(prefs, work) {
	const browser = await puppeteer.launch({ browser: "firefox", executablePath: job.firefox, headless: true, extraPrefsFirefox: prefs });
	try {
		await work(browser);
	} finally {
		await browser.close();
	}
}

await session({}, async (browser) => {
	const tab = await open(browser);
	for (const name of Object.keys(job.pages)) await checkPage(tab, name);
	if (job.more) {
		await checkControls(browser, tab);
		await checkKeyboard(tab);
	}
});
if (job.more) await session({ "javascript.enabled": false }, checkWithoutScript);
console.log(JSON.stringify(faults));
