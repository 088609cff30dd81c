package pages

import (
	"encoding/json"

	"planpress/internal/relate"
)

// IndexFile holds what the filters of lists search in. MaxIndexed is how many
// documents it has at most: with more, a phone would load too much for what is
// only a quicker way to lists that have pages of their own, and there is none.
const (
	IndexFile  = "documents.json"
	MaxIndexed = 5000
)

// indexed is a document in documents.json. The texts are those that the
// filters show, so that the two can be compared.
type indexed struct {
	Title  string   `json:"title"`
	URL    string   `json:"url"` // from the site's root
	Lang   string   `json:"lang,omitempty"`
	Type   string   `json:"type,omitempty"`
	Number string   `json:"number,omitempty"`
	Issued string   `json:"issued,omitempty"` // 2023-01-03
	Year   int      `json:"year,omitempty"`
	Issuer string   `json:"issuer,omitempty"`
	Fields []string `json:"fields,omitempty"`
	Effect string   `json:"effect,omitempty"`
	Mark   string   `json:"mark,omitempty"` // the effect again, where the document does not hold as it stands
}

// HasIndex reports whether the site has documents.json. Pages read without a
// server cannot load it.
func (p *Planner) HasIndex() bool {
	n := len(p.site.Documents)
	return n > 0 && n <= MaxIndexed && !p.opts.Portable
}

// Index makes documents.json: an array of all listed documents, newest first,
// one a line. It gives nil for a site that has none.
func (p *Planner) Index() ([]byte, error) {
	if !p.HasIndex() {
		return nil, nil
	}
	out := []byte("[")
	for i, e := range p.site.Documents {
		line, err := json.Marshal(p.indexed(e))
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(out, '\n'), line...)
	}
	return append(out, "\n]\n"...), nil
}

func (p *Planner) indexed(e *relate.Entry) indexed {
	d := e.Document
	out := indexed{Title: d.Title, URL: linker{}.to(e.URL), Lang: p.foreign(d), Type: p.typeName(d),
		Number: d.Number.String(), Issued: d.Issued.String(), Year: int(d.Issued.Year), Fields: d.Fields,
		Effect: p.opts.Words(effectKey(e))}
	if e.Issuer != nil {
		out.Issuer = p.orgName(e.Issuer)
	}
	if key := markKey(e); key != "" {
		out.Mark = p.opts.Words(key)
	}
	return out
}
