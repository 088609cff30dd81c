package check

import "planpress/internal/plan"

var ownPartnerCases = []caseOf{
	{"by id", func(d *plan.Document) {
		give(d, func(t *plan.Task) { t.Leads, t.Partners = []plan.OrgRef{{ID: "mat-tran"}}, []plan.OrgRef{{ID: "ubnd"}} })
	}, []string{"nv.csv:101:1: the task “Rà soát” (nv-1) names the issuer as a partner"}},
	{"by name", func(d *plan.Document) {
		give(d, func(t *plan.Task) { t.Partners = []plan.OrgRef{{Name: "UBND phường"}} })
	}, []string{"nv.csv:101:1: the task “Rà soát” (nv-1) names the issuer as a partner"}},
	{"another body", func(d *plan.Document) { give(d, func(t *plan.Task) { t.Partners = []plan.OrgRef{{ID: "mat-tran"}} }) }, nil},
}
