// What moves although the reader asked for none.
() => {
	const bad = document.getAnimations().filter((a) => a.effect && a.effect.getComputedTiming().duration > 1).map((a) => "moves: " + say(a.effect.target));
	for (const e of document.querySelectorAll("*")) {
		const s = getComputedStyle(e);
		if (s.scrollBehavior === "smooth") bad.push("scrolls smoothly: " + say(e));
		if (s.transitionDuration.split(",").some((d) => parseFloat(d) > .01)) bad.push("changes slowly: " + say(e));
	}
	if (document.querySelector("video[autoplay], audio[autoplay], marquee, blink")) bad.push("plays by itself");
	return bad.slice(0, 5);
}
