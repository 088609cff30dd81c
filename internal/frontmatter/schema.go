package frontmatter

import (
	"encoding/json"

	"planpress/internal/diag"
)

// Fields lists the keys of a document's front matter in the order in which a
// new document shows them. Callers must not change their aliases.
func Fields() []Field {
	out := make([]Field, len(documentTable.list))
	for i, f := range documentTable.list {
		out[i] = f.Field
	}
	return out
}

// Schema gives a JSON Schema (2020-12) of the front matter, for the tools that
// editors write with. A document that it accepts may still have findings: it
// knows nothing of other files.
func Schema() []byte {
	s := documentTable.schema()
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = "planpress front matter"
	s["patternProperties"] = object{"^x-.": object{}}
	out, err := json.MarshalIndent(s, "", "  ")
	if err != nil { // the table holds only maps, lists, texts and numbers
		return []byte("{}\n")
	}
	return append(out, '\n')
}

// schema describes the mapping. An alias has its field's schema; a required
// field may be given by any of its names.
func (t *fields[T]) schema() object {
	properties, required := object{}, []string{}
	var either []any
	for _, f := range t.list {
		properties[f.Name] = described(f.schema, f.Doc)
		for _, alias := range f.Aliases {
			properties[alias] = described(f.schema, diag.T("Như %s.", "The same as %s.", f.Name))
		}
		if f.Required && len(f.Aliases) == 0 {
			required = append(required, f.Name)
		} else if f.Required {
			either = append(either, requiredByAnyName(f.Field))
		}
	}
	s := object{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		s["required"] = required
	}
	if len(either) > 0 {
		s["allOf"] = either
	}
	return s
}

func requiredByAnyName(f Field) object {
	names := []any{object{"required": []string{f.Name}}}
	for _, alias := range f.Aliases {
		names = append(names, object{"required": []string{alias}})
	}
	return object{"anyOf": names}
}

func described(schema object, doc diag.Text) object {
	out := object{"description": doc.VI + " / " + doc.EN}
	for k, v := range schema {
		out[k] = v
	}
	return out
}
