package catalog

// The terms of DCAT that are used, as JSON-LD writes them.

var dcatContext = map[string]string{
	"dcat": "http://www.w3.org/ns/dcat#",
	"dct":  "http://purl.org/dc/terms/",
	"foaf": "http://xmlns.com/foaf/0.1/",
	"spdx": "http://spdx.org/rdf/terms#",
}

type dcatCatalog struct {
	Context     map[string]string `json:"@context"`
	ID          string            `json:"@id"`
	Type        string            `json:"@type"`
	Title       string            `json:"dct:title"`
	Description string            `json:"dct:description,omitempty"`
	Language    string            `json:"dct:language"`
	Homepage    string            `json:"foaf:homepage"`
	Publisher   agent             `json:"dct:publisher"`
	Datasets    []dataset         `json:"dcat:dataset"`
}

type agent struct {
	Type string `json:"@type"`
	Name string `json:"foaf:name"`
}

type dataset struct {
	ID         string         `json:"@id"`
	Type       string         `json:"@type"`
	Title      string         `json:"dct:title"`
	Identifier string         `json:"dct:identifier,omitempty"`
	Issued     string         `json:"dct:issued,omitempty"`
	Publisher  *agent         `json:"dct:publisher,omitempty"`
	Keywords   []string       `json:"dcat:keyword,omitempty"`
	Page       string         `json:"dcat:landingPage"`
	Files      []distribution `json:"dcat:distribution"`
}

type distribution struct {
	Type     string    `json:"@type"`
	Title    string    `json:"dct:title,omitempty"`
	URL      string    `json:"dcat:downloadURL"`
	Media    string    `json:"dcat:mediaType"`
	Size     int64     `json:"dcat:byteSize,omitempty"`
	Schema   string    `json:"dct:conformsTo,omitempty"`
	Checksum *checksum `json:"spdx:checksum,omitempty"`
}

type checksum struct {
	Type      string `json:"@type"`
	Algorithm string `json:"spdx:algorithm"`
	Value     string `json:"spdx:checksumValue"`
}
