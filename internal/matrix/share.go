package matrix

import (
	"slices"

	"planpress/internal/plan"
)

// share lets the lists of bodies that several targets and tasks of a document
// have stand in memory once, and the words that they repeat, as tables do:
// groups, units, deadlines. A site has millions of rows in memory at once.
func share(doc *plan.Document) {
	s := sharing{words: map[string]string{}, lists: map[plan.OrgRef][][]plan.OrgRef{}}
	for i := range doc.Targets {
		t := &doc.Targets[i]
		t.Owners = s.bodies(t.Owners)
		s.text(&t.Group, &t.Unit, &t.Source, &t.Method, &t.Frequency, &t.Baseline.When.Text)
		for j := range t.Goals {
			s.text(&t.Goals[j].Text, &t.Goals[j].Unit, &t.Goals[j].By.Text)
		}
	}
	for i := range doc.Tasks {
		t := &doc.Tasks[i]
		t.Leads, t.Partners = s.bodies(t.Leads), s.bodies(t.Partners)
		s.text(&t.Group, &t.Deadline.Text)
	}
}

// sharing is what was seen of a document so far.
type sharing struct {
	words map[string]string
	lists map[plan.OrgRef][][]plan.OrgRef // by their first body
}

func (s *sharing) text(all ...*string) {
	for _, text := range all {
		if same, seen := s.words[*text]; seen {
			*text = same
		} else {
			s.words[*text] = *text
		}
	}
}

func (s *sharing) bodies(list []plan.OrgRef) []plan.OrgRef {
	if len(list) == 0 {
		return nil
	}
	for _, same := range s.lists[list[0]] {
		if slices.Equal(same, list) {
			return same
		}
	}
	list = slices.Clip(list)
	for i := range list {
		s.text(&list[i].ID, &list[i].Name)
	}
	s.lists[list[0]] = append(s.lists[list[0]], list)
	return list
}
