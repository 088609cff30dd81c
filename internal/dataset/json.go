package dataset

import (
	"encoding/json"
	"fmt"

	"planpress/internal/plan"
	"planpress/internal/progress"
)

// The structs of progress.json, which has the day for which states are computed,
// as_of, and the documents. Days are ISO 8601; what was written by people stands
// as they wrote it.
type (
	document struct {
		URL     string         `json:"url"` // from the site's root
		Title   string         `json:"title"`
		Number  string         `json:"number,omitempty"`
		Tasks   []task         `json:"tasks,omitempty"`
		Targets []target       `json:"targets,omitempty"`
		Counts  map[string]int `json:"task_counts,omitempty"` // by state
		Done    *int           `json:"percent_done,omitempty"`
	}
	task struct {
		ID          string   `json:"id"`
		No          string   `json:"no,omitempty"`
		Name        string   `json:"name"`
		Group       string   `json:"group,omitempty"`
		Parent      string   `json:"parent,omitempty"`
		Leads       []body   `json:"lead,omitempty"`
		Partners    []body   `json:"partners,omitempty"`
		Deliverable string   `json:"deliverable,omitempty"`
		Deadline    *span    `json:"deadline,omitempty"`       // that holds on the day
		First       *span    `json:"first_deadline,omitempty"` // where it was moved
		Serves      []string `json:"serves,omitempty"`
		State       string   `json:"state"`
		Done        string   `json:"done,omitempty"`
		Percent     *int     `json:"percent,omitempty"`
		Reported    string   `json:"last_report,omitempty"`
	}
	target struct {
		ID       string  `json:"id"`
		No       string  `json:"no,omitempty"`
		Name     string  `json:"name"`
		Group    string  `json:"group,omitempty"`
		Parent   string  `json:"parent,omitempty"`
		Unit     string  `json:"unit,omitempty"`
		Baseline string  `json:"baseline,omitempty"`
		Goal     string  `json:"goal,omitempty"` // of the stage that counts
		By       string  `json:"by,omitempty"`   // its last day
		Values   []value `json:"values,omitempty"`
		State    string  `json:"state"`
	}
	value struct {
		Period string   `json:"period,omitempty"`
		Text   string   `json:"text"`
		Number *float64 `json:"number,omitempty"`
	}
	span struct {
		Text  string `json:"text"`
		From  string `json:"from,omitempty"`
		Until string `json:"until,omitempty"`
	}
	body struct {
		ID   string `json:"id,omitempty"` // of the list of bodies
		Name string `json:"name"`
	}
)

// encode writes progress.json, one document after the other: all of them as
// structs would be several times as large as the file.
func encode(s Site, all []Source) ([]byte, error) {
	out := fmt.Appendf(nil, `{"as_of":%q,"documents":[`, s.AsOf)
	for i, d := range all {
		data, err := json.Marshal(ofDocument(d))
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, data...)
	}
	return append(out, "]}\n"...), nil
}

func ofDocument(d Source) document {
	out := document{URL: d.URL, Title: d.Document.Title, Number: d.Document.Number.String()}
	for i := range d.Report.Tasks {
		out.Tasks = append(out.Tasks, ofTask(d, &d.Report.Tasks[i]))
	}
	for i := range d.Report.Targets {
		out.Targets = append(out.Targets, ofTarget(&d.Report.Targets[i]))
	}
	for _, s := range progress.States {
		if n := d.Report.TaskTally[s]; n > 0 {
			if out.Counts == nil {
				out.Counts = map[string]int{}
			}
			out.Counts[s.Key()] = n
		}
	}
	if n, known := d.Report.TaskTally.Percent(); known {
		out.Done = &n
	}
	return out
}

func ofTask(d Source, t *progress.Task) task {
	out := task{ID: t.ID, No: t.No, Name: t.Name, Group: t.Group, Parent: t.More().Parent, Leads: bodies(d, t.Leads), Partners: bodies(d, t.Partners),
		Deliverable: t.Deliverable, Deadline: ofDeadline(t.Due), Serves: t.More().Serves, State: t.State.Key(), Done: t.Done.String()}
	if t.Moved {
		out.First = ofDeadline(t.Task.Deadline)
	}
	if t.Last != nil {
		out.Reported = t.Last.Date.String()
		if t.Last.Progress != plan.NoProgress {
			n := int(t.Last.Progress)
			out.Percent = &n
		}
	}
	return out
}

func ofTarget(t *progress.Target) target {
	out := target{ID: t.ID, No: t.No, Name: t.Name, Group: t.Group, Parent: t.Parent, Unit: t.Unit, Baseline: t.Baseline.Text,
		By: t.Due.String(), State: t.Standing.Key()}
	if t.Goal != nil {
		out.Goal = t.Goal.Text
	}
	for _, a := range t.Course {
		if a.Value.Text == "" {
			continue
		}
		v := value{Period: a.Period.Text, Text: a.Value.Text}
		if v.Period == "" {
			v.Period = a.Date.String()
		}
		if a.Value.Number {
			n := a.Value.Value
			v.Number = &n
		}
		out.Values = append(out.Values, v)
	}
	return out
}

func ofDeadline(d plan.Deadline) *span {
	if d.IsZero() {
		return nil
	}
	return &span{Text: d.Text, From: d.Earliest.String(), Until: d.Latest.String()}
}

func bodies(d Source, refs []plan.OrgRef) []body {
	var out []body
	for _, r := range refs {
		out = append(out, body{ID: r.ID, Name: d.Body(r)})
	}
	return out
}
