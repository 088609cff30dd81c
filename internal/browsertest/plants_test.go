package browsertest

// plants are the faults that the gates must catch. Each would pass a look at
// the page on a good screen.
var plants = []fault{
	// What a screen reader meets.
	{name: "image without alt", gate: axeOnce, change: markup(`</main>`, `<img src="/cong/tam-quan/x.png"></main>`), says: "axe image-alt"},
	{name: "no language", gate: axeOnce, change: markup(`<html lang="[a-z]+"`, `<html`), says: "axe html-has-lang"},
	{name: "no title", gate: axeOnce, change: markup(`<title>[^<]*</title>`, ``), says: "axe document-title"},
	{name: "heading jump", gate: axeOnce, change: markup(`</article>`, `<h6>Sâu quá</h6></article>`), says: "axe heading-order"},
	{name: "two main parts", gate: axeOnce, change: markup(`</body>`, `<main><p>Nữa</p></main></body>`), says: "axe landmark-no-duplicate-main"},
	{name: "text outside of landmarks", gate: axeOnce, change: markup(`</body>`, `<p>Ở ngoài mọi phần của trang</p></body>`), says: "axe region"},
	{name: "field without a label", gate: axeOnce, change: markup(`</main>`, `<input type="text"></main>`), says: "axe label"},
	{name: "placeholder as label", gate: contrast, change: markup(`</main>`, `<input type="text" placeholder="Tìm kiếm"></main>`), says: "placeholder"},
	{name: "button without a name", gate: axeOnce, change: markup(`</main>`, `<button type="button"></button></main>`), says: "axe button-name"},
	{name: "empty link", gate: axeOnce, change: markup(`</main>`, `<a href="./"></a></main>`), says: "axe link-name"},
	{name: "same id twice for a label", gate: axeOnce, change: markup(`</main>`, `<p id="_size-small">Hai lần</p></main>`), says: "axe duplicate-id-aria"},
	{name: "role that does not exist", gate: axeOnce, change: markup(`<main `, `<main role="body" `), says: "axe aria-roles"},
	{name: "zooming forbidden", gate: reading, change: markup(`initial-scale=1`, `initial-scale=1, user-scalable=no`), says: "zooming is not free"},

	// Colours and lines.
	{name: "contrast of 6 to 1", gate: contrast, change: style(`.prose p{color:#636363}`), says: "contrast 6."},
	{name: "faint text before a word", gate: contrast, change: style(`h1::before{content:"Mới ";color:#999}`), says: "text of ::before"},
	{name: "half transparent text", gate: contrast, change: style(`.prose p{opacity:.5}`), says: "half transparent"},
	{name: "faint border of a button", gate: contrast, change: style(`.choices label{border-color:#ddd}`), says: "contrast of the border"},
	{name: "links shown by colour alone", gate: contrast, change: style(`.prose a{text-decoration:none}`), says: "link without a line"},
	{name: "links without a line in more contrast", gate: contrast,
		change: style(`:root:has(#_contrast-more:checked) .crumbs a{text-decoration:none}`), says: "link without a line"},

	// Reading and hitting.
	{name: "justified text", gate: reading, change: style(`.prose p{text-align:justify}`), says: "justified"},
	{name: "tight lines", gate: reading, change: style(`.prose p{line-height:1.3}`), says: "lines 1.3"},
	{name: "long lines", gate: reading, page: "seed", change: style(`.prose p{max-width:none!important;font-size:.8rem}`), says: "a line of"},
	{name: "root text size in px", gate: reading, change: style(`html{font-size:16px}`), says: "fixed or window unit"},
	{name: "text sized by the window", gate: reading, change: style(`h1{font-size:5vw}`), says: "fixed or window unit"},
	{name: "small target", gate: reading, change: style(`.choices label{min-height:20px!important;padding:0!important;line-height:1.5}.choices,.choices>span{align-items:start;height:20px}`), says: "a target of"},
	{name: "bar fixed over the text", gate: reading, change: style(`.controls-bar{position:fixed;top:0;left:0;right:0}`), says: "stays in front of the text"},
	{name: "bar that sticks over the text", gate: reading, change: style(`.controls-bar{position:sticky;top:0;z-index:2}`), says: "stays in front of the text"},
	{name: "movement that was not wanted", gate: reading, change: style(`@keyframes turn{to{rotate:360deg}}h1{animation:turn 9s infinite}`), says: "moves"},

	// Narrow screens.
	{name: "table without a region", gate: reflow, change: style(`.table-scroll{overflow:visible!important}`), says: "needs sideways scrolling"},
	{name: "fixed width", gate: reflow, change: style(`.prose{width:600px}`), says: "needs sideways scrolling"},
	{name: "text cut off", gate: reflow, change: style(`.prose p{height:1.5em;overflow:hidden}`), says: "cut off"},
	{name: "text over text", gate: reflow, change: style(`h1{height:.5em}`), says: "lies over another text"},
	{name: "region that the keyboard cannot reach", gate: reflow, change: markup(`(class="table-scroll"[^>]*) tabindex="?0"?`, `$1`), says: "cannot be reached with the keyboard"},
	{name: "region without a name", gate: reflow, change: markup(`(class="table-scroll"[^>]*) aria-label(ledby)?="[^"]*"`, `$1`), says: "has no name"},

	// The keyboard.
	{name: "no skip link", gate: keyboard, alone: true, page: "index", change: markup(`<a class="skip"[^>]*>[^<]*</a>`, ``), says: "no skip link"},
	{name: "skip link to nowhere", gate: keyboard, alone: true, page: "index", change: markup(`href="#_main"`, `href="#_mian"`), says: "the skip link leads nowhere"},
	{name: "own order of stops", gate: keyboard, alone: true, page: "index", change: markup(`<button class="reset"`, `<button tabindex="3" class="reset"`), says: "a place of its own"},
	{name: "no focus ring", gate: keyboard, alone: true, page: "index", change: style(`:focus-visible{outline:0!important}`), says: "the focus changes"},
	{name: "faint focus ring", gate: keyboard, alone: true, page: "index", change: style(`:focus-visible{outline-color:#ccc!important}`), says: "the focus changes"},
	{name: "thin focus ring", gate: keyboard, alone: true, page: "index", change: style(`:focus-visible{outline-width:1px!important}`), says: "the focus changes"},
	{name: "shown in another order", gate: keyboard, alone: true, page: "index", change: style(`.menu ul{flex-direction:row-reverse}`), says: "another order"},

	// The first frames.
	{name: "deferred boot script", gate: flash, change: markup(`<script>[^<]+</script>`, `<script src="late.js" defer></script>`), says: "the controls show"},

	// The policy.
	{name: "cookie", gate: policy, change: code(`document.cookie="visit=1"`), says: "a cookie"},
	{name: "console message", gate: policy, change: code(`console.log("here")`), says: "console.log is called"},
	{name: "error in the script", gate: policy, change: code(`nothingOfThatName()`), says: "an error"},
	{name: "inline handler", gate: policy, change: markup(`<main `, `<main onclick="go()" `), says: "policy is broken: script-src"},
	{name: "style attribute", gate: policy, change: markup(`<main `, `<main style="color:red" `), says: "policy is broken: style-src"},
	{name: "image of somebody else", gate: policy, change: markup(`</main>`, `<img alt="" src="https://counter.example/dot.gif"></main>`), says: "policy is broken: img-src"},
	{name: "script of somebody else", gate: policy, change: markup(`</main>`, `<script src="https://counter.example/count.js"></script></main>`), says: "policy is broken: script-src"},
	{name: "changed boot script", gate: policy, change: markup(`<script>`, `<script>/* */`), says: "policy is broken: script-src"},
	{name: "stored value used unseen", gate: policy, change: code(`setTimeout(() => document.documentElement.setAttribute("data-size", (localStorage.getItem("planpress")||"").split(" ")[0].slice(5)), 60)`), says: "not in the list"},

	// Paper.
	{name: "a number on the first sheet", gate: paper, page: "seed", change: style(`@page :first{@top-center{content:counter(page)}}`), says: `page 1 has the number`},
	{name: "controls on paper", gate: paper, page: "seed", change: style(`@media print{.controls-bar{display:block!important}.controls{display:flex!important}}`), says: "stands on paper"},
	{name: "letter paper", gate: paper, page: "seed", change: style(`@page{size:letter}`), says: "not A4"},
}
