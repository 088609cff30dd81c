package prose

import (
	"strings"
	"testing"

	"planpress/internal/diag"
	"planpress/internal/plan"
	"planpress/internal/source"
)

var testTerms = []plan.Term{
	{Abbr: "CCHC", Meaning: "cải cách hành chính"},
	{Abbr: "UBND", Meaning: "Ủy ban nhân dân"},
	{Abbr: "UBND TP", Meaning: "Ủy ban nhân dân thành phố"},
	{Abbr: "CĐS", Meaning: `chuyển đổi "số" <b>`},
	{Abbr: "SIPAS", Meaning: "Satisfaction Index", Lang: "en"},
	{Abbr: "KPI", Meaning: "chỉ số"},
	{Abbr: "KPI", Meaning: "key indicator", Lang: "en"},
}

func explained(lang diag.Lang, text string) string {
	c := New(WordsIn(lang)).Explaining(testTerms, lang, diag.VI)
	return filled(c.Convert(source.New("x.md", []byte(text+"\n")), 0))
}

const cchc = `<abbr title="cải cách hành chính">CCHC</abbr>`

func TestAbbreviations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Công tác CCHC và CCHC.", "<p>Công tác " + cchc + " và CCHC.</p>"},
		{"**CCHC**\n\nCCHC", "<p><strong>" + cchc + "</strong></p>\n<p>CCHC</p>"},
		{"UBND TP và UBND", `<p><abbr title="Ủy ban nhân dân thành phố">UBND TP</abbr> và <abbr title="Ủy ban nhân dân">UBND</abbr></p>`},
		{"Số 01/KH-UBND, UBND-HĐND, TUBND, UBND1, UBND_", "<p>{cite 0}Số\u00a001/KH-UBND{/cite 0}, UBND-HĐND, TUBND, UBND1, UBND_</p>"},
		{"[Công tác CCHC](https://vi.du/) rồi CCHC", "rồi " + cchc},
		{"`CCHC` rồi CCHC", "<code>CCHC</code> rồi " + cchc},
		{"```\nCCHC\n```", "<code>CCHC\n</code>"},
		{"![CCHC](a.png)", `alt="CCHC"`},
		{"CCHC&amp;CĐS &lt;", `&amp;<abbr title="chuyển đổi &quot;số&quot; &lt;b&gt;">CĐS</abbr> &lt;`},
		{`\*CCHC`, "<p>*" + cchc + "</p>"},
		{"SIPAS", `<p><abbr title="Satisfaction Index" lang="en">SIPAS</abbr></p>`},
		{"KPI", `<p><abbr title="chỉ số">KPI</abbr></p>`},
		{"Xem[^1].\n\nCCHC\n\n[^1]: CCHC", "<p>" + cchc + "</p>"},
		{"[^1] CCHC.\n\n[^1]: CCHC", "<p><sup>"},
		{"## CCHC\n\nCCHC", `<h2 id="cchc">` + cchc + "</h2>"},
		{"| CCHC |x|\n|---|---|\n| CCHC |y|", `<th scope="col">` + cchc + "</th>"},
		{"Đến năm\n2026 CCHC", "<p>Đến năm\u00a02026 " + cchc + "</p>"},
	} {
		if got := explained(diag.VI, c.text); !strings.Contains(got, c.want) {
			t.Errorf("%q gave\n%s, want\n%s", c.text, got, c.want)
		}
	}
}

// An author who explains an abbreviation does it better than a list.
func TestAbbreviationsThatTheTextExplains(t *testing.T) {
	for _, text := range []string{
		"Công tác cải cách hành chính (CCHC). Sau đó CCHC.",
		"Công tác **cải cách\nhành chính** (*CCHC*), CCHC",
		"Cải cách hành chính (sau đây gọi tắt là CCHC), CCHC",
		"CCHC (cải cách hành chính) và CCHC",
		"CCHC\n(cải cách hành chính)",
	} {
		if got := explained(diag.VI, text); strings.Contains(got, "<abbr") {
			t.Errorf("%q gave %s", text, got)
		}
	}
	for _, text := range []string{"Cải cách hành chính. CCHC", "Cải cách hành chính (đợt 1) CCHC", "(CCHC)"} {
		if got := explained(diag.VI, text); !strings.Contains(got, "<abbr") {
			t.Errorf("%q is not explained: %s", text, got)
		}
	}
}

// The meaning is in the language of the reader, where there is one.
func TestAbbreviationsInEnglish(t *testing.T) {
	for text, want := range map[string]string{
		"The KPI":  `<abbr title="key indicator">KPI</abbr>`,
		"The UBND": `<abbr title="Ủy ban nhân dân" lang="vi">UBND</abbr>`,
	} {
		if got := explained(diag.EN, text); !strings.Contains(got, want) {
			t.Errorf("%q gave %s, want %s", text, got, want)
		}
	}
}

// Addresses do not depend on the glossary, nor does anything but the HTML.
func TestAbbreviationsChangeNothingElse(t *testing.T) {
	text := source.New("x.md", []byte("## Công tác CCHC\n\nCCHC của UBND TP (xem [KPI](#a)).\n"))
	plain := New(WordsIn(diag.VI)).Convert(text, 0)
	with := New(WordsIn(diag.VI)).Explaining(testTerms, diag.VI, diag.VI).Convert(text, 0)
	if rest(plain) != rest(with) {
		t.Errorf("with a glossary:\n%s\nwithout:\n%s", rest(with), rest(plain))
	}
}
