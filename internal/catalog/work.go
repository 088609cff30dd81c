package catalog

import (
	"encoding/json"

	"planpress/internal/plan"
)

// The words of document.json. Those without a prefix are schema.org's.

type work struct {
	Context     json.RawMessage `json:"@context"`
	ID          string          `json:"@id"`
	Type        string          `json:"@type"`
	Name        string          `json:"name"`
	Description string          `json:"description,omitempty"`
	URL         string          `json:"url"`
	Lang        string          `json:"inLanguage"`
	Genre       string          `json:"genre,omitempty"` // the type of document, in words

	ReportNumber    string `json:"reportNumber,omitempty"`
	Identifier      string `json:"legislationIdentifier,omitempty"`
	LegislationType string `json:"legislationType,omitempty"`
	LegislationDate string `json:"legislationDate,omitempty"`
	PassedBy        *node  `json:"legislationPassedBy,omitempty"`
	Force           string `json:"legislationLegalForce,omitempty"`
	Applicable      string `json:"legislationDateOfApplicability,omitempty"`

	Creator   *node  `json:"creator,omitempty"`
	Created   string `json:"dateCreated,omitempty"`
	Published string `json:"datePublished,omitempty"`
	Modified  string `json:"dateModified,omitempty"`
	Expires   string `json:"expires,omitempty"`
	Span      string `json:"temporalCoverage,omitempty"`
	Status    string `json:"creativeWorkStatus,omitempty"`

	About        []string          `json:"about,omitempty"`
	Keywords     []string          `json:"keywords,omitempty"`
	Words        int               `json:"wordCount,omitempty"`
	Basis        []node            `json:"isBasedOn,omitempty"`
	Cites        []node            `json:"citation,omitempty"`
	Relations    map[string][]node `json:"relations,omitempty"`
	Translations []node            `json:"workTranslation,omitempty"`
	Files        []media           `json:"encoding,omitempty"`
	Data         *node             `json:"subjectOf,omitempty"` // its targets and tasks, and how they stand
}

// node is another document, or a body.
type node struct {
	ID         string `json:"@id,omitempty"`
	Type       string `json:"@type,omitempty"`
	Name       string `json:"name,omitempty"`
	Identifier string `json:"identifier,omitempty"`
	Provision  string `json:"plan:provision,omitempty"`
	Since      string `json:"plan:since,omitempty"`
	Until      string `json:"plan:until,omitempty"`
}

type media struct {
	Type   string `json:"@type"`
	Name   string `json:"name,omitempty"`
	URL    string `json:"contentUrl"`
	Format string `json:"encodingFormat,omitempty"`
	Size   int64  `json:"contentSize"` // bytes
	SHA256 string `json:"sha256"`
	Lang   string `json:"inLanguage,omitempty"`
}

// term is what a relation is called at either of its ends.
type term struct{ does, undergoes string }

// terms gives the term of each relation: one of a known vocabulary where it
// means the same, and else one of this project's own, whose address leads to
// the schema.
var terms = map[plan.RelationKind]term{
	plan.BasedOn:      {"eli:based_on", "eli:basis_for"},
	plan.Implements:   {"plan:implements", "plan:implementedBy"},
	plan.Amends:       {"eli:amends", "eli:amended_by"},
	plan.Replaces:     {"dct:replaces", "dct:isReplacedBy"},
	plan.Repeals:      {"eli:repeals", "eli:repealed_by"},
	plan.Recalls:      {"plan:recalls", "plan:recalledBy"},
	plan.Suspends:     {"plan:suspends", "plan:suspendedBy"},
	plan.Corrects:     {"eli:corrects", "eli:corrected_by"},
	plan.Extends:      {"plan:extends", "plan:extendedBy"},
	plan.Promulgates:  {"plan:promulgates", "plan:promulgatedBy"},
	plan.ReportsOn:    {"plan:reportsOn", "plan:reportedOnIn"},
	plan.Consolidates: {"eli:consolidates", "eli:consolidated_by"},
	plan.Continues:    {"plan:continues", "plan:continuedBy"},
}

// citedBy is the term of documents that name this one in their text.
const citedBy = "eli:cited_by"

// documentContext says what the words mean. The relations stand together for
// those who read the file as plain JSON, and belong to the document all the
// same.
//
// Source: W3C, JSON-LD 1.1, section 4.5 (nested properties).
func documentContext(base string) json.RawMessage {
	quoted, _ := json.Marshal(base + SchemasDir + "document.schema.json#") // a string always can be written
	return json.RawMessage(`{"@vocab":"https://schema.org/","dct":"http://purl.org/dc/terms/","eli":"http://data.europa.eu/eli/ontology#","plan":` +
		string(quoted) + `,"relations":"@nest"}`)
}
