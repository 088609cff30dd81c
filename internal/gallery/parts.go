package gallery

import (
	"reflect"

	"planpress/internal/plan"
	"planpress/internal/view"
)

// partOf says what a component is given. Those that are not named here are
// given the page, as layouts are.
func partOf(component string) reflect.Type {
	switch component {
	case "attachments":
		return reflect.TypeFor[[]view.Attachment]()
	case "references":
		return reflect.TypeFor[[]view.Reference]()
	case "relations":
		return reflect.TypeFor[[]view.Relations]()
	case "history":
		return reflect.TypeFor[*view.History]()
	case "change":
		return reflect.TypeFor[view.Change]()
	case "neighbours", "print":
		return reflect.TypeFor[*view.Document]()
	case "counts", "lists":
		return reflect.TypeFor[[]view.Count]()
	case "entries", "documents":
		return reflect.TypeFor[[]view.Entry]()
	case "pager", "pages":
		return reflect.TypeFor[view.Pager]()
	case "search-box":
		return reflect.TypeFor[view.SearchBox]()
	case "rating":
		return reflect.TypeFor[*view.Rating]()
	case "body":
		return reflect.TypeFor[*view.Body]()
	case "menu", "links", "body-links":
		return reflect.TypeFor[[]view.Link]()
	case "alerts":
		return reflect.TypeFor[[]view.Notice]()
	case "tally", "share":
		return reflect.TypeFor[*view.Tally]()
	case "target-row":
		return reflect.TypeFor[view.Target]()
	case "task-row", "task":
		return reflect.TypeFor[view.Task]()
	case "timeline":
		return reflect.TypeFor[*view.Timeline]()
	case "finders":
		return reflect.TypeFor[[]view.Finder]()
	case "data-files":
		return reflect.TypeFor[[]view.DataFile]()
	case "duties":
		return reflect.TypeFor[*view.Duties]()
	case "progress-table":
		return reflect.TypeFor[view.ProgressSection]()
	case "cite":
		return reflect.TypeFor[string]()
	case "time":
		return reflect.TypeFor[plan.Date]()
	case "period":
		return reflect.TypeFor[plan.Period]()
	}
	return reflect.TypeFor[*view.Page]()
}

// use is how a component stands in a page. One that writes attributes stands in
// a tag, and one that leads to another part of the page has that part.
func use(component string) string {
	switch component {
	case "change":
		return `<ol>{{template "change" .Data}}</ol>`
	case "target-head":
		return `<table>{{template "target-head"}}<tbody><tr><th scope="row">…</th><td>1</td><td>2</td><td>3</td><td>4</td></tr></tbody></table>`
	case "task-head":
		return `<table>{{template "task-head"}}<tbody><tr><th scope="row">…</th><td>1</td><td>2</td><td>3</td></tr></tbody></table>`
	case "target-row", "task-row":
		return `<table><tbody>{{template "` + component + `" .Data}}</tbody></table>`
	case "standing":
		return `{{template "standing" .Data}}<p id="_targets">…</p><p id="_tasks">…</p><p id="_timeline">…</p>`
	case "task":
		return `<ul>{{template "task" .Data}}</ul>`
	case "lang":
		return `<p{{template "lang" .Data}}>Administrative reform</p>`
	case "masthead":
		return `{{template "masthead" .Data}}<p id="_menu" tabindex="-1">…</p>`
	}
	return `{{template "` + component + `" .Data}}`
}
