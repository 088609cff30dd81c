package relate

import "planpress/internal/plan"

// Notice is a notice in force: URL is from the site's root, or absolute where
// the notice leads elsewhere.
type Notice struct {
	plan.Notice
	URL string
}

// notices resolves the notices of site.yaml and keeps those that are in force
// on the day of the site. The addresses of the others are checked as well: a
// mistake in one should not come to light on its first day.
func (r *relater) notices() {
	for _, n := range r.in.Registry.Settings.Notices {
		url, ok := n.URL, true
		if n.To.Target != "" {
			url, ok = r.siteTarget(n.To, "notices")
		}
		early := r.in.AsOf.EndsBefore(n.From)
		late := n.Until.EndsBefore(r.in.AsOf)
		if ok && !early && !late {
			r.site.Notices = append(r.site.Notices, Notice{n, url})
		}
	}
}
