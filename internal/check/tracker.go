package check

import "planpress/internal/plan"

// row is a task that knows what it is a part of.
type row struct {
	*plan.Task
	all map[string]*plan.Task // by id
}

// says reports whether something holds for a task, or for one that it is a part
// of, by however many steps.
func (r row) says(it func(*plan.Task) bool) bool {
	for t, steps := r.Task, 0; t != nil && steps <= len(r.all); t, steps = r.all[t.More().Parent], steps+1 {
		if it(t) {
			return true
		}
	}
	return false
}

// leaves lists the tasks that have no parts: what a task as a whole says holds
// for its parts, and a task with parts is done by them.
func leaves(d *plan.Document) []row {
	byID := make(map[string]*plan.Task, len(d.Tasks))
	split := map[string]bool{}
	for i := range d.Tasks {
		t := &d.Tasks[i]
		byID[t.ID] = t
		if parent := t.More().Parent; parent != t.ID {
			split[parent] = true
		}
	}
	var out []row
	for i := range d.Tasks {
		if t := &d.Tasks[i]; !split[t.ID] {
			out = append(out, row{t, byID})
		}
	}
	return out
}

// periodIsOver reports whether the span that a document plans for has ended:
// nobody will change its matrix any more.
func periodIsOver(d *plan.Document, ctx Context) bool {
	return d.Period.To.EndsBefore(ctx.AsOf) || d.Expires.EndsBefore(ctx.AsOf)
}

// usesServes reports whether a plan says which targets its tasks serve.
func usesServes(d *plan.Document) bool {
	for i := range d.Tasks {
		if len(d.Tasks[i].More().Serves) > 0 {
			return true
		}
	}
	return false
}

// called shortens the name of a task or target for a message.
func called(name string) string {
	const most = 60
	n := 0
	for i := range name {
		if n == most {
			return name[:i] + "…"
		}
		n++
	}
	return name
}
